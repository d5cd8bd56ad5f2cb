package org.mclnn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A law made to end at a cut-off: V and F vanish there and beyond, with no step in either. */
class CutoffTest {
    private static final double END = Laws.CUTOFF;

    static List<FormPotential> endedLaws() {
        return Laws.all().stream().filter(CutoffTest::isEnded).toList();
    }

    private static boolean isEnded(FormPotential law) {
        return law.form() instanceof SmoothCutoff || (law.form() instanceof SplineForm spline && spline.zeroAtFarEnd());
    }

    @ParameterizedTest
    @MethodSource("endedLaws")
    void energyAndForceVanishAtTheCutoffAndBeyond(FormPotential law) {
        for (double r : new double[] {END, Math.nextUp(END), 2.5, 1e3, 1e300}) {
            assertThat(law.energy(r)).isZero();
            assertThat(law.force(r)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("endedLaws")
    void beyondTheCutoffNothingDependsOnTheParameters(FormPotential law) {
        int size = law.form().size();
        var curvature = new double[2];
        var rows = new double[2 * size];
        var dTheta = new double[size];
        law.kernel().rows(new double[] {END, 3.0}, 2, new double[2], curvature, rows, rows.length / 2);
        law.kernel().pullback(new double[] {END, 3.0}, 2, new double[] {1, 1}, new double[2], curvature, dTheta);
        assertThat(curvature).containsOnly(0.0);
        assertThat(rows).containsOnly(0.0);
        assertThat(dTheta).containsOnly(0.0);
    }

    @ParameterizedTest
    @MethodSource("endedLaws")
    void energyAndForceAreContinuousAtTheCutoff(FormPotential law) {
        double below = END - 1e-9;
        assertThat(Math.abs(law.force(below))).isLessThan(1e-6); // worst seen 2e-8: the curvature there times 1e-9
        assertThat(Math.abs(law.energy(below))).isLessThan(1e-13); // worst seen 7e-15
    }

    @Test
    void aCutoffKeepsTheShapeOfTheForceAndOnlyShiftsIt() {
        var bare = LennardJones.of(1.0, 1.0);
        var ended = bare.form().withCutoff(2.5).at(1.0, 1.0);
        assertThat(ended.force(1.5)).isEqualTo(bare.force(1.5) - bare.force(2.5));
    }

    @Test
    void aCutoffMustBePositive() {
        assertThatThrownBy(() -> new Harmonic().withCutoff(0.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cutoff must be positive, was 0.0");
        assertThatThrownBy(() -> SplineForm.withKnots(SplineForm.Coordinate.DISTANCE, 1, 2)
                        .withCutoff(Double.NaN))
                .hasMessage("cutoff must be positive, was NaN");
    }
}
