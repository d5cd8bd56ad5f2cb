package org.mclnn.app.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.mclnn.app.chart.ValueRange;

/** From where to where an axis goes. */
record Span(double low, double high) {
    private static final double MARGIN = 0.05;
    private static final double ROOM_FOR_NOTE = 0.2;
    private static final double VAST = 1e300; // nothing is drawn beyond, lest differences overflow

    /** Of the x of some panels, which share it. */
    static Span ofX(List<Panel> panels) {
        var all = panels.stream().flatMapToDouble(Span::xs).toArray();
        boolean curves = panels.stream()
                .flatMap(panel -> panel.layers(Layer.Data.class).stream())
                .allMatch(data -> data instanceof Layer.Line || data instanceof Layer.Spread);
        return of(panels.get(0).x(), all, curves ? 0 : MARGIN); // curves may touch the frame, markers not
    }

    static Span ofY(Panel panel) {
        var span = of(panel.y(), ys(panel).toArray(), MARGIN);
        boolean noted = panel.y().logarithmic()
                && panel.layers(Layer.Data.class).stream().anyMatch(Hidden::isHidden);
        if (!noted || !Double.isNaN(panel.y().low())) {
            return span;
        }
        double decades = StrictMath.log10(span.high()) - StrictMath.log10(span.low());
        return new Span(span.low() / StrictMath.pow(10, ROOM_FOR_NOTE * decades), span.high());
    }

    /** Of both axes of panels whose x and y mean the same. */
    static Span ofBoth(Panel panel) {
        return of(panel.x(), DoubleStream.concat(xs(panel), ys(panel)).toArray(), MARGIN);
    }

    private static DoubleStream xs(Panel panel) {
        return panel.layers(Layer.Data.class).stream()
                .flatMapToDouble(data -> Arrays.stream(data.x().toArray()));
    }

    private static DoubleStream ys(Panel panel) {
        return panel.layers(Layer.Data.class).stream()
                .flatMapToDouble(data -> DoubleStream.concat(
                        Arrays.stream(data.low().toArray()),
                        Arrays.stream(data.high().toArray())));
    }

    private static Span of(Axis axis, double[] values, double margin) {
        var shown = Arrays.stream(values)
                .filter(v -> Math.abs(v) < VAST && (!axis.logarithmic() || v > 1 / VAST))
                .toArray();
        var automatic = axis.logarithmic() ? decades(shown, margin) : linear(shown, axis.focused(), margin);
        double low = Double.isNaN(axis.low()) ? automatic.low() : axis.low();
        double high = Double.isNaN(axis.high()) ? automatic.high() : axis.high();
        if (low < high) {
            return new Span(low, high);
        }
        // all data lie beyond the one end that is fixed
        double away = axis.logarithmic() ? 0 : 1;
        return Double.isNaN(axis.high())
                ? new Span(low, axis.logarithmic() ? 10 * low : low + away)
                : new Span(axis.logarithmic() ? high / 10 : high - away, high);
    }

    private static Span linear(double[] values, boolean focused, double margin) {
        if (values.length == 0) {
            return new Span(0, 1);
        }
        if (focused) {
            var range = ValueRange.of(values);
            return new Span(range.low(), range.high());
        }
        double low = Arrays.stream(values).min().getAsDouble();
        double high = Arrays.stream(values).max().getAsDouble();
        if (!(high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high)))) { // a constant
            double half = low == 0 ? 1 : 0.5 * Math.abs(low);
            return new Span(low - half, high + half);
        }
        double extra = margin * (high - low);
        return new Span(low - extra, high + extra);
    }

    private static Span decades(double[] values, double margin) {
        if (values.length == 0) {
            return new Span(0.1, 10);
        }
        double low = StrictMath.log10(Arrays.stream(values).min().getAsDouble());
        double high = StrictMath.log10(Arrays.stream(values).max().getAsDouble());
        if (margin > 0 || high == low) {
            double extra = Math.max(0.06, margin * (high - low));
            low -= extra;
            high += extra;
        }
        return new Span(StrictMath.pow(10, low), StrictMath.pow(10, high));
    }

    /** How far along the axis a value is: 0 at the beginning, 1 at the end. */
    double share(double value, boolean logarithmic) {
        return logarithmic
                ? (StrictMath.log10(value) - StrictMath.log10(low)) / (StrictMath.log10(high) - StrictMath.log10(low))
                : (value - low) / (high - low);
    }
}
