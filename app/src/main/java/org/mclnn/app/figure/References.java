package org.mclnn.app.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws reference lines, and writes their labels where they hide least. */
final class References {
    private static final double PAD = 3;
    private static final double LETTERS = 1.1 * Look.SMALL;

    private final Graphics2D g;
    private final Plane plane;
    private final Rectangle2D area;

    References(Graphics2D g, Plane plane) {
        this.g = g;
        this.plane = plane;
        area = plane.area();
    }

    void line(Layer.Reference reference) {
        double at = at(reference);
        if (isVisible(reference, at)) {
            g.setColor(Ink.FAINT.color());
            g.setStroke(Look.REFERENCE);
            g.draw(
                    reference.horizontal()
                            ? new Line2D.Double(area.getMinX(), at, area.getMaxX(), at)
                            : new Line2D.Double(at, area.getMinY(), at, area.getMaxY()));
        }
    }

    private double at(Layer.Reference reference) {
        return reference.horizontal() ? plane.y(reference.at()) : plane.x(reference.at());
    }

    private boolean isVisible(Layer.Reference reference, double at) {
        return reference.horizontal()
                ? at >= area.getMinY() && at <= area.getMaxY()
                : at >= area.getMinX() && at <= area.getMaxX();
    }

    /** @param data what is better not hidden */
    void label(Layer.Reference reference, List<Layer.Data> data) {
        double at = at(reference);
        if (reference.label().isEmpty() || !isVisible(reference, at)) {
            return;
        }
        double width = Words.width(reference.label(), Look.SMALL);
        var best = new Rectangle2D.Double();
        long least = Long.MAX_VALUE;
        for (var box : reference.horizontal() ? alongside(at, width) : upright(at, width)) {
            long hidden = area.contains(box) ? hidden(box, data) : Long.MAX_VALUE - 1;
            if (hidden < least) {
                least = hidden;
                best = box;
            }
        }
        Words.note(g, reference.label(), best.x, best.y + 0.8 * LETTERS, Words.Align.START);
    }

    /** Above and below a horizontal line, right before left. */
    private List<Rectangle2D.Double> alongside(double y, double width) {
        var boxes = new ArrayList<Rectangle2D.Double>();
        for (double x : new double[] {area.getMaxX() - 2 * PAD - width, area.getMinX() + 2 * PAD}) {
            boxes.add(new Rectangle2D.Double(x, y - LETTERS - 1, width, LETTERS));
            boxes.add(new Rectangle2D.Double(x, y + 2, width, LETTERS));
        }
        return boxes;
    }

    /** On both sides of a vertical line, the top before the foot. */
    private List<Rectangle2D.Double> upright(double x, double width) {
        var boxes = new ArrayList<Rectangle2D.Double>();
        for (double y : new double[] {area.getMinY() + 2 * PAD, area.getMaxY() - 2 * PAD - LETTERS}) {
            boxes.add(new Rectangle2D.Double(x + PAD, y, width, LETTERS));
            boxes.add(new Rectangle2D.Double(x - PAD - width, y, width, LETTERS));
        }
        return boxes;
    }

    private long hidden(Rectangle2D box, List<Layer.Data> data) {
        long count = 0;
        for (var layer : data) {
            for (int k = 0; k < layer.x().size(); k++) {
                double x = plane.x(layer.x().at(k));
                count += box.contains(x, plane.y(layer.high().at(k))) ? 1 : 0;
                count += box.contains(x, plane.y(layer.low().at(k))) ? 1 : 0;
            }
        }
        return count;
    }
}
