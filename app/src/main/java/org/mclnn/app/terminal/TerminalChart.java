package org.mclnn.app.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mclnn.app.chart.LawCurves;
import org.mclnn.app.chart.Ticks;
import org.mclnn.app.terminal.CharCanvas.Ink;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairPotential;

/**
 * A curve drawn with characters: braille dots, or plain ASCII. The curve breaks between bands, and the gap is hatched. A steep end that
 * would press the rest flat is cut off, and the chart says so.
 */
public final class TerminalChart {
    private static final int LEAST_COLUMNS = 20;
    private static final int MARKER_SPACING = 6;
    private static final String MARKERS = "ox+*#"; // of further curves, in turns
    private static final int POINTS = 800;
    private static final String LEVELS = "▁▂▃▄▅▆▇█";
    private static final String ASCII_LEVELS = ".:-=+*#@";

    private final Curve curve;
    private final String yLabel;
    private String title = "";
    private String xLabel = "r";
    private String name = "";
    private double[] density = {};
    private final List<Curve> others = new ArrayList<>();
    private final List<String> otherNames = new ArrayList<>();
    private int width = 80;
    private int height = 14;
    private boolean color;
    private boolean unicode = true;

    private TerminalChart(String yLabel, Curve curve) {
        this.yLabel = yLabel;
        this.curve = curve;
    }

    /**
     * A chart of y against x.
     *
     * @param x ascending
     * @param band index of the band of each point; the curve breaks where it changes
     */
    public static TerminalChart of(String yLabel, double[] x, double[] y, int[] band) {
        return new TerminalChart(yLabel, new Curve(x, y, band));
    }

    /** V(r) of a learned law, with coverage, beside the truth if that is known. */
    public static TerminalChart energy(LearnedPotential law, Optional<PairPotential> truth) {
        var c = LawCurves.of(law, truth, POINTS);
        var label = "V(r)" + c.units().behindSymbol() + ", " + c.units().energyWords();
        return of(c, label, c.energy(), c.truthEnergy());
    }

    /** F(r) = -dV/dr of a learned law, with coverage, beside the truth if that is known. */
    public static TerminalChart force(LearnedPotential law, Optional<PairPotential> truth) {
        var c = LawCurves.of(law, truth, POINTS);
        var per = c.units().behindSymbol();
        var label = "F(r)" + per + " = -dV/dr" + per + ", " + c.units().forceWords();
        return of(c, label, c.force(), c.truthForce());
    }

    private static TerminalChart of(LawCurves c, String label, double[] y, double[] truth) {
        var chart = of(label, c.r(), y, c.band()).density(c.density()).name("learned");
        chart.xLabel =
                "r" + (c.units().length().isEmpty() ? "" : ", " + c.units().length());
        return c.hasTruth() ? chart.other("truth", c.r(), truth, c.band()) : chart;
    }

    public TerminalChart title(String text) {
        title = text;
        return this;
    }

    public TerminalChart xLabel(String text) {
        xLabel = text;
        return this;
    }

    /** Name of the curve in the legend. */
    public TerminalChart name(String text) {
        name = text;
        return this;
    }

    /** How much was seen at each x of the curve, in any unit. */
    public TerminalChart density(double[] values) {
        density = values.clone();
        return this;
    }

    /** A further curve, drawn as markers: the first as circles. */
    public TerminalChart other(String legend, double[] x, double[] y, int[] band) {
        otherNames.add(legend);
        others.add(new Curve(x, y, band));
        return this;
    }

    /** Characters across in all, and rows of the plot without axis and legend. */
    public TerminalChart size(int columns, int rows) {
        width = columns;
        height = Math.max(4, rows);
        return this;
    }

    public TerminalChart color(boolean wanted) {
        color = wanted;
        return this;
    }

    /** False: ASCII only. */
    public TerminalChart unicode(boolean wanted) {
        unicode = wanted;
        return this;
    }

    /** The chart; lines end with a line feed, the last one too. */
    public String draw() {
        var range = curve.range();
        var yTicks = Ticks.of(range.low(), range.high(), Math.max(2, height / 3));
        int margin = yTicks.values().stream()
                .mapToInt(v -> yTicks.label(v).length())
                .max()
                .orElse(1);
        margin = Math.max(margin, density.length > 0 ? 4 : 1) + 1; // "seen"
        int columns = Math.max(LEAST_COLUMNS, width - margin - 2);
        var canvas = new CharCanvas(columns, height, unicode);
        var plot = new ChartPlot(canvas, curve.first(), curve.last(), range, unicode);
        plot.curve(curve);
        plot.gaps(curve);
        plot.zeroLine();
        for (int k = 0; k < others.size(); k++) {
            plot.markers(others.get(k), marker(k), MARKER_SPACING, MARKER_SPACING * (2 * k + 1) / (2 * others.size()));
        }
        var clipped = plot.clipped(curve);

        var out = new StringBuilder();
        header(out, margin + 1 + columns);
        for (int row = 0; row < height; row++) {
            leftAxis(out, yTicks, plot, row, margin);
            canvas.appendRow(row, out, color);
            endLine(out);
        }
        bottomAxis(out, plot, columns, margin);
        for (var note : clipped) {
            out.append(" ".repeat(margin + 1))
                    .append(Ink.ALERT.paint(note, color))
                    .append('\n');
        }
        return out.toString();
    }

    private static char marker(int other) {
        return MARKERS.charAt(other % MARKERS.length());
    }

    private void header(StringBuilder out, int columns) {
        if (!title.isEmpty()) {
            out.append(Ink.STRONG.paint(title, color)).append('\n');
        }
        var texts = new ArrayList<String>();
        var inks = new ArrayList<Ink>();
        if (!name.isEmpty()) {
            texts.add((unicode ? "⠤⠤ " : "..: ") + name);
            inks.add(Ink.FIRST);
        }
        for (int k = 0; k < others.size(); k++) {
            texts.add(marker(k) + " " + otherNames.get(k));
            inks.add(Ink.SECOND);
        }
        if (curve.hasGap()) {
            texts.add((unicode ? "╱╱ " : "// ") + "not determined");
            inks.add(Ink.FAINT);
        }
        int length = texts.stream().mapToInt(t -> Glyphs.columns(t) + 3).sum();
        out.append(yLabel);
        boolean fits = yLabel.length() + length <= columns;
        if (!fits) {
            out.append('\n');
        }
        int blank = columns - length + 3 - (fits ? yLabel.length() : 0);
        out.append(" ".repeat(Math.max(1, texts.isEmpty() ? 0 : blank)));
        for (int k = 0; k < texts.size(); k++) {
            out.append(k > 0 ? "   " : "").append(inks.get(k).paint(texts.get(k), color));
        }
        endLine(out);
    }

    private void leftAxis(StringBuilder out, Ticks ticks, ChartPlot plot, int row, int margin) {
        var label = "";
        for (double value : ticks.values()) {
            if (plot.row(value) == row) {
                label = ticks.label(value);
            }
        }
        out.append(" ".repeat(margin - 1 - label.length())).append(label).append(' ');
        char axis = label.isEmpty() ? (unicode ? '│' : '|') : (unicode ? '┤' : '+');
        out.append(Ink.FAINT.paint(String.valueOf(axis), color));
    }

    private void bottomAxis(StringBuilder out, ChartPlot plot, int columns, int margin) {
        var ticks = Ticks.of(curve.first(), curve.last(), Math.max(2, columns / 10));
        var line = new char[columns];
        Arrays.fill(line, unicode ? '─' : '-');
        var labels = new char[columns + 1];
        Arrays.fill(labels, ' ');
        int free = 0;
        for (double value : ticks.values()) {
            int column = plot.column(value);
            var label = ticks.label(value);
            int at = Math.max(0, Math.min(labels.length - label.length(), column - (label.length() - 1) / 2));
            line[column] = unicode ? '┬' : '+';
            if (at >= free) {
                label.getChars(0, label.length(), labels, at);
                free = at + label.length() + 1;
            }
        }
        out.append(" ".repeat(margin));
        out.append(Ink.FAINT.paint((unicode ? "└" : "+") + new String(line), color))
                .append('\n');
        out.append(" ".repeat(margin + 1)).append(labels);
        endLine(out);
        if (density.length > 0) {
            out.append(" ".repeat(margin - 5))
                    .append(Ink.SEEN.paint("seen", color))
                    .append("  ");
            out.append(Ink.SEEN.paint(densityRow(plot, columns), color));
            endLine(out);
        }
        out.append(" ".repeat(margin + 1 + Math.max(0, (columns - xLabel.length()) / 2)))
                .append(xLabel)
                .append('\n');
    }

    private String densityRow(ChartPlot plot, int columns) {
        var seen = curve.with(density);
        double most = Arrays.stream(density).max().orElse(0.0);
        var levels = unicode ? LEVELS : ASCII_LEVELS;
        var row = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            double value = seen.mean(plot.x(column), plot.x(column + 1));
            int level = (int) Math.min(levels.length() - 1, value / most * levels.length());
            row.append(value > 0 ? levels.charAt(level) : ' ');
        }
        return row.toString();
    }

    private static void endLine(StringBuilder out) {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        out.append('\n');
    }
}
