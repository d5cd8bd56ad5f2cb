package org.mclnn.app.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes text with {@link Marks}. Layout goes by estimated widths, so that a figure does not depend on the fonts of the machine; SVG
 * leaves the alignment to who shows it.
 */
final class Words {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋";
    private static final String PLAIN = "0123456789+−";
    private static final String NARROW = "ijltfrI.,:;'|!()[] ";
    private static final String WIDE = "mwMWOQ%";
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
            return 0.9;
        }
        return c >= 'A' && c <= 'Z' ? 0.7 : 0.61;
    }

    static List<Piece> pieces(String text, float size, boolean bold) {
        var pieces = new ArrayList<Piece>();
        for (var run : Marks.of(text).runs()) {
            int style = (run.strong() || bold ? Font.BOLD : 0) | (run.emphasis() ? Font.ITALIC : 0);
            var font = new Font(run.code() ? Font.MONOSPACED : Font.SANS_SERIF, style, 1).deriveFont(size);
            split(run, font, size, pieces);
        }
        return pieces;
    }

    /** Raised and lowered digits of Unicode are drawn as raised digits: few fonts have all of them in one size. */
    private static void split(Marks.Run run, Font font, float size, List<Piece> pieces) {
        var text = run.text();
        int from = 0;
        while (from < text.length()) {
            int level = level(text.charAt(from), run.level());
            var piece = new StringBuilder();
            int k = from;
            while (k < text.length() && level(text.charAt(k), run.level()) == level) {
                piece.append(plain(text.charAt(k)));
                k++;
            }
            float rise = level > 0 ? UP * size : level < 0 ? -DOWN * size : 0f;
            pieces.add(new Piece(piece.toString(), level == 0 ? font : font.deriveFont(SHIFTED * size), rise));
            from = k;
        }
    }

    private static int level(char c, int otherwise) {
        return RAISED.indexOf(c) >= 0 ? 1 : LOWERED.indexOf(c) >= 0 ? -1 : otherwise;
    }

    private static char plain(char c) {
        int k = Math.max(RAISED.indexOf(c), LOWERED.indexOf(c));
        return k >= 0 ? PLAIN.charAt(k) : c;
    }

    static void draw(Graphics2D g, String text, double x, double y, Align align, float size) {
        draw(g, text, x, y, align, size, Look.INK, false);
    }

    /** @param y of the line the letters stand on */
    static void draw(
            Graphics2D g, String text, double x, double y, Align align, float size, Color colour, boolean bold) {
        var pieces = pieces(text, size, bold);
        g.setColor(colour);
        if (g instanceof SvgGraphics svg) {
            svg.text(pieces, x, y, align);
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

    /** From the bottom upwards, centred on y. */
    static void drawUpwards(Graphics2D g, String text, double x, double y, float size) {
        var before = g.getTransform();
        g.translate(x, y);
        g.rotate(-Math.PI / 2);
        draw(g, text, 0, 0, Align.MIDDLE, size);
        g.setTransform(before);
    }
}
