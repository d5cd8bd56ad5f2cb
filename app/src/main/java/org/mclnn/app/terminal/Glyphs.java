package org.mclnn.app.terminal;

import java.util.Arrays;

/** How many columns of a terminal text takes: two for the wide characters of East Asia (Unicode Annex 11), none for marks on others. */
final class Glyphs {
    // first and last of each range
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0x4dbf, 0x4e00, 0xa4cf, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f,
        0xff01, 0xff60, 0xffe0, 0xffe6, 0x1f300, 0x1f64f, 0x1f900, 0x1f9ff, 0x20000, 0x3fffd
    };

    private Glyphs() {}

    static int columns(String text) {
        return text.codePoints().map(Glyphs::columns).sum();
    }

    private static int columns(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        int at = Arrays.binarySearch(WIDE, character);
        return at >= 0 || (-at - 1) % 2 == 1 ? 2 : 1;
    }

    /** As much of the begin of a text as so many columns take. */
    static String first(String text, int columns) {
        int end = 0;
        int taken = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            taken += columns(character);
            if (taken > columns) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }
}
