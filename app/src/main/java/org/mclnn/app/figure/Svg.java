package org.mclnn.app.figure;

import java.awt.Dimension;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGIDGenerator;

/** A figure as SVG. */
final class Svg {
    private Svg() {}

    static String of(Figure figure) {
        System.setProperty("java.awt.headless", "true");
        var layout = Layout.of(figure);
        var g = graphics(figure);
        g.setSVGCanvasSize(new Dimension(layout.width(), layout.height()));
        Drawing.draw(g, figure, layout);
        return new SvgWriter(figure, layout).write(g.getRoot());
    }

    private static SvgGraphics graphics(Figure figure) {
        try {
            var document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
            var context = SVGGeneratorContext.createDefault(document);
            context.setPrecision(2);
            context.setIDGenerator(new Ids(figure.name()));
            return new SvgGraphics(context);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Java's own XML cannot be used", e);
        }
    }

    /** So that several figures can stand in one page. */
    private static final class Ids extends SVGIDGenerator {
        private final String figure;
        private int count;

        Ids(String figure) {
            this.figure = figure;
        }

        @Override
        public String generateID(String prefix) {
            count++;
            return figure + "-" + count;
        }
    }
}
