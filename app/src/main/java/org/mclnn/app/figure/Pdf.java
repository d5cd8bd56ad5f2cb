package org.mclnn.app.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** A figure as PDF of one page that is as large as the figure: 96 pixels are an inch. */
final class Pdf {
    private static final float POINTS = 0.75f; // a pixel
    private static final long ID = 1; // else PDFBox takes the clock for it

    private Pdf() {}

    static byte[] of(Figure figure) throws IOException {
        System.setProperty("java.awt.headless", "true");
        try (var document = new PDDocument()) {
            var layout = Layout.of(figure);
            document.setDocumentId(ID);
            document.getDocumentInformation().setTitle(figure.title());
            var page = new PDPage(new PDRectangle(layout.width() * POINTS, layout.height() * POINTS));
            document.addPage(page);
            var g = new PdfBoxGraphics2D(document, layout.width(), layout.height());
            Drawing.draw(g, figure, layout);
            g.dispose();
            try (var content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(POINTS, POINTS));
                content.drawForm(g.getXFormObject());
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
