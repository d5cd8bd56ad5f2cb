package org.mclnn.io;

import org.mclnn.dynamics.Box;

/** Boxes as files give them. */
final class Boxes {
    private Boxes() {}

    /** The box of three or nine numbers, as {@link Box#of}; refused where the cursor stands. */
    static Box of(double[] numbers, Cursor cursor, String remedy) throws InputException {
        try {
            return Box.of(numbers);
        } catch (IllegalArgumentException e) {
            throw cursor.error(String.valueOf(e.getMessage()), remedy);
        }
    }
}
