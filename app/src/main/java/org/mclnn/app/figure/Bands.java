package org.mclnn.app.figure;

import java.awt.geom.Path2D;

/** The outline of a band between two curves; of many points in one pixel's width the extremes stay. */
final class Bands {
    private static final int FEW = 4;

    private final double[] x;
    private final double[] high;
    private final double[] low;
    private int size;

    private Bands(int points) {
        x = new double[points];
        high = new double[points];
        low = new double[points];
    }

    /** Points from {@code from} to before {@code to}: along the upper edge and back along the lower one. */
    static void append(Path2D path, Layer.Spread spread, int from, int to, Plane plane) {
        if (to - from < 2) {
            return;
        }
        var band = new Bands(to - from);
        int k = from;
        while (k < to) {
            int first = k;
            double place = Math.floor(plane.x(spread.x().at(k)));
            while (k < to && Math.floor(plane.x(spread.x().at(k))) == place) {
                k++;
            }
            if (k - first <= FEW) {
                for (int i = first; i < k; i++) {
                    band.add(spread, i, i + 1, i, plane);
                }
            } else {
                band.add(spread, first, k, k == to ? k - 1 : first, plane); // so that both ends stay where they are
            }
        }
        band.outline(path);
    }

    /** The extremes of some points, at the place of one of them. */
    private void add(Layer.Spread spread, int from, int to, int at, Plane plane) {
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int k = from; k < to; k++) {
            top = Math.min(top, limit(plane.y(spread.high().at(k)), plane));
            bottom = Math.max(bottom, limit(plane.foot(spread.low().at(k)), plane));
        }
        x[size] = plane.x(spread.x().at(at));
        high[size] = top;
        low[size] = bottom;
        size++;
    }

    /** Not further away than the clip needs: Java's painter dislikes vast shapes. */
    private static double limit(double y, Plane plane) {
        double height = plane.area().getHeight();
        return Math.max(plane.area().getMinY() - height, Math.min(plane.area().getMaxY() + height, y));
    }

    private void outline(Path2D path) {
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
