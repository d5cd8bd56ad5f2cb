package org.mclnn.app.figure;

import java.awt.Dimension;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;

/** A figure as SVG. */
final class Svg {
    private Svg() {}

    static String of(Figure figure) {
        System.setProperty("java.awt.headless", "true");
        try {
            var layout = Layout.of(figure);
            var document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
            var context = SVGGeneratorContext.createDefault(document);
            context.setPrecision(2);
            context.setComment("");
            context.setIDGenerator(new SVGIDGenerator() {
                private int count;

                @Override
                public String generateID(String prefix) {
                    count++;
                    return figure.name() + "-" + count;
                }
            });
            var g = new SvgGraphics(context);
            g.setSVGCanvasSize(new Dimension(layout.width(), layout.height()));
            Drawing.draw(g, figure, layout);
            var out = new StringWriter();
            g.stream(out, false);
            return out.toString();
        } catch (ParserConfigurationException | SVGGraphics2DIOException e) {
            throw new IllegalStateException("Java's own XML cannot be used", e);
        }
    }
}
