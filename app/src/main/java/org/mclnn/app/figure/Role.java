package org.mclnn.app.figure;

/**
 * What a curve stands for. It has the same colour (of Okabe and Ito), the same dashes and the same marker in all figures, so that it is
 * told from the others in grey print too.
 */
public enum Role {
    TRUTH("truth", Ink.BLACK, 2.6, Marker.DISC, ""),
    MCLNN("MCLNN", Ink.VERMILION, 1.5, Marker.CIRCLE, "5 3"),
    BASELINE("baseline LNN", Ink.BLUE, 1.3, Marker.SQUARE, "7 2 1.5 2"),
    UNDIVIDED("undivided", Ink.PURPLE, 1.5, Marker.TRIANGLE, "11 2.5"),
    SPLINE("spline", Ink.GREEN, 1.5, Marker.DIAMOND, "3.5 1.8"),
    LEAST_SQUARES("least squares", Ink.ORANGE, 1.7, Marker.WEDGE, "1.5 1.6"),
    ADAM("Adam", Ink.SKY, 1.6, Marker.CROSS, "9 1.8 1.5 1.8 1.5 1.8"),
    TRAIN("training", Ink.BLUE, 1.5, Marker.DISC, ""),
    VALID("validation", Ink.VERMILION, 1.5, Marker.SQUARE, "2.4 1.8"),
    FIRST("first", Ink.GREEN, 1.5, Marker.BLOCK, ""),
    SECOND("second", Ink.PURPLE, 1.5, Marker.DIAMOND, "5 2"),
    THIRD("third", Ink.SKY, 1.6, Marker.PLUS, "2 1.8");

    private final String name;
    private final Ink ink;
    private final double width;
    private final Marker marker;
    private final String dashes;

    Role(String name, Ink ink, double width, Marker marker, String dashes) {
        this.name = name;
        this.ink = ink;
        this.width = width;
        this.marker = marker;
        this.dashes = dashes;
    }

    /** What the legend calls it, unless the curve has a name of its own. */
    public String legend() {
        return name;
    }

    Ink ink() {
        return ink;
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
