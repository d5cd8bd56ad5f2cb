package org.mclnn.app.figure;

/** Where in a panel a note stands. */
public enum Corner {
    TOP_LEFT,
    TOP_RIGHT,
    BOTTOM_LEFT,
    BOTTOM_RIGHT;

    boolean left() {
        return this == TOP_LEFT || this == BOTTOM_LEFT;
    }

    boolean top() {
        return this == TOP_LEFT || this == TOP_RIGHT;
    }
}
