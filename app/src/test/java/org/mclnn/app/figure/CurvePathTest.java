package org.mclnn.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurvePathTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 200, 100);

    /** Type, x and y of each step. */
    private static List<double[]> steps(Path2D path) {
        var steps = new ArrayList<double[]>();
        var point = new double[6];
        for (var p = path.getPathIterator(null); !p.isDone(); p.next()) {
            int type = p.currentSegment(point);
            steps.add(new double[] {type, point[0], point[1]});
        }
        return steps;
    }

    private static long strokes(Path2D path) {
        return steps(path).stream().filter(s -> s[0] == PathIterator.SEG_MOVETO).count();
    }

    @Test
    void ofManyPointsInAPixelTheExtremesStay() {
        var random = new Random(1);
        int n = 10_000;
        var x = new double[n];
        var y = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = 200.0 * k / n;
            y[k] = 50 + 10 * random.nextGaussian();
        }
        y[5003] = 99;
        y[7411] = 1;
        var steps = steps(CurvePath.of(x, y, AREA));
        assertThat(steps).hasSizeLessThan(450); // two a pixel
        assertThat(steps).anySatisfy(s -> assertThat(s).containsExactly(PathIterator.SEG_LINETO, x[5003], 99));
        assertThat(steps).anySatisfy(s -> assertThat(s).containsExactly(PathIterator.SEG_LINETO, x[7411], 1));
        assertThat(steps.get(0)).containsExactly(PathIterator.SEG_MOVETO, x[0], y[0]);
        assertThat(steps.get(steps.size() - 1)).containsExactly(PathIterator.SEG_LINETO, x[n - 1], y[n - 1]);
    }

    @Test
    void aStraightLineIsItsTwoEnds() {
        var x = new double[1000];
        var y = new double[1000];
        for (int k = 0; k < 1000; k++) {
            x[k] = 0.2 * k;
            y[k] = 0.1 * k;
        }
        assertThat(steps(CurvePath.of(x, y, AREA))).hasSizeLessThan(12);
    }

    @Test
    void whatIsNoNumberLiftsThePen() {
        double nan = Double.NaN;
        var path = CurvePath.of(new double[] {0, 10, 20, 30, 40}, new double[] {1, 2, nan, 4, 1}, AREA);
        assertThat(strokes(path)).isEqualTo(2);
        double inf = Double.POSITIVE_INFINITY;
        assertThat(strokes(CurvePath.of(new double[] {0, 10, 20, 30, 40}, new double[] {1, 2, inf, 4, 1}, AREA)))
                .isEqualTo(2);
    }

    @Test
    void aPointAloneIsADot() {
        var steps = steps(CurvePath.of(new double[] {10}, new double[] {20}, AREA));
        assertThat(steps).hasSize(2);
        assertThat(steps.get(1)).containsExactly(PathIterator.SEG_LINETO, 10, 20);
    }

    @Test
    void whatIsFarOutsideIsCutOffOnTheLine() {
        var path = CurvePath.of(new double[] {0, 100, 200}, new double[] {50, 1e12, 50}, AREA);
        assertThat(path.getBounds2D().getMaxY()).isLessThan(110);
        assertThat(strokes(path)).isEqualTo(2);
        var steep = steps(CurvePath.of(new double[] {0, 100}, new double[] {0, 1000}, AREA));
        assertThat(steep.get(1)[1]).isCloseTo(10.6, within(1e-9)); // leaves the frame, and a little more, at y = 106
    }
}
