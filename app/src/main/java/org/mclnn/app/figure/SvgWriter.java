package org.mclnn.app.figure;

import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes what Batik drew, small: without what has no effect, colours and paths in their short forms. Attributes stand in the order of
 * their names, so the same drawing is the same text.
 */
final class SvgWriter {
    private static final Set<String> OF_STROKES = Set.of(
            "stroke-dasharray",
            "stroke-dashoffset",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "stroke-opacity",
            "stroke-width");

    private final StringBuilder out = new StringBuilder();
    private final Figure figure;
    private final Layout layout;

    SvgWriter(Figure figure, Layout layout) {
        this.figure = figure;
        this.layout = layout;
    }

    /** @param root Batik's, whose groups expect its defaults */
    String write(Element root) {
        var title = figure.name() + "-title";
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        attribute("width", String.valueOf(layout.width()));
        attribute("height", String.valueOf(layout.height()));
        attribute("viewBox", "0 0 " + layout.width() + " " + layout.height());
        attribute("role", "img");
        attribute("aria-labelledby", title);
        attribute("font-family", "sans-serif");
        attribute("font-size", "12px");
        attribute("stroke", Ink.BLACK.hex());
        attribute("stroke-linecap", "square");
        attribute("stroke-miterlimit", "10");
        out.append(">\n<title");
        attribute("id", title);
        out.append('>');
        out.append(Xml.escape(Marks.of(figure.title()).plain()));
        out.append("</title>\n");
        children(root);
        return out.append("</svg>\n").toString();
    }

    private void children(Node parent) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                element(element);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                out.append(Xml.escape(child.getNodeValue()));
            }
        }
    }

    private void element(Element element) {
        var name = element.getTagName();
        boolean container = name.equals("g") || name.equals("defs");
        if (container && element.getFirstChild() == null) {
            return;
        }
        out.append('<').append(name);
        boolean unstroked = element.getAttribute("stroke").equals("none");
        var attributes = element.getAttributes();
        for (int k = 0; k < attributes.getLength(); k++) {
            var attribute = attributes.item(k);
            boolean idle = unstroked && OF_STROKES.contains(attribute.getNodeName());
            if (!idle && !attribute.getNodeName().equals("xml:space") && !(container && isDefs(attribute))) {
                attribute(attribute.getNodeName(), shortened(attribute));
            }
        }
        if (element.getFirstChild() == null) {
            out.append("/>\n");
            return;
        }
        out.append('>');
        children(element);
        out.append("</").append(name).append('>');
        if (!name.equals("tspan")) {
            out.append('\n');
        }
    }

    /** Batik names all its definitions alike; nothing refers to them as a whole. */
    private static boolean isDefs(Node attribute) {
        return attribute.getNodeName().equals("id");
    }

    private static String shortened(Node attribute) {
        var value = attribute.getNodeValue();
        if (attribute.getNodeName().equals("d")) {
            return PathData.shortened(value);
        }
        return switch (value) {
            case "black" -> Ink.BLACK.hex();
            case "white" -> Ink.PAPER.hex();
            default -> value.startsWith("rgb(") ? hex(value) : value;
        };
    }

    private static String hex(String rgb) {
        var out = new StringBuilder("#");
        for (var part : rgb.substring(4, rgb.length() - 1).split(",")) {
            int value = Integer.parseInt(part.strip());
            out.append(Character.forDigit(value / 16, 16)).append(Character.forDigit(value % 16, 16));
        }
        return out.toString();
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        out.append(Xml.escape(value));
        out.append('"');
    }
}
