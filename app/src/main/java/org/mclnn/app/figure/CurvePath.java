package org.mclnn.app.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * The path of a curve in pixels, with no more points than can be seen: of many points in one pixel's width the least and the most stay,
 * of those on a straight line the ends, and what is far outside is cut off.
 */
final class CurvePath {
    private static final double WIDTH = 1.0; // of what counts as one place along x
    private static final int FEW = 4;
    private static final double STRAIGHT = 0.04;
    private static final double BEYOND = 6; // so that thick ends are cut off by the frame, not here

    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final Path2D.Double path = new Path2D.Double();
    private final double[] px;
    private final double[] py;
    private int size;
    private double penX = Double.NaN;
    private double penY = Double.NaN;

    private CurvePath(Rectangle2D area, int points) {
        left = area.getMinX() - BEYOND;
        right = area.getMaxX() + BEYOND;
        top = area.getMinY() - BEYOND;
        bottom = area.getMaxY() + BEYOND;
        px = new double[points];
        py = new double[points];
    }

    /** @param x pixels; what is no number here or in y lifts the pen */
    static Path2D of(double[] x, double[] y, Rectangle2D area) {
        var path = new CurvePath(area, x.length);
        int from = 0;
        for (int k = 0; k <= x.length; k++) {
            if (k == x.length || !Double.isFinite(x[k]) || !Double.isFinite(y[k])) {
                path.thin(x, y, from, k);
                path.straighten();
                path.draw();
                from = k + 1;
            }
        }
        return path.path;
    }

    /** Takes the points that show of one stroke of the pen. */
    private void thin(double[] x, double[] y, int from, int to) {
        size = 0;
        int k = from;
        while (k < to) {
            double place = Math.floor(x[k] / WIDTH);
            int end = k;
            int least = k;
            int most = k;
            while (end < to && Math.floor(x[end] / WIDTH) == place) {
                least = y[end] < y[least] ? end : least;
                most = y[end] > y[most] ? end : most;
                end++;
            }
            if (end - k <= FEW) {
                for (int i = k; i < end; i++) {
                    keep(x[i], y[i]);
                }
            } else {
                if (k == from) {
                    keep(x[k], y[k]);
                }
                keep(x[Math.min(least, most)], y[Math.min(least, most)]);
                keep(x[Math.max(least, most)], y[Math.max(least, most)]);
                if (end == to) {
                    keep(x[end - 1], y[end - 1]);
                }
            }
            k = end;
        }
    }

    private void keep(double x, double y) {
        px[size] = x;
        py[size] = y;
        size++;
    }

    /** Leaves out points as long as none that is left out is further than a trace from the line drawn instead. */
    private void straighten() {
        if (size < 3) {
            return;
        }
        int kept = 1;
        int anchor = 0;
        double anchorX = px[0];
        double anchorY = py[0];
        for (int k = 2; k < size; k++) {
            if (k - anchor > 200 || !straight(anchorX, anchorY, anchor, k)) {
                anchor = k - 1;
                anchorX = px[anchor];
                anchorY = py[anchor];
                px[kept] = anchorX;
                py[kept] = anchorY;
                kept++;
            }
        }
        px[kept] = px[size - 1];
        py[kept] = py[size - 1];
        size = kept + 1;
    }

    private boolean straight(double x0, double y0, int from, int to) {
        double dx = px[to] - x0;
        double dy = py[to] - y0;
        double square = dx * dx + dy * dy;
        for (int k = from + 1; k < to; k++) {
            double ux = px[k] - x0;
            double uy = py[k] - y0;
            double along = ux * dx + uy * dy;
            double across = ux * dy - uy * dx;
            if (along < 0 || along > square || across * across > STRAIGHT * STRAIGHT * square) {
                return false;
            }
        }
        return true;
    }

    private void draw() {
        penX = Double.NaN;
        if (size == 1 && inside(px[0], py[0])) {
            path.moveTo(px[0], py[0]);
            path.lineTo(px[0], py[0]);
        }
        for (int k = 1; k < size; k++) {
            segment(px[k - 1], py[k - 1], px[k], py[k]);
        }
    }

    private boolean inside(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    /** The part of a line that lies inside, after Liang and Barsky. */
    private void segment(double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double[] from = {0};
        double[] to = {1};
        if (cut(-dx, x0 - left, from, to)
                && cut(dx, right - x0, from, to)
                && cut(-dy, y0 - top, from, to)
                && cut(dy, bottom - y0, from, to)) {
            double ax = x0 + from[0] * dx;
            double ay = y0 + from[0] * dy;
            if (!(ax == penX && ay == penY)) {
                path.moveTo(ax, ay);
            }
            penX = to[0] < 1 ? x0 + to[0] * dx : x1;
            penY = to[0] < 1 ? y0 + to[0] * dy : y1;
            path.lineTo(penX, penY);
        }
    }

    private static boolean cut(double p, double q, double[] from, double[] to) {
        if (p == 0) {
            return q >= 0;
        }
        double t = q / p;
        if (p < 0) {
            from[0] = Math.max(from[0], t);
        } else {
            to[0] = Math.min(to[0], t);
        }
        return from[0] <= to[0];
    }
}
