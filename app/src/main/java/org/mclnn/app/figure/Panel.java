package org.mclnn.app.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * One panel of a {@link Figure}: axes and what is drawn between them. Each method gives a new panel with one thing more, drawn above
 * what was there; shades and reference lines lie below all curves. All texts may have {@link Marks}. Every curve needs as many x as y,
 * else an {@link IllegalArgumentException} says so. On a logarithmic axis values of zero and below are left out.
 */
public final class Panel {
    private final String title;
    private final Axis x;
    private final Axis y;
    private final List<Layer> layers;

    private Panel(String title, Axis x, Axis y, List<Layer> layers) {
        this.title = title;
        this.x = x;
        this.y = y;
        this.layers = List.copyOf(layers);
    }

    /** @param title stands above it: "(a) linear springs"; may be empty */
    public static Panel of(String title, Axis x, Axis y) {
        return new Panel(title, x, y, List.of());
    }

    /** A curve; a NaN in y lifts the pen. */
    public Panel line(Role role, double[] x, double[] y) {
        return line(role, role.legend(), x, y);
    }

    /** A curve with a name of its own in the legend; empty: it has no entry there. */
    public Panel line(Role role, String name, double[] x, double[] y) {
        return with(new Layer.Line(role, name, column("x", x, y.length), new Column(y)));
    }

    /** Dots, up to many thousand: predicted against true. */
    public Panel scatter(Role role, double[] x, double[] y) {
        return scatter(role, role.legend(), x, y);
    }

    public Panel scatter(Role role, String name, double[] x, double[] y) {
        return with(new Layer.Scatter(role, name, column("x", x, y.length), new Column(y)));
    }

    /** A band from low to high, such as least to most, or the quartiles, around a line that is drawn separately. */
    public Panel spread(Role role, double[] x, double[] low, double[] high) {
        return spread(role, "", x, low, high);
    }

    public Panel spread(Role role, String name, double[] x, double[] low, double[] high) {
        return with(new Layer.Spread(
                role, name, column("x", x, low.length), new Column(low), column("high", high, low.length)));
    }

    /** Markers joined by lines: a learning curve. */
    public Panel measured(Role role, double[] x, double[] y) {
        return measured(role, role.legend(), x, y, y, y);
    }

    /** Markers joined by lines, each with a bar from low to high. */
    public Panel measured(Role role, double[] x, double[] y, double[] low, double[] high) {
        return measured(role, role.legend(), x, y, low, high);
    }

    public Panel measured(Role role, String name, double[] x, double[] y, double[] low, double[] high) {
        return with(new Layer.Measured(
                role,
                name,
                column("x", x, y.length),
                new Column(y),
                column("low", low, y.length),
                column("high", high, y.length)));
    }

    /** Shades an interval of x: the distances seen in training. */
    public Panel seen(double from, double to) {
        return with(shade(false, from, to));
    }

    /** Hatches an interval of x: there nothing is determined by the data. */
    public Panel undetermined(double from, double to) {
        return with(shade(true, from, to));
    }

    /** A thin line at this y. */
    public Panel horizontal(double at, String label) {
        return with(reference(true, at, label));
    }

    /** A thin line at this x. */
    public Panel vertical(double at, String label) {
        return with(reference(false, at, label));
    }

    /** The line y = x; axes without fixed ends then have the same ends. */
    public Panel identity() {
        return with(new Layer.Identity());
    }

    /** Small words in a corner; several in the same one stand below each other. */
    public Panel note(Corner corner, String text) {
        return with(new Layer.Note(corner, text));
    }

    private static Layer shade(boolean hatched, double from, double to) {
        if (!(from < to)) {
            throw new IllegalArgumentException(
                    "an interval must go from a number to a larger one, was " + from + " to " + to);
        }
        return new Layer.Shade(hatched, from, to);
    }

    private static Layer reference(boolean horizontal, double at, String label) {
        if (!Double.isFinite(at)) {
            throw new IllegalArgumentException("the line '" + label + "' must be at a number, was " + at);
        }
        return new Layer.Reference(horizontal, at, label);
    }

    private static Column column(String name, double[] values, int wanted) {
        if (values.length != wanted) {
            throw new IllegalArgumentException(
                    "a curve needs as many " + name + " as other values; was " + values.length + " and " + wanted);
        }
        return new Column(values);
    }

    private Panel with(Layer layer) {
        var more = new ArrayList<>(layers);
        more.add(layer);
        return new Panel(title, x, y, more);
    }

    String title() {
        return title;
    }

    Axis x() {
        return x;
    }

    Axis y() {
        return y;
    }

    List<Layer> layers() {
        return layers;
    }

    <T extends Layer> List<T> layers(Class<T> kind) {
        return layers.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
