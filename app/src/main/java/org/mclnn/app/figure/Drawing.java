package org.mclnn.app.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Draws a figure onto anything Java can draw on. */
final class Drawing {
    private static final double TITLE_UP = 6;
    private static final double NOTE_PAD = 5;
    private static final double NOTE_LINE = Look.SMALL + 3;

    private Drawing() {}

    static void draw(Graphics2D g, Figure figure, Layout layout) {
        g.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE); // JFreeChart asks for it
        g.setColor(Ink.PAPER.color());
        g.fill(new Rectangle2D.Double(0, 0, layout.width(), layout.height()));
        if (!figure.heading().isEmpty()) {
            var first = layout.cells().get(0).frame();
            Words.draw(
                    g,
                    figure.heading(),
                    first.x,
                    layout.headingAt() - 4.0,
                    Words.Align.START,
                    Look.HEADING,
                    Ink.BLACK.color(),
                    true);
        }
        layout.legend().draw(g, layout.legendAt());
        for (var cell : layout.cells()) {
            panel(g, cell);
        }
    }

    private static void panel(Graphics2D g, Layout.Cell cell) {
        var panel = cell.panel();
        var frame = cell.frame();
        var x = FigureAxis.of(panel.x(), cell.x(), cell.xMarks(), cell.labelBelow(), cell.numbered());
        var y = FigureAxis.of(panel.y(), cell.y(), cell.yMarks(), cell.labelLeft(), true);
        var plot = new XYPlot(null, x, y, null);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setOutlinePaint(Ink.BLACK.color());
        plot.setOutlineStroke(Look.THIN);
        plot.setFixedDomainAxisSpace(new AxisSpace());
        plot.setFixedRangeAxisSpace(new AxisSpace());
        plot.addAnnotation(new Layers(panel));
        plot.draw(g, frame, null, null, null);
        if (!panel.title().isEmpty()) {
            Words.draw(g, lettered(panel.title()), frame.x, frame.y - TITLE_UP, Words.Align.START, Look.TITLE);
        }
    }

    /** The letter in front of a title is strong. */
    private static String lettered(String title) {
        int close = title.indexOf(')');
        return title.startsWith("(") && close > 0
                ? "**" + title.substring(0, close + 1) + "**" + title.substring(close + 1)
                : title;
    }

    /** What stands between the axes, as one thing that the plot draws inside its clip. */
    private static final class Layers extends AbstractXYAnnotation {
        private static final long serialVersionUID = 1L;

        private final transient Panel panel;

        Layers(Panel panel) {
            this.panel = panel;
        }

        @Override
        public void draw(
                Graphics2D g,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis x,
                ValueAxis y,
                int rendererIndex,
                PlotRenderingInfo info) {
            var plane = new Plane(area, x, y);
            var ink = new LayerInk(g, plane);
            var references = new References(g, plane);
            panel.layers(Layer.Shade.class).forEach(ink::draw);
            panel.layers(Layer.Identity.class).forEach(ink::draw);
            panel.layers(Layer.Reference.class).forEach(references::line);
            panel.layers(Layer.Spread.class).forEach(ink::draw);
            panel.layers(Layer.Data.class).stream()
                    .filter(data -> !(data instanceof Layer.Spread))
                    .forEach(ink::draw);
            panel.layers(Layer.Reference.class)
                    .forEach(reference -> references.label(reference, panel.layers(Layer.Data.class)));
            if (panel.y().focused()) {
                Cuts.note(g, panel, plane);
            }
            notes(g, plane);
        }

        private void notes(Graphics2D g, Plane plane) {
            var texts = new EnumMap<Corner, List<String>>(Corner.class);
            for (var note : panel.layers(Layer.Note.class)) {
                texts.computeIfAbsent(note.corner(), corner -> new ArrayList<>())
                        .add(note.text());
            }
            for (var data : panel.layers(Layer.Data.class)) {
                if (panel.y().logarithmic() && Hidden.isHidden(data)) {
                    texts.computeIfAbsent(Corner.BOTTOM_LEFT, corner -> new ArrayList<>())
                            .add(Hidden.note(data));
                }
            }
            texts.forEach((corner, lines) -> note(g, plane.area(), corner, lines));
        }

        private static void note(Graphics2D g, Rectangle2D area, Corner corner, List<String> lines) {
            double x = corner.left() ? area.getMinX() + NOTE_PAD : area.getMaxX() - NOTE_PAD;
            double y = corner.top() ? area.getMinY() + NOTE_PAD : area.getMaxY() - NOTE_PAD - lines.size() * NOTE_LINE;
            var align = corner.left() ? Words.Align.START : Words.Align.END;
            for (int k = 0; k < lines.size(); k++) {
                Words.note(g, lines.get(k), x, y + (k + 0.8) * NOTE_LINE, align);
            }
        }
    }
}
