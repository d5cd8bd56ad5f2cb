package org.mclnn.app.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mclnn.app.chart.ValueRange;
import org.mclnn.app.terminal.CharCanvas.Ink;

/** The area between the axes of a {@link TerminalChart}. */
final class ChartPlot {
    private final CharCanvas canvas;
    private final double from;
    private final double to;
    private final ValueRange range;
    private final boolean unicode;

    ChartPlot(CharCanvas canvas, double from, double to, ValueRange range, boolean unicode) {
        this.canvas = canvas;
        this.from = from;
        this.to = to > from ? to : from + 1;
        this.range = range;
        this.unicode = unicode;
    }

    /** The value at the left edge of a column. */
    double x(int column) {
        return from + (to - from) * column / canvas.columns();
    }

    /** The column that holds x. */
    int column(double x) {
        int column = (int) Math.floor((x - from) / (to - from) * canvas.columns());
        return Math.max(0, Math.min(canvas.columns() - 1, column));
    }

    /** The row that holds y; may lie outside. */
    int row(double y) {
        return (int) Math.floor(dotY(y) / canvas.down());
    }

    private double dotX(double x) {
        return Math.min((x - from) / (to - from), 1 - 1e-9) * canvas.columns() * canvas.across();
    }

    private double dotY(double y) {
        return (range.high() - y) / range.width() * canvas.rows() * canvas.down();
    }

    void curve(Curve curve) {
        for (int k = 0; k < curve.points(); k++) {
            double x1 = curve.x(k);
            double y1 = curve.y(k);
            double x0 = curve.joined(k) ? curve.x(k - 1) : x1;
            double y0 = curve.joined(k) ? curve.y(k - 1) : y1;
            if (Double.isFinite(y0) && Double.isFinite(y1) && !(outside(y0) && outside(y1))) {
                // a steep end is cut where it leaves, not drawn along the edge
                double a = clip(y0);
                double b = clip(y1);
                double slope = y1 == y0 ? 0 : (x1 - x0) / (y1 - y0);
                canvas.line(dotX(x0 + (a - y0) * slope), dotY(a), dotX(x1 + (b - y1) * slope), dotY(b), Ink.FIRST);
            }
        }
    }

    private boolean outside(double y) {
        return y < range.low() || y > range.high();
    }

    private double clip(double y) {
        return Math.max(range.low(), Math.min(range.high(), y));
    }

    void gaps(Curve curve) {
        for (int k = 1; k < curve.points(); k++) {
            if (!curve.joined(k)) {
                for (int column = column(curve.x(k - 1)) + 1; column < column(curve.x(k)); column++) {
                    for (int row = 0; row < canvas.rows(); row++) {
                        if ((column + row) % 4 == 0) {
                            canvas.put(column, row, unicode ? '╱' : '/', Ink.FAINT);
                        }
                    }
                }
            }
        }
    }

    void zeroLine() {
        if (range.low() < 0 && range.high() > 0) {
            for (int column = 0; column < canvas.columns(); column++) {
                if (canvas.empty(column, row(0))) {
                    canvas.put(column, row(0), unicode ? '┈' : '-', Ink.FAINT);
                }
            }
        }
    }

    void markers(Curve curve, char marker, int spacing, int first) {
        for (int column = first; column < canvas.columns(); column += spacing) {
            double y = curve.value(0.5 * (x(column) + x(column + 1)));
            if (Double.isFinite(y) && !outside(y)) {
                canvas.put(column, row(y), marker, Ink.SECOND);
            }
        }
    }

    /** Marks where the curve leaves the chart, and says how far it goes. */
    List<String> clipped(Curve curve) {
        int highest = -1;
        int lowest = -1;
        for (int k = 0; k < curve.points(); k++) {
            double y = curve.y(k);
            if (y > range.high() && (highest < 0 || y > curve.y(highest))) {
                highest = k;
            }
            if (y < range.low() && (lowest < 0 || y < curve.y(lowest))) {
                lowest = k;
            }
            boolean leaves = k > 0 && outside(y) != outside(curve.y(k - 1)) && curve.joined(k);
            if (leaves) {
                double out = outside(y) ? y : curve.y(k - 1);
                boolean up = out > range.high();
                canvas.put(column(curve.x(k)), up ? 0 : canvas.rows() - 1, arrow(up), Ink.ALERT);
            }
        }
        var notes = new ArrayList<String>();
        if (highest >= 0) {
            notes.add(note(true, curve, highest));
        }
        if (lowest >= 0) {
            notes.add(note(false, curve, lowest));
        }
        return notes;
    }

    private String note(boolean up, Curve curve, int k) {
        return String.format(
                Locale.ROOT,
                "%s cut off here: it %s to %.3g at %.3g",
                arrow(up),
                up ? "rises" : "falls",
                curve.y(k),
                curve.x(k));
    }

    private char arrow(boolean up) {
        return up ? (unicode ? '▲' : '^') : (unicode ? '▼' : 'v');
    }
}
