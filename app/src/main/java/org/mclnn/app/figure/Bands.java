package org.mclnn.app.figure;

import java.awt.geom.Path2D;

/** The outline of a band between two curves. */
final class Bands {
    private Bands() {}

    /** Points from {@code from} to before {@code to}: along the upper edge and back along the lower one, of each pixel's width the extremes. */
    static void append(Path2D path, Layer.Spread spread, int from, int to, Plane plane) {
        int n = to - from;
        if (n < 2) {
            return;
        }
        var x = new double[n];
        var high = new double[n];
        var low = new double[n];
        int size = 0;
        int k = from;
        while (k < to) {
            double place = Math.floor(plane.x(spread.x().at(k)));
            int first = k;
            double top = Double.POSITIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            while (k < to && Math.floor(plane.x(spread.x().at(k))) == place) {
                top = Math.min(top, limit(plane.y(spread.high().at(k)), plane));
                bottom = Math.max(bottom, limit(plane.foot(spread.low().at(k)), plane));
                k++;
            }
            x[size] = plane.x(spread.x().at(k == to ? k - 1 : first)); // so that both ends stay where they are
            high[size] = top;
            low[size] = bottom;
            size++;
        }
        outline(path, x, high, low, size);
    }

    /** Not further away than the clip needs: Java's painter dislikes vast shapes. */
    private static double limit(double y, Plane plane) {
        double height = plane.area().getHeight();
        return Math.max(plane.area().getMinY() - height, Math.min(plane.area().getMaxY() + height, y));
    }

    private static void outline(Path2D path, double[] x, double[] high, double[] low, int size) {
        path.moveTo(x[0], high[0]);
        for (int k = 1; k < size; k++) {
            path.lineTo(x[k], high[k]);
        }
        for (int k = size - 1; k >= 0; k--) {
            path.lineTo(x[k], low[k]);
        }
        path.closePath();
    }
}
