package org.mclnn.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.mclnn.app.chart.LawCurves;
import org.mclnn.app.chart.Laws;
import org.mclnn.potential.LennardJones;
import org.mclnn.potential.PowerLaw;

class LawFigureTest {
    private static BufferedImage image(byte[] png) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    }

    @Test
    void thePictureShowsBothCurvesTheGapAndWhatWasSeen() throws IOException {
        var image = image(LawFigure.of(Laws.gravity(), Optional.of(PowerLaw.of(-1, -1)), "gravity")
                .png());
        assertThat(image.getWidth()).isEqualTo(1120);
        var colors = new HashSet<Integer>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colors.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        assertThat(colors).contains(0xFFFFFF, 0xD55E00, 0x000000);
    }

    @Test
    void withoutTruthThereIsNoSecondCurve() throws IOException {
        var image =
                image(LawFigure.of(Laws.lennardJones(), Optional.empty(), "").png());
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                assertThat(image.getRGB(x, y) & 0xFFFFFF).isNotEqualTo(0xDDEEE8);
            }
        }
    }

    @Test
    void eachBandIsMovedOntoTheTruth() {
        var curves = LawCurves.of(Laws.gravity(), Optional.of(PowerLaw.of(-1, -1)), 500);
        for (int k = 0; k < curves.r().length; k++) {
            // the same law, so only the constants differ; 1e-13 seen
            assertThat(curves.energy()[k]).isCloseTo(-1 / curves.r()[k], within(1e-12));
        }
        var untouched = LawCurves.of(Laws.lennardJones(), Optional.empty(), 500);
        assertThat(untouched.energy()[499]).isPositive(); // zero at the bottom of the well
        assertThat(LennardJones.of(1, 1).energy(2.2)).isNegative();
    }
}
