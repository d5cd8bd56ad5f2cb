package org.mclnn.app.figure;

import java.awt.Font;
import java.awt.Graphics;
import java.util.List;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Element;

/** Batik's graphics with text that is aligned by whoever shows it, since only they know how wide their letters are. */
final class SvgGraphics extends SVGGraphics2D implements AlignedText {
    SvgGraphics(SVGGeneratorContext context) {
        super(context, false);
    }

    private SvgGraphics(SvgGraphics from) {
        super(from);
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(this);
    }

    @Override
    public void text(List<Words.Piece> pieces, double x, double y, Words.Align align) {
        if (pieces.isEmpty()) {
            return;
        }
        setFont(pieces.get(0).font());
        var text = element("text");
        text.setAttribute("x", number(x));
        text.setAttribute("y", number(y));
        if (align != Words.Align.START) {
            text.setAttribute("text-anchor", align == Words.Align.MIDDLE ? "middle" : "end");
        }
        float risen = 0;
        for (var piece : pieces) {
            boolean plain = piece.font().equals(getFont()) && piece.rise() == risen;
            var into = plain ? text : element("tspan");
            if (!plain) {
                style(into, piece, piece.rise() - risen);
                text.appendChild(into);
            }
            into.appendChild(getDOMFactory().createTextNode(piece.text()));
            risen = piece.rise();
        }
        getDOMGroupManager().addElement(text, DOMGroupManager.FILL);
    }

    private void style(Element span, Words.Piece piece, float up) {
        if (up != 0) {
            span.setAttribute("dy", number(-up));
        }
        var font = piece.font();
        if (font.getSize2D() != getFont().getSize2D()) {
            span.setAttribute("font-size", number(font.getSize2D()));
        }
        if (font.isItalic() != getFont().isItalic()) {
            span.setAttribute("font-style", font.isItalic() ? "italic" : "normal");
        }
        if (font.isBold() != getFont().isBold()) {
            span.setAttribute("font-weight", font.isBold() ? "bold" : "normal");
        }
        if (!font.getFamily().equals(getFont().getFamily())) {
            span.setAttribute("font-family", font.getFamily().equals(Font.MONOSPACED) ? "monospace" : "sans-serif");
        }
    }

    private Element element(String name) {
        return getDOMFactory().createElementNS(SVG_NAMESPACE_URI, name);
    }

    private String number(double value) {
        return getGeneratorContext().doubleString(value);
    }
}
