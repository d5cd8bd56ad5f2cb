package org.mclnn.app.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** How figures look: white ground, thin axes, the colours of Okabe and Ito, a line style for each curve besides. */
final class FigureLook {
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    /** Room for the axes on the left, the same for all panels. */
    static final double LEFT = 70;

    private static final Color BLUE = new Color(0x0072B2);
    private static final Color VERMILION = new Color(0xD55E00);
    private static final Color GREEN = new Color(0x009E73);
    private static final Color LIGHT = new Color(0xB0B0B0);
    private static final BasicStroke THIN = new BasicStroke(0.8f);
    private static final BasicStroke SOLID = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6f, 5f}, 0f);
    private static final int BINS = 120;
    private static final int FINE = 8; // samples of the density per bin

    private final TexturePaint hatch = hatch();

    /** Thin grey diagonals, drawn four times as fine as the texture's tile so that they stay sharp when scaled. */
    private static TexturePaint hatch() {
        int fine = 4;
        int side = 9;
        var tile = new BufferedImage(side * fine, side * fine, BufferedImage.TYPE_INT_RGB);
        var graphics = tile.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0xF6F6F6));
        graphics.fillRect(0, 0, side * fine, side * fine);
        graphics.scale(fine, fine);
        graphics.setColor(new Color(0xCFCFCF));
        graphics.setStroke(new BasicStroke(0.9f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        for (int k = -1; k <= 1; k++) { // the neighbours' corners too, else the seams show
            graphics.draw(new Line2D.Double(k * side - 1, side + 1, (k + 1) * side + 1, -1));
        }
        graphics.dispose();
        return new TexturePaint(tile, new Rectangle2D.Double(0, 0, side, side));
    }

    /** One curve, the truth on top of it, a line at zero. */
    XYPlot panel(String label, LawCurves curves, double[] y, double[] truth) {
        var range = ValueRange.of(y);
        var axis = new FigureAxis(label, range.low(), range.high(), 5);
        var data = new XYSeriesCollection();
        var renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        add(data, renderer, "truth", curves, truth, VERMILION, DASHED);
        add(data, renderer, "learned", curves, y, BLUE, SOLID);
        var plot = new XYPlot(data, null, axis, renderer);
        dress(plot, curves);
        noteCuts(plot, range, curves.r(), y);
        if (range.low() < 0 && range.high() > 0) {
            plot.addRangeMarker(new ValueMarker(0.0, LIGHT, THIN), Layer.BACKGROUND);
        }
        return plot;
    }

    /** Says how far a curve goes that leaves the panel. */
    private static void noteCuts(XYPlot plot, ValueRange range, double[] r, double[] y) {
        int least = 0;
        int most = 0;
        for (int k = 1; k < y.length; k++) {
            least = y[k] < y[least] ? k : least;
            most = y[k] > y[most] ? k : most;
        }
        if (y[most] > range.high()) {
            noteCut(plot, r, y, most, range.high(), true);
        }
        if (y[least] < range.low()) {
            noteCut(plot, r, y, least, range.low(), false);
        }
    }

    /** Beside the place where the curve crosses the edge, on the side away from the extreme. */
    private static void noteCut(XYPlot plot, double[] r, double[] y, int extreme, double edge, boolean top) {
        boolean left = extreme < r.length / 2;
        int inward = left ? 1 : -1;
        int k = extreme;
        while (k + inward >= 0 && k + inward < r.length && (top ? y[k] > edge : y[k] < edge)) {
            k += inward;
        }
        double shift = inward * 0.012 * (r[r.length - 1] - r[0]);
        var text = String.format(Locale.ROOT, "to %.3g at r = %.3g", y[extreme], r[extreme]);
        var note = new XYTextAnnotation(text, r[k] + shift, edge);
        note.setFont(SMALL);
        note.setPaint(Color.DARK_GRAY);
        note.setTextAnchor(
                top
                        ? left ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT
                        : left ? TextAnchor.BOTTOM_LEFT : TextAnchor.BOTTOM_RIGHT);
        plot.addAnnotation(note);
    }

    /** One series for all bands; a NaN lifts the pen between them. */
    private static void add(
            XYSeriesCollection data,
            XYLineAndShapeRenderer renderer,
            String name,
            LawCurves curves,
            double[] y,
            Color color,
            BasicStroke stroke) {
        if (y.length == 0) {
            return;
        }
        var series = new XYSeries(name, false, true);
        for (int k = 0; k < y.length; k++) {
            if (k > 0 && curves.band()[k] != curves.band()[k - 1]) {
                series.add(curves.r()[k - 1], Double.NaN);
            }
            series.add(curves.r()[k], y[k]);
        }
        int index = data.getSeriesCount();
        data.addSeries(series);
        renderer.setSeriesPaint(index, color);
        renderer.setSeriesStroke(index, stroke);
    }

    /** The histogram of distances seen, as steps. */
    XYPlot seen(LawCurves curves) {
        var coverage = curves.coverage();
        var series = new XYSeries("seen", false, true);
        double most = 0;
        double range = coverage.to() - coverage.from();
        for (var band : coverage.bands()) {
            int bins = Math.max(1, (int) Math.round(BINS * band.width() / range));
            double width = band.width() / bins;
            series.add(band.from(), 0);
            for (int k = 0; k < bins; k++) {
                double from = band.from() + k * width;
                double mean = 0;
                for (int i = 0; i < FINE; i++) {
                    mean += coverage.density(from + (i + 0.5) / FINE * width) / FINE;
                }
                series.add(from, mean);
                series.add(from + width, mean);
                most = Math.max(most, mean);
            }
            series.add(band.to(), 0);
        }
        var renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
        renderer.setSeriesPaint(0, new Color(GREEN.getRed(), GREEN.getGreen(), GREEN.getBlue(), 150));
        renderer.setOutline(false);
        var axis = new FigureAxis("seen", 0, most > 0 ? 1.12 * most : 1, 2);
        axis.setTickLabelsVisible(false);
        axis.setTickMarksVisible(false);
        var plot = new XYPlot(new XYSeriesCollection(series), null, axis, renderer);
        dress(plot, curves);
        return plot;
    }

    private void dress(XYPlot plot, LawCurves curves) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setOutlinePaint(Color.BLACK);
        plot.setOutlineStroke(THIN);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeZeroBaselineVisible(false);
        var space = new AxisSpace();
        space.setLeft(LEFT);
        plot.setFixedRangeAxisSpace(space);
        var bands = curves.coverage().bands();
        for (int b = 1; b < bands.size(); b++) {
            var gap = new IntervalMarker(bands.get(b - 1).to(), bands.get(b).from(), hatch);
            gap.setAlpha(1f);
            plot.addDomainMarker(gap, Layer.BACKGROUND);
        }
    }

    LegendTitle legend(LawCurves curves) {
        var items = new LegendItemCollection();
        items.add(line("learned", BLUE, SOLID));
        if (curves.hasTruth()) {
            items.add(line("truth", VERMILION, DASHED));
        }
        items.add(box("distances seen", new Color(0x7FCDB8)));
        if (curves.coverage().bands().size() > 1) {
            items.add(new LegendItem(
                    "not determined", null, null, null, new Rectangle2D.Double(-13, -5, 26, 10), hatch, THIN, LIGHT));
        }
        var legend = new LegendTitle(() -> items);
        legend.setItemFont(LABEL);
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.CENTER);
        legend.setBackgroundPaint(Color.WHITE);
        legend.setLegendItemGraphicPadding(new RectangleInsets(2, 10, 2, 6));
        legend.setMargin(0, LEFT, 6, 0);
        return legend;
    }

    private static LegendItem line(String name, Color color, BasicStroke stroke) {
        return new LegendItem(name, null, null, null, new Line2D.Double(-15, 0, 15, 0), stroke, color);
    }

    private static LegendItem box(String name, Color color) {
        Shape box = new Rectangle2D.Double(-13, -5, 26, 10);
        return new LegendItem(name, null, null, null, box, color);
    }
}
