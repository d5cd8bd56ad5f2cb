package org.mclnn.app.figure;

import java.awt.Color;
import java.util.Locale;

/** All colours that figures have, each with the one it becomes where a page is dark. Those of curves are of Okabe and Ito. */
enum Ink {
    BLACK(0x000000, 0xEDEDE8),
    BLUE(0x0072B2, 0x4EA5E6),
    VERMILION(0xD55E00, 0xFF8438),
    GREEN(0x009E73, 0x2FBF93),
    ORANGE(0xE69F00, 0xEDB84A),
    SKY(0x56B4E9, 0x92D2F6),
    PURPLE(0xCC79A7, 0xDE93BC),
    NOTE(0x404040, 0xC8C8C4),
    FAINT(0x8C8C8C, 0x8E8E8C),
    HATCH(0xB4B4B4, 0x5C5C5A),
    SEEN(0xDDEEE8, 0x1E322B),
    PAPER(0xFFFFFF, 0x161616);

    private final int light;
    private final int dark;

    Ink(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    Color color() {
        return new Color(light);
    }

    /** Through which other things show. */
    Color veil(int opacity) {
        return new Color(light >> 16, light >> 8 & 0xFF, light & 0xFF, opacity);
    }

    /** As SVG writes it. */
    String hex() {
        return hex(light);
    }

    String darkHex() {
        return hex(dark);
    }

    private static String hex(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }
}
