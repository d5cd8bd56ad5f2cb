package org.mclnn.app.figure;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A figure as PNG, two dots a pixel. */
final class Png {
    private static final int SCALE = 2;

    private Png() {}

    static byte[] of(Figure figure) throws IOException {
        System.setProperty("java.awt.headless", "true");
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image(figure), "png", bytes)) {
            throw new IOException("this Java cannot write PNG");
        }
        return bytes.toByteArray();
    }

    private static BufferedImage image(Figure figure) throws IOException {
        try {
            var layout = Layout.of(figure);
            var image = new BufferedImage(layout.width() * SCALE, layout.height() * SCALE, BufferedImage.TYPE_INT_RGB);
            var g = image.createGraphics();
            g.scale(SCALE, SCALE);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            Drawing.draw(g, figure, layout);
            g.dispose();
            return image;
        } catch (LinkageError | InternalError e) { // what the JDK throws where there are no fonts
            throw new IOException(
                    "pictures need fonts, and this machine has none (Debian: apt install fontconfig fonts-dejavu-core)",
                    e);
        }
    }
}
