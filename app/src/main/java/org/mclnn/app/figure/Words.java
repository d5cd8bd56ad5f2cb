package org.mclnn.app.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes text with {@link Marks}. Layout goes by estimated widths, so that a figure does not depend on the fonts of the machine; SVG
 * leaves the alignment to who shows it.
 */
final class Words {
    private static final String NARROW = "ijltfrI.,:;'|!()[] ";
    private static final String WIDE = "mwMWOQ%−+=×<>";
    private static final double LEAST = 0.75;
    private static final float SHIFTED = 0.72f;
    private static final float UP = 0.4f;
    private static final float DOWN = 0.2f;

    enum Align {
        START,
        MIDDLE,
        END
    }

    /**
     * Letters of one kind beside each other.
     *
     * @param rise above the line
     */
    record Piece(String text, Font font, float rise) {}

    private Words() {}

    /** About as wide as the text is drawn; more rather than less. */
    static double width(String text, float size) {
        double sum = 0;
        for (var piece : pieces(text, size, false)) {
            for (int k = 0; k < piece.text().length(); k++) {
                sum += width(piece.text().charAt(k)) * piece.font().getSize2D();
            }
        }
        return sum;
    }

    private static double width(char c) {
        if (NARROW.indexOf(c) >= 0) {
            return 0.36;
        }
        if (WIDE.indexOf(c) >= 0) {
            return 0.86;
        }
        return c >= 'A' && c <= 'Z' ? 0.7 : 0.64;
    }

    /** The text in one line, or in two where one is longer than this: the unit then stands in the second. */
    static List<String> lines(String text, float size, double longest) {
        if (width(text, size) <= longest) {
            return List.of(text);
        }
        int cut = text.lastIndexOf("  ");
        if (cut < 0) {
            cut = Math.max(text.lastIndexOf(" ("), text.lastIndexOf(" ["));
        }
        return cut <= 0
                ? List.of(text)
                : List.of(text.substring(0, cut).strip(), text.substring(cut).strip());
    }

    static List<Piece> pieces(String text, float size, boolean bold) {
        var pieces = new ArrayList<Piece>();
        for (var run : Marks.of(text).runs()) {
            int style = (run.strong() || bold ? Font.BOLD : 0) | (run.emphasis() ? Font.ITALIC : 0);
            var font = new Font(run.code() ? Font.MONOSPACED : Font.SANS_SERIF, style, 1).deriveFont(size);
            float rise = run.level() > 0 ? UP * size : run.level() < 0 ? -DOWN * size : 0f;
            pieces.add(new Piece(run.text(), run.level() == 0 ? font : font.deriveFont(SHIFTED * size), rise));
        }
        return pieces;
    }

    static void draw(Graphics2D g, String text, double x, double y, Align align, float size) {
        draw(g, text, x, y, align, size, Ink.BLACK.color(), false);
    }

    /** @param y of the line the letters stand on */
    static void draw(
            Graphics2D g, String text, double x, double y, Align align, float size, Color colour, boolean bold) {
        var pieces = pieces(text, size, bold);
        g.setColor(colour);
        if (g instanceof AlignedText aligned) {
            aligned.text(pieces, x, y, align);
            return;
        }
        double width = 0;
        for (var piece : pieces) {
            width += g.getFontMetrics(piece.font()).stringWidth(piece.text());
        }
        double at = x - (align == Align.START ? 0 : align == Align.MIDDLE ? 0.5 * width : width);
        for (var piece : pieces) {
            g.setFont(piece.font());
            g.drawString(piece.text(), (float) at, (float) y - piece.rise());
            at += g.getFontMetrics(piece.font()).stringWidth(piece.text());
        }
    }

    /** A note in a panel, on a veil that hides what is below it. */
    static void note(Graphics2D g, String text, double x, double y, Align align) {
        double width = width(text, Look.SMALL);
        double left = x - (align == Align.START ? 0 : align == Align.MIDDLE ? 0.5 * width : width);
        if (!text.isEmpty()) {
            g.setColor(Look.VEIL);
            g.fill(new Rectangle2D.Double(left - 1, y - 0.85 * Look.SMALL, width + 2, 1.1 * Look.SMALL));
            draw(g, text, x, y, align, Look.SMALL, Ink.NOTE.color(), false);
        }
    }

    /** From the bottom upwards, centred on y; smaller letters if it would be longer than this. */
    static void drawUpwards(Graphics2D g, String text, double x, double y, float size, double longest) {
        var before = g.getTransform();
        g.translate(x, y);
        g.rotate(-Math.PI / 2);
        draw(g, text, 0, 0, Align.MIDDLE, (float) fitting(text, size, longest));
        g.setTransform(before);
    }

    /** A size at which the text is not longer than this, unless that could not be read. */
    static double fitting(String text, float size, double longest) {
        return size * Math.max(LEAST, Math.min(1, longest / width(text, size)));
    }
}
