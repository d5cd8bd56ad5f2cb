package org.mclnn.app.figure;

import java.awt.Color;

/**
 * What a curve stands for. It has the same colour (of Okabe and Ito), the same dashes and the same marker in all figures, so that it is
 * told from the others in grey print too.
 */
public enum Role {
    TRUTH("truth", 0x000000, 2.2, Marker.DISC, ""),
    MCLNN("MCLNN", 0xD55E00, 1.5, Marker.CIRCLE, "6 2.5"),
    BASELINE("baseline LNN", 0x0072B2, 1.3, Marker.SQUARE, "7 2 1.5 2"),
    UNDIVIDED("undivided", 0xCC79A7, 1.5, Marker.TRIANGLE, "11 2.5"),
    SPLINE("spline", 0x009E73, 1.5, Marker.DIAMOND, "3.5 1.8"),
    LEAST_SQUARES("least squares", 0xE69F00, 1.7, Marker.WEDGE, "1.5 1.6"),
    ADAM("Adam", 0x56B4E9, 1.6, Marker.CROSS, "9 1.8 1.5 1.8 1.5 1.8"),
    TRAIN("training", 0x0072B2, 1.5, Marker.DISC, ""),
    VALID("validation", 0xD55E00, 1.3, Marker.CIRCLE, "4 2"),
    FIRST("first", 0x009E73, 1.5, Marker.BLOCK, ""),
    SECOND("second", 0xCC79A7, 1.5, Marker.DIAMOND, "5 2"),
    THIRD("third", 0x56B4E9, 1.6, Marker.PLUS, "2 1.8");

    private final String name;
    private final int colour;
    private final double width;
    private final Marker marker;
    private final String dashes;

    Role(String name, int colour, double width, Marker marker, String dashes) {
        this.name = name;
        this.colour = colour;
        this.width = width;
        this.marker = marker;
        this.dashes = dashes;
    }

    /** What the legend calls it, unless the curve has a name of its own. */
    public String legend() {
        return name;
    }

    Color colour() {
        return new Color(colour);
    }

    double width() {
        return width;
    }

    Marker marker() {
        return marker;
    }

    /** Lengths of dashes and gaps in pixels, with spaces between; empty: solid. */
    String dashes() {
        return dashes;
    }
}
