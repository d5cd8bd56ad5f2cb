package org.mclnn.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.DivergedException;

/** Where Eq. 3 has an answer and where it is refused. */
class MassMatrixTest {
    private static final double[] Q = {0.5, -1.0};
    private static final double[] V = {0.25, 2.0};
    private static final String REMEDY = " is not determined. L must curve with every velocity: add the coordinate's"
            + " kinetic energy, or take the coordinate out";

    private static double[] acceleration(Lagrangian.Formula formula) {
        return new EulerLagrange(Lagrangian.of(2, formula)).acceleration(Q, V);
    }

    @Test
    void aLagrangianLinearInTheVelocitiesIsRefused() {
        assertThatThrownBy(() -> acceleration((q, v) -> q[1].multiply(v[0]).subtract(q[0].square())))
                .isInstanceOf(DivergedException.class)
                .hasMessage(
                        "Eq. 3 at q = (0.5, -1.0), v = (0.25, 2.0): the mass matrix d2L/dv dv has only zeros in row 0,"
                                + " so the acceleration of coordinate 0" + REMEDY);
    }

    @Test
    void aMasslessCoordinateIsRefusedByItsNumber() {
        assertThatThrownBy(() -> acceleration((q, v) -> v[0].square().add(q[1])))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("has only zeros in row 1, so the acceleration of coordinate 1" + REMEDY);
    }

    @Test
    void coordinatesThatOnlyMoveTogetherAreRefused() {
        for (double alone : new double[] {0.0, 1e-14}) {
            assertThatThrownBy(() -> acceleration((q, v) -> v[0].add(v[1].multiply(3.0))
                            .square()
                            .add(v[1].square().multiply(alone))))
                    .isInstanceOf(DivergedException.class)
                    .hasMessageContaining("is singular to rounding, with eigenvalues of sizes ")
                    .hasMessageContaining(" to ")
                    .hasMessageEndingWith(REMEDY);
        }
    }

    @Test
    void coordinatesThatHardlyMoveAloneAreNot() {
        var a = acceleration((q, v) -> v[0].add(v[1])
                .square()
                .add(v[1].square().multiply(1e-9))
                .multiply(0.5)
                .add(q[1]));
        assertThat(Math.abs(a[1] * 1e-9 - 1)).isLessThan(1e-6); // seen 8e-8: a condition number of 4e9
    }

    @Test
    void unitsDoNotDecideWhatIsSingular() {
        double tiny = 1e-150; // kg m^2, say, of a coordinate measured in other units than its neighbour
        var a = acceleration((q, v) -> v[0].square()
                .multiply(0.5)
                .add(v[1].square().multiply(0.5 * tiny * tiny))
                .add(v[0].multiply(v[1]).multiply(0.5 * tiny))
                .add(q[1].multiply(tiny)));
        // with u = tiny v1 this is [1, 1/2; 1/2, 1] a = (0, 1)
        var known = new double[] {-2.0 / 3.0, 4.0 / 3.0 / tiny};
        double off = Math.max(Math.abs(a[0] / known[0] - 1), Math.abs(a[1] / known[1] - 1));
        assertThat(off).isLessThan(1e-14); // seen 0
    }

    @Test
    void derivativesThatAreNotFiniteAreRefused() {
        var fast = new EulerLagrange(Formulas.relativistic(1.0, 1.0, 0.0));
        assertThatThrownBy(() -> fast.acceleration(Q, V))
                .isInstanceOf(DivergedException.class)
                .hasMessageStartingWith("Eq. 3 at q = (0.5, -1.0), v = (0.25, 2.0): ")
                .hasMessageEndingWith(
                        "is NaN. Stay where L is smooth: apart from its poles, and below a largest speed");
        assertThatThrownBy(() -> fast.energy(Q, V))
                .isInstanceOf(DivergedException.class)
                .hasMessageStartingWith("At q = (0.5, -1.0), v = (0.25, 2.0): the energy is NaN. Stay where");
        assertThatThrownBy(() -> fast.momenta(Q, V))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining(": momentum 0 is NaN. ");
    }

    @Test
    void derivativesOfAnotherNumberOfCoordinatesAreRefused() {
        var three = Lagrangian.of(3, (q, v) -> v[0].square());
        var wrong = new Lagrangian() {
            @Override
            public int coordinates() {
                return 2;
            }

            @Override
            public LagrangianDerivatives at(double[] q, double[] v) {
                return three.at(new double[3], new double[3]);
            }
        };
        assertThatThrownBy(() -> new EulerLagrange(wrong).acceleration(Q, V))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the Lagrangian has 2 coordinates, but gave derivatives with respect to 3");
    }

    @Test
    void pointsThatAreNotNumbersAreRefused() {
        var equation = new EulerLagrange(Formulas.charge(1, 1, 1, 0));
        assertThatThrownBy(() -> equation.acceleration(Q, new double[] {0.0, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("velocity 1 must be a finite number, was NaN");
        assertThatThrownBy(() -> equation.energy(new double[] {Double.POSITIVE_INFINITY, 0.0}, V))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coordinate 0 must be a finite number, was Infinity");
        assertThatThrownBy(() -> equation.momenta(new double[3], V))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the coordinates q must hold 2 numbers, held 3");
        assertThatThrownBy(() -> new RungeKutta(0.1, 1).run(equation, Q, new double[1], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the velocities v must hold 2 numbers, held 1");
    }
}
