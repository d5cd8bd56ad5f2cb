package org.mclnn.app.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.HashSet;

/** Draws the layers of a panel. */
final class LayerInk {
    private static final double GRID = 2; // scattered dots a pixel that are told apart
    private static final double CAP = 2.2;

    private final Graphics2D g;
    private final Plane plane;

    LayerInk(Graphics2D g, Plane plane) {
        this.g = g;
        this.plane = plane;
    }

    void draw(Layer layer) {
        if (layer instanceof Layer.Line line) {
            curve(line.role(), line.x(), line.y());
        } else if (layer instanceof Layer.Scatter dots) {
            scatter(dots);
        } else if (layer instanceof Layer.Spread spread) {
            spread(spread);
        } else if (layer instanceof Layer.Measured measured) {
            measured(measured);
        } else if (layer instanceof Layer.Shade shade) {
            shade(shade);
        } else if (layer instanceof Layer.Identity) {
            identity();
        }
    }

    private double[] xs(Column x) {
        var at = new double[x.size()];
        for (int k = 0; k < at.length; k++) {
            at[k] = plane.x(x.at(k));
        }
        return at;
    }

    private double[] ys(Column y) {
        var at = new double[y.size()];
        for (int k = 0; k < at.length; k++) {
            at[k] = plane.y(y.at(k));
        }
        return at;
    }

    private void curve(Role role, Column x, Column y) {
        g.setColor(role.ink().color());
        g.setStroke(Look.stroke(role));
        g.draw(CurvePath.of(xs(x), ys(y), plane.area()));
    }

    /** All dots as one path of points, each place once: thousands of them stay small in a file. */
    private void scatter(Layer.Scatter dots) {
        var path = new Path2D.Double();
        var taken = new HashSet<Long>();
        for (int k = 0; k < dots.x().size(); k++) {
            double x = Math.rint(plane.x(dots.x().at(k)) * GRID) / GRID;
            double y = Math.rint(plane.y(dots.y().at(k)) * GRID) / GRID;
            long place = Math.round(x * GRID) * 1_000_003L + Math.round(y * GRID);
            if (plane.area().contains(x, y) && taken.add(place)) {
                path.moveTo(x, y);
                path.lineTo(x, y);
            }
        }
        g.setColor(dots.role().ink().color());
        g.setStroke(Look.DOT);
        g.draw(path);
    }

    private void spread(Layer.Spread spread) {
        var path = new Path2D.Double();
        int n = spread.x().size();
        int from = 0;
        for (int k = 0; k <= n; k++) {
            if (k == n || !shown(spread, k)) {
                Bands.append(path, spread, from, k, plane);
                from = k + 1;
            }
        }
        g.setColor(Look.faint(spread.role()));
        g.fill(path);
    }

    private boolean shown(Layer.Spread spread, int k) {
        return !Double.isNaN(plane.x(spread.x().at(k)))
                && !Double.isNaN(plane.y(spread.high().at(k)))
                && !Double.isNaN(plane.foot(spread.low().at(k)));
    }

    private void measured(Layer.Measured m) {
        curve(m.role(), m.x(), m.y());
        g.setStroke(Look.OUTLINE);
        var bars = new Path2D.Double();
        for (int k = 0; k < m.x().size(); k++) {
            double x = plane.x(m.x().at(k));
            double high = plane.y(m.high().at(k));
            double low = plane.foot(m.low().at(k));
            if (low > high && plane.area().contains(x, plane.area().getCenterY())) {
                bars.append(new Line2D.Double(x, low, x, high), false);
                bars.append(new Line2D.Double(x - CAP, high, x + CAP, high), false);
                bars.append(new Line2D.Double(x - CAP, low, x + CAP, low), false);
            }
        }
        g.draw(bars);
        for (int k = 0; k < m.x().size(); k++) {
            double x = plane.x(m.x().at(k));
            double y = plane.y(m.y().at(k));
            if (plane.area().contains(x, y)) {
                marker(g, m.role(), x, y);
            }
        }
    }

    static void marker(Graphics2D g, Role role, double x, double y) {
        var shape = role.marker().at(x, y);
        boolean strokes = role.marker() == Marker.CROSS || role.marker() == Marker.PLUS;
        if (!strokes) {
            g.setColor(role.marker().filled() ? role.ink().color() : Ink.PAPER.color());
            g.fill(shape);
        }
        g.setColor(role.ink().color());
        g.setStroke(Look.OUTLINE);
        g.draw(shape);
    }

    private void shade(Layer.Shade shade) {
        double left = Math.max(plane.area().getMinX(), plane.x(Math.max(shade.from(), plane.lowX())));
        double right = Math.min(plane.area().getMaxX(), plane.x(Math.min(shade.to(), plane.highX())));
        if (left < right) {
            var box = new Rectangle2D.Double(
                    left, plane.area().getMinY(), right - left, plane.area().getHeight());
            if (shade.hatched()) {
                hatch(g, box);
            } else {
                g.setColor(Ink.SEEN.color());
                g.fill(box);
            }
        }
    }

    /** Thin diagonals, cut off at the edges of the box. */
    static void hatch(Graphics2D g, Rectangle2D box) {
        var path = new Path2D.Double();
        double height = box.getHeight();
        double first = Math.floor((box.getMinX() - height) / Look.HATCH_STEP) * Look.HATCH_STEP;
        for (double foot = first; foot < box.getMaxX(); foot += Look.HATCH_STEP) {
            double from = Math.max(foot, box.getMinX());
            double to = Math.min(foot + height, box.getMaxX());
            if (from < to) {
                path.append(
                        new Line2D.Double(from, box.getMaxY() - (from - foot), to, box.getMaxY() - (to - foot)), false);
            }
        }
        g.setColor(Ink.HATCH.color());
        g.setStroke(Look.HAIR);
        g.draw(path);
    }

    private void identity() {
        double from = Math.max(plane.lowX(), plane.lowY());
        double to = Math.min(plane.highX(), plane.highY());
        if (from < to) {
            g.setColor(Ink.FAINT.color());
            g.setStroke(Look.THIN);
            g.draw(new Line2D.Double(plane.x(from), plane.y(from), plane.x(to), plane.y(to)));
        }
    }
}
