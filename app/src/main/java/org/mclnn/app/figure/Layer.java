package org.mclnn.app.figure;

/** Something drawn in a panel, in the units of its axes. */
sealed interface Layer {
    /** Whose values count for the range of the axes, and which stands in the legend. */
    sealed interface Data extends Layer {
        Role role();

        String name();

        Column x();

        /** What spans the vertical axis: of a band its upper and lower edge. */
        Column high();

        Column low();
    }

    /** Points joined by lines; NaN lifts the pen. */
    record Line(Role role, String name, Column x, Column y) implements Data {
        @Override
        public Column high() {
            return y;
        }

        @Override
        public Column low() {
            return y;
        }
    }

    /** Dots, up to many thousand. */
    record Scatter(Role role, String name, Column x, Column y) implements Data {
        @Override
        public Column high() {
            return y;
        }

        @Override
        public Column low() {
            return y;
        }
    }

    /** A band between two curves. */
    record Spread(Role role, String name, Column x, Column low, Column high) implements Data {}

    /** Markers joined by lines, with bars from low to high. */
    record Measured(Role role, String name, Column x, Column y, Column low, Column high) implements Data {}

    /** An interval of x: distances seen, or, hatched, not determined. */
    record Shade(boolean hatched, double from, double to) implements Layer {}

    /** A thin line across the panel with a small label. */
    record Reference(boolean horizontal, double at, String label) implements Layer {}

    /** The line y = x. */
    record Identity() implements Layer {}

    record Note(Corner corner, String text) implements Layer {}
}
