package org.mclnn.app.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** A thin black axis with ticks inside. The labels of axes on the left stand in line, however wide their numbers are. */
final class FigureAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;
    private static final BasicStroke THIN = new BasicStroke(0.8f);
    private static final double NUMBERS = 46; // room for the numbers of a left axis

    FigureAxis(String label, double low, double high, int ticks) {
        super(label);
        setRange(low, high);
        var round = Ticks.of(low, high, ticks);
        setTickUnit(new NumberTickUnit(round.step(), new Format(round)));
        setLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        setLabelPaint(Color.BLACK);
        setTickLabelPaint(Color.BLACK);
        setAxisLinePaint(Color.BLACK);
        setTickMarkPaint(Color.BLACK);
        setAxisLineStroke(THIN);
        setTickMarkStroke(THIN);
        setTickMarkInsideLength(5f);
        setTickMarkOutsideLength(0f);
        setTickLabelInsets(new RectangleInsets(3, 5, 3, 5));
    }

    @Override
    protected AxisState drawLabel(
            String label,
            Graphics2D graphics,
            Rectangle2D plotArea,
            Rectangle2D dataArea,
            RectangleEdge edge,
            AxisState state) {
        if (RectangleEdge.LEFT.equals(edge)) {
            state.setCursor(Math.min(state.getCursor(), dataArea.getMinX() - NUMBERS));
        }
        return super.drawLabel(label, graphics, plotArea, dataArea, edge, state);
    }

    /** As in the terminal, with a true minus sign. */
    private static final class Format extends NumberFormat {
        private static final long serialVersionUID = 1L;

        private final transient Ticks ticks;

        Format(Ticks ticks) {
            this.ticks = ticks;
        }

        @Override
        public StringBuffer format(double value, StringBuffer out, FieldPosition position) {
            return out.append(ticks.label(value).replace('-', '−'));
        }

        @Override
        public StringBuffer format(long value, StringBuffer out, FieldPosition position) {
            return format((double) value, out, position);
        }

        @Override
        public Number parse(String text, ParsePosition position) {
            throw new UnsupportedOperationException("axes are only written");
        }
    }
}
