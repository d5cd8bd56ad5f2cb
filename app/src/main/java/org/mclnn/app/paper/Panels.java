package org.mclnn.app.paper;

import org.mclnn.app.study.Table;

/** What the panels of the figures have in common. */
final class Panels {
    /** Width of a figure of three or four columns, in pixels. */
    static final int WIDE = 960;

    private static final double LEAST = 1e-17; // below the rounding of any error that is drawn

    private Panels() {}

    /** (a) is number 0. */
    static String letter(int number) {
        return "(" + (char) ('a' + number) + ")";
    }

    /** What a model is off by in a quantity, for a logarithmic axis: at least {@value #LEAST}. */
    static double[] error(Table curves, String model, String quantity) {
        var truth = curves.column("truth " + quantity);
        var learned = curves.column(model + " " + quantity);
        for (int k = 0; k < truth.length; k++) {
            truth[k] = Math.max(LEAST, Math.abs(learned[k] - truth[k]));
        }
        return truth;
    }
}
