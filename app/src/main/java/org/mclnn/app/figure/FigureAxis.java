package org.mclnn.app.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;

/** Draws an axis as journals do: marks inside on both edges, long and short, few numbers, the label at a fixed place. */
final class FigureAxis {
    private static final double LINE = Look.LABEL + 2.0;
    private static final double OVER = 4; // how much longer than the frame a label may be at each end
    private static final double LONG = 4.5;
    private static final double SHORT = 2.5;
    /** From the frame to the numbers. */
    static final double PAD = 4;

    private final TickMarks marks;
    private final String label;
    private final double labelAt;
    private final boolean numbered;

    /**
     * @param labelAt distance of the label's line from the frame
     * @param numbered whether numbers and label are written
     */
    private FigureAxis(TickMarks marks, String label, double labelAt, boolean numbered) {
        this.marks = marks;
        this.label = label;
        this.labelAt = labelAt;
        this.numbered = numbered;
    }

    static ValueAxis of(Axis axis, Span span, TickMarks marks, double labelAt, boolean numbered) {
        var ink = new FigureAxis(marks, axis.label(), labelAt, numbered);
        return axis.logarithmic() ? new Decades(span, ink) : new Linear(span, ink);
    }

    /** How wide the label of a vertical axis is, across its lines. */
    static double labelWidth(String label, double height) {
        return label.isEmpty()
                ? 0
                : LINE * Words.lines(label, Look.LABEL, longest(height)).size() + 1;
    }

    private static double longest(double height) {
        return height + 2 * OVER;
    }

    private void draw(Graphics2D g, ValueAxis axis, Rectangle2D area, RectangleEdge edge) {
        boolean below = edge.equals(RectangleEdge.BOTTOM);
        var path = new Path2D.Double();
        for (double value : marks.minor()) {
            mark(path, axis.valueToJava2D(value, area, edge), area, below, SHORT);
        }
        for (double value : marks.major()) {
            mark(path, axis.valueToJava2D(value, area, edge), area, below, LONG);
        }
        g.setStroke(Look.HAIR);
        g.setColor(Ink.BLACK.color());
        g.draw(path);
        if (numbered) {
            numbers(g, axis, area, edge, below);
            label(g, area, below);
        }
    }

    private static void mark(Path2D path, double at, Rectangle2D area, boolean below, double length) {
        if (below) {
            path.append(new Line2D.Double(at, area.getMaxY(), at, area.getMaxY() - length), false);
            path.append(new Line2D.Double(at, area.getMinY(), at, area.getMinY() + length), false);
        } else {
            path.append(new Line2D.Double(area.getMinX(), at, area.getMinX() + length, at), false);
            path.append(new Line2D.Double(area.getMaxX(), at, area.getMaxX() - length, at), false);
        }
    }

    private void numbers(Graphics2D g, ValueAxis axis, Rectangle2D area, RectangleEdge edge, boolean below) {
        for (int k = 0; k < marks.labels().size(); k++) {
            double at = axis.valueToJava2D(marks.major().get(k), area, edge);
            var text = marks.labels().get(k);
            if (below) {
                Words.draw(g, text, at, area.getMaxY() + PAD + 0.8 * Look.SMALL, Words.Align.MIDDLE, Look.SMALL);
            } else {
                Words.draw(g, text, area.getMinX() - PAD, at + 0.36 * Look.SMALL, Words.Align.END, Look.SMALL);
            }
        }
        if (!marks.factor().isEmpty()) {
            double x = below ? area.getMaxX() : area.getMinX() - PAD - 1;
            double y = below ? area.getMaxY() + labelAt : area.getMinY() - 5;
            Words.draw(g, marks.factor(), x, y, Words.Align.END, Look.SMALL);
        }
    }

    private void label(Graphics2D g, Rectangle2D area, boolean below) {
        if (label.isEmpty()) {
            return;
        }
        if (below) {
            float size = (float) Words.fitting(label, Look.LABEL, area.getWidth() + 2 * OVER);
            Words.draw(g, label, area.getCenterX(), area.getMaxY() + labelAt, Words.Align.MIDDLE, size);
        } else {
            double longest = longest(area.getHeight());
            double x = area.getMinX() - labelAt;
            for (var line : Words.lines(label, Look.LABEL, longest)) {
                Words.drawUpwards(g, line, x, area.getCenterY(), Look.LABEL, longest);
                x += LINE;
            }
        }
    }

    private static final class Linear extends NumberAxis {
        private static final long serialVersionUID = 1L;

        private final transient FigureAxis ink;

        Linear(Span span, FigureAxis ink) {
            super("");
            this.ink = ink;
            setRange(span.low(), span.high());
        }

        @Override
        public AxisState draw(
                Graphics2D g,
                double cursor,
                Rectangle2D plotArea,
                Rectangle2D dataArea,
                RectangleEdge edge,
                PlotRenderingInfo info) {
            ink.draw(g, this, dataArea, edge);
            return new AxisState(cursor);
        }
    }

    private static final class Decades extends LogAxis {
        private static final long serialVersionUID = 1L;

        private final transient FigureAxis ink;

        Decades(Span span, FigureAxis ink) {
            super("");
            this.ink = ink;
            setSmallestValue(Double.MIN_NORMAL);
            setRange(span.low(), span.high());
        }

        /** The same on every machine, which Math.log need not be. */
        @Override
        public double calculateLog(double value) {
            return StrictMath.log10(value);
        }

        @Override
        public double calculateValue(double log) {
            return StrictMath.pow(10, log);
        }

        @Override
        public AxisState draw(
                Graphics2D g,
                double cursor,
                Rectangle2D plotArea,
                Rectangle2D dataArea,
                RectangleEdge edge,
                PlotRenderingInfo info) {
            ink.draw(g, this, dataArea, edge);
            return new AxisState(cursor);
        }
    }
}
