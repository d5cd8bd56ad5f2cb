package org.mclnn.app.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.text.TextUtils;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairPotential;

/** A picture of a law for a paper or a talk: V(r) above F(r) above the distances seen, on one axis of r. */
public final class LawFigure {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 680;
    private static final int SCALE = 2;
    private static final int POINTS = 1000;

    static {
        // rotated labels as strings: as text layouts they load HarfBuzz, on Java 22 and later a quarter of a second
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private LawFigure() {}

    /**
     * The picture as PNG.
     *
     * @param truth drawn beside the law, which is moved onto it band by band
     * @throws IOException if this machine has no fonts
     */
    public static byte[] png(LearnedPotential law, Optional<PairPotential> truth, String title) throws IOException {
        return png(chart(LawCurves.of(law, truth, POINTS), title), WIDTH, HEIGHT);
    }

    /** Has fonts and painter loaded: the first picture takes them as long as a short training. */
    public static void prepare() {
        try {
            var axes = new XYPlot(null, new NumberAxis("r"), new NumberAxis("V"), new XYAreaRenderer());
            png(new JFreeChart("law", FigureLook.TITLE, axes, true), WIDTH / 8, HEIGHT / 8);
        } catch (IOException e) {
            // the picture itself will say so
        }
    }

    private static byte[] png(JFreeChart chart, int width, int height) throws IOException {
        System.setProperty("java.awt.headless", "true");
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(draw(chart, width, height), "png", bytes)) {
            throw new IOException("this Java cannot write PNG");
        }
        return bytes.toByteArray();
    }

    private static BufferedImage draw(JFreeChart chart, int width, int height) throws IOException {
        try {
            var image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
            var graphics = image.createGraphics();
            graphics.scale(SCALE, SCALE);
            quality(graphics);
            chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
            graphics.dispose();
            return image;
        } catch (LinkageError | InternalError e) { // what the JDK throws where there are no fonts
            throw new IOException(
                    "pictures need fonts, and this machine has none (Debian: apt install fontconfig fonts-dejavu-core)",
                    e);
        }
    }

    private static JFreeChart chart(LawCurves curves, String title) {
        var look = new FigureLook();
        double from = curves.coverage().from();
        double to = curves.coverage().to();
        double margin = 0.02 * (to - from);
        var r = new FigureAxis("r  (reduced units)", from - margin, to + margin, 9);
        var all = new CombinedDomainXYPlot(r);
        all.setGap(10);
        all.setOrientation(PlotOrientation.VERTICAL);
        all.setOutlineVisible(false);
        all.add(look.panel("V(r)  (reduced units)", curves, curves.energy(), curves.truthEnergy()), 5);
        all.add(look.panel("F(r)  (reduced units)", curves, curves.force(), curves.truthForce()), 5);
        all.add(look.seen(curves), 1);
        var chart = new JFreeChart(title.isEmpty() ? null : title, FigureLook.TITLE, all, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new org.jfree.chart.ui.RectangleInsets(10, 8, 8, 16));
        if (!title.isEmpty()) {
            chart.getTitle().setPaint(Color.BLACK);
            chart.getTitle().setMargin(0, FigureLook.LEFT, 8, 0);
        }
        chart.addSubtitle(look.legend(curves));
        return chart;
    }

    private static void quality(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setStroke(new BasicStroke(1f));
    }
}
