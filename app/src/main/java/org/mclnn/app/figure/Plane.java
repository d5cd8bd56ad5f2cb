package org.mclnn.app.figure;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/** From the units of the axes to pixels. */
final class Plane {
    private static final double FAR = 1e6; // beyond any figure, and near enough for painters to cope with

    private final Rectangle2D area;
    private final ValueAxis x;
    private final ValueAxis y;

    Plane(Rectangle2D area, ValueAxis x, ValueAxis y) {
        this.area = area;
        this.x = x;
        this.y = y;
    }

    Rectangle2D area() {
        return area;
    }

    /** NaN for what is no number, or not positive on a logarithmic axis. */
    double x(double value) {
        return at(x, value, RectangleEdge.BOTTOM);
    }

    double y(double value) {
        return at(y, value, RectangleEdge.LEFT);
    }

    /** As {@link #y}, but zero and below at the foot of a logarithmic axis: for what reaches down there from above. */
    double foot(double value) {
        return y instanceof LogAxis && value <= 0 ? area.getMaxY() : y(value);
    }

    private double at(ValueAxis axis, double value, RectangleEdge edge) {
        if (!Double.isFinite(value) || (axis instanceof LogAxis && !(value > 0))) {
            return Double.NaN;
        }
        return Math.max(-FAR, Math.min(FAR, axis.valueToJava2D(value, area, edge)));
    }

    double lowX() {
        return x.getLowerBound();
    }

    double highX() {
        return x.getUpperBound();
    }

    double lowY() {
        return y.getLowerBound();
    }

    double highY() {
        return y.getUpperBound();
    }
}
