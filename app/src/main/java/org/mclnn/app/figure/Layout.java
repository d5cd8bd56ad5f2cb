package org.mclnn.app.figure;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything in a figure stands, in pixels. The frames of a column stand in line and all are equally wide.
 *
 * @param legendAt upper edge of the legend
 */
record Layout(int width, int height, int headingAt, int legendAt, Legend legend, List<Cell> cells) {
    private static final int MARGIN = 6;
    private static final int RIGHT = 10; // half of a number under the corner
    private static final int TITLE = 20;
    private static final int FACTOR = 15;
    private static final int GAP = 10;
    private static final double NUMBER_AND_GAP = FigureAxis.PAD + Look.SMALL + 4;
    private static final double LABEL_BELOW = NUMBER_AND_GAP + 0.75 * Look.LABEL;
    private static final double APART = 7;

    /**
     * One panel.
     *
     * @param frame between the axes
     * @param labelLeft distance of the vertical label from the frame
     * @param numbered whether there are numbers and a label below
     */
    record Cell(
            Panel panel,
            Rectangle frame,
            Span x,
            Span y,
            TickMarks xMarks,
            TickMarks yMarks,
            double labelLeft,
            double labelBelow,
            boolean numbered) {}

    Layout {
        cells = List.copyOf(cells);
    }

    static Layout of(Figure figure) {
        int columns = figure.columns();
        var left = new int[columns];
        var yMarks = new ArrayList<TickMarks>();
        for (int k = 0; k < figure.panels().size(); k++) {
            var panel = figure.panels().get(k);
            var marks = vertical(panel.y(), ySpan(panel), figure.height(k / columns));
            yMarks.add(marks);
            left[k % columns] =
                    Math.max(left[k % columns], (int) Math.ceil(spaceLeft(panel, marks, figure.height(k / columns))));
        }
        int free = figure.width() - 2 * MARGIN;
        for (int space : left) {
            free -= space + RIGHT;
        }
        int wide = free / columns;
        var legend = Legend.of(figure, left[0] + MARGIN, figure.width() - MARGIN - RIGHT);
        int headingAt = MARGIN + (figure.heading().isEmpty() ? 0 : 18);
        int legendAt = headingAt + (figure.heading().isEmpty() ? 0 : 4);
        int y = legendAt + legend.height();

        var cells = new ArrayList<Cell>();
        for (int row = 0; row < figure.rows(); row++) {
            int first = row * columns;
            int after = Math.min(first + columns, figure.panels().size());
            y += above(figure.panels().subList(first, after), yMarks.subList(first, after));
            int below = 0;
            int x = MARGIN;
            for (int k = first; k < after; k++) {
                int c = k - first;
                x += left[c];
                var frame = new Rectangle(x, y, wide, figure.height(row));
                var cell = cell(figure, k, frame, yMarks.get(k), left[c]);
                cells.add(cell);
                below = Math.max(below, spaceBelow(cell));
                x += wide + RIGHT;
            }
            y += figure.height(row) + below;
        }
        return new Layout(figure.width(), y + MARGIN, headingAt, legendAt, legend, cells);
    }

    private static Cell cell(Figure figure, int k, Rectangle frame, TickMarks yMarks, int left) {
        var panel = figure.panels().get(k);
        var column = figure.column(k % figure.columns());
        boolean numbered =
                !figure.hasSharedX() || k + figure.columns() >= figure.panels().size();
        var x = isSquare(panel) ? ySpan(panel) : Span.ofX(figure.hasSharedX() ? column : List.of(panel));
        var xMarks = horizontal(panel.x(), x, frame.width);
        double labelLeft = left - 0.8 * Look.LABEL - 3;
        return new Cell(panel, frame, x, ySpan(panel), xMarks, yMarks, labelLeft, LABEL_BELOW, numbered);
    }

    /** With the line y = x and no ends given, both axes are the same. */
    private static boolean isSquare(Panel panel) {
        boolean free = Double.isNaN(panel.x().low())
                && Double.isNaN(panel.x().high())
                && Double.isNaN(panel.y().low())
                && Double.isNaN(panel.y().high());
        return free
                && !panel.layers(Layer.Identity.class).isEmpty()
                && panel.x().logarithmic() == panel.y().logarithmic();
    }

    private static Span ySpan(Panel panel) {
        return isSquare(panel) ? Span.ofBoth(panel) : Span.ofY(panel);
    }

    private static TickMarks vertical(Axis axis, Span span, int height) {
        if (axis.bare()) {
            return TickMarks.NONE;
        }
        return marks(axis, span, axis.logarithmic() ? height / 17 : Math.max(2, height / 34));
    }

    /** As many numbers as have room beside each other. */
    private static TickMarks horizontal(Axis axis, Span span, int width) {
        if (axis.bare()) {
            return TickMarks.NONE;
        }
        TickMarks marks = marks(axis, span, 1);
        for (int wanted = Math.max(2, width / 24); wanted > 1; wanted--) {
            var more = marks(axis, span, wanted);
            if (more.fits(span, width, axis.logarithmic(), APART)) {
                return more;
            }
        }
        return marks;
    }

    private static TickMarks marks(Axis axis, Span span, int wanted) {
        if (axis.logarithmic()) {
            return TickMarks.decades(span.low(), span.high(), wanted);
        }
        return axis.counting()
                ? TickMarks.counts(span.low(), span.high(), wanted)
                : TickMarks.linear(span.low(), span.high(), wanted);
    }

    private static double spaceLeft(Panel panel, TickMarks marks, int height) {
        double numbers = FigureAxis.PAD + Math.max(marks.width(), Words.width(marks.factor(), Look.SMALL)) + 3;
        return numbers + FigureAxis.labelWidth(panel.y().label(), height);
    }

    private static int above(List<Panel> panels, List<TickMarks> marks) {
        if (panels.stream().anyMatch(panel -> !panel.title().isEmpty())) {
            return TITLE;
        }
        return marks.stream().anyMatch(m -> !m.factor().isEmpty()) ? FACTOR : GAP;
    }

    private static int spaceBelow(Cell cell) {
        if (!cell.numbered()) {
            return 0;
        }
        boolean label =
                !cell.panel().x().label().isEmpty() || !cell.xMarks().factor().isEmpty();
        return (int) Math.ceil(label ? cell.labelBelow() + 0.3 * Look.LABEL : NUMBER_AND_GAP);
    }
}
