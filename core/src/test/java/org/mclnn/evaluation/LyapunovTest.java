package org.mclnn.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.PairPotential;
import org.mclnn.potential.PowerLaw;

/** Exponents that are known: of unstable, regular and chaotic motions. */
class LyapunovTest {
    private static final Simulator SIMULATOR = Simulator.of(0.01, 10);
    private static final State PAIR =
            new State(0, new double[] {0.5, 0, 0, -0.5, 0, 0}, new double[] {0, 0.6, 0, 0, -0.6, 0});

    /** V = -k r^2 / 2. */
    private record Repulsion(double k) implements PairPotential {
        @Override
        public double energy(double r) {
            return -0.5 * k * r * r;
        }

        @Override
        public double force(double r) {
            return k * r;
        }
    }

    /** The relative coordinate obeys x'' = (2k/m) x, for which the Verlet step has the growth cosh(lambda dt) = 1 + k dt^2 / m. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.0, 3.0})
    void anUnstablePairHasTheRateOfItsEquation(double k) {
        double m = 2.0;
        var system = ParticleSystem.of(new double[] {m, m}, new Repulsion(k));
        var found = Lyapunov.of(system, PAIR, SIMULATOR, 1000);
        double c = 1.0 + k * 1e-4 / m;
        double discrete = StrictMath.log(c + Math.sqrt(c * c - 1.0)) / 0.01;
        assertThat(Math.abs(discrete / Math.sqrt(2.0 * k / m) - 1.0)).isLessThan(2e-5); // the step's own error
        assertThat(Math.abs(found.exponent() / discrete - 1.0))
                .isLessThan(1e-5); // worst seen 1.1e-7: the slowest turns last
        assertThat(Math.abs(found.rates().get(9) / discrete - 1.0)).isLessThan(1e-10); // worst seen 9.8e-13
        assertThat(found.isChaotic()).isTrue();
        assertThat(found.time().orElseThrow()).isEqualTo(1.0 / found.exponent());
    }

    /** Seen 0.0257 and 0.0025, 0.030 and 0.0018: ln(10) / 0.9 T, as a change that grows in proportion to time. */
    @Test
    void aRegularMotionHasAnExponentThatVanishesAsItIsFollowed() {
        double[] masses = {1, 1};
        for (var system : new ParticleSystem[] {
            ParticleSystem.of(masses, Harmonic.of(1, 1)), ParticleSystem.of(masses, PowerLaw.of(-1, -1))
        }) {
            var brief = Lyapunov.of(system, PAIR, SIMULATOR, 1000);
            var longer = Lyapunov.of(system, PAIR, SIMULATOR, 10_000);
            assertThat(longer.exponent()).isLessThan(0.2 * brief.exponent());
            assertThat(longer.exponent()).isLessThan(0.5 * longer.resolution()); // seen 0.18 and 0.13 of it
            assertThat(longer.isChaotic()).isFalse();
            assertThat(longer.time()).isEmpty();
        }
    }

    @Test
    void thePapersLinearSpringsAreRegularAndItsNonLinearSpringsChaotic() {
        var linear = ReferenceSystem.LINEAR;
        var regular = Lyapunov.of(linear.system(3), linear.start(), SIMULATOR, 5000);
        assertThat(regular.isChaotic()).isFalse();
        assertThat(regular.exponent()).isLessThan(0.02); // seen 0.0051
        var nonLinear = ReferenceSystem.NONLINEAR;
        var chaotic = Lyapunov.of(nonLinear.system(3), nonLinear.start(), SIMULATOR, 5000);
        assertThat(chaotic.isChaotic()).isTrue();
        assertThat(chaotic.exponent())
                .isBetween(0.08, 0.25); // 0.170 +- 0.014 in 1000 time units, 0.12 +- 0.02 in 10,000
    }

    private static final ReferenceSystem SIX = ReferenceSystem.LINEAR;

    private static Lyapunov six(long seed) {
        return Lyapunov.of(SIX.system(6), SIX.start(6, 1), SIMULATOR, 1000, seed);
    }

    @Test
    void everyFirstDirectionTurnsIntoTheSame() {
        var one = six(1);
        var other = six(2);
        assertThat(Math.abs(one.rates().get(9) - other.rates().get(9))).isLessThan(1e-9); // seen 1.9e-11
        assertThat(Math.abs(one.exponent() - other.exponent())).isLessThan(one.uncertainty()); // seen 4e-5 of 0.044
        assertThat(six(1)).isEqualTo(one);
    }

    /** Two runs 1e-9 apart, brought back to that distance after each frame. */
    @Test
    void twoRunsSideBySidePartAtTheSameRate() {
        var system = SIX.system(6);
        var truth = SIX.start(6, 1);
        var q = truth.positions();
        q[0] += 1e-9;
        var beside = new State(0, q, truth.velocities());
        double growth = 0.0;
        for (int f = 1; f <= 1000; f++) {
            truth = SIMULATOR.run(system, truth, 1).state(1);
            beside = SIMULATOR.run(system, beside, 1).state(1);
            double before = distance(truth, beside);
            growth += f > 100 ? StrictMath.log(before / 1e-9) : 0.0;
            beside = drawnTo(truth, beside, 1e-9 / before);
        }
        // the norm is another, which counts once at either end
        assertThat(Math.abs(growth / 90.0 - six(1).exponent())).isLessThan(0.01); // seen 9.5e-4
    }

    private static double distance(State a, State b) {
        double sum = 0.0;
        for (int k = 0; k < a.positions().length; k++) {
            double x = a.positions()[k] - b.positions()[k];
            double u = a.velocities()[k] - b.velocities()[k];
            sum += x * x + u * u;
        }
        return Math.sqrt(sum);
    }

    private static State drawnTo(State a, State b, double share) {
        var q = a.positions();
        var v = a.velocities();
        for (int k = 0; k < q.length; k++) {
            q[k] += share * (b.positions()[k] - q[k]);
            v[k] += share * (b.velocities()[k] - v[k]);
        }
        return new State(b.time(), q, v);
    }

    /** Lengths times 8, times times 4: bit for bit a quarter of the rate. */
    @Test
    void itsUnitIsThatOfTime() {
        var start = SIX.start(6, 1);
        var q = Arrays.stream(start.positions()).map(x -> 8.0 * x).toArray();
        var v = Arrays.stream(start.velocities()).map(x -> 2.0 * x).toArray();
        var scaled = ParticleSystem.equalMasses(6, 1.0, Harmonic.of(1.0 / 16, 8.0));
        var there = Lyapunov.of(scaled, new State(0, q, v), Simulator.of(0.04, 10), 100);
        var here = Lyapunov.of(SIX.system(6), start, SIMULATOR, 100);
        assertThat(there.exponent()).isEqualTo(here.exponent() / 4.0);
    }

    @Test
    void whatCannotBeFollowedIsRefused() {
        assertThatThrownBy(() -> Lyapunov.of(SIX.system(6), SIX.start(6, 1), SIMULATOR, 9))
                .hasMessage("a Lyapunov exponent needs at least 10 frames, was 9: run longer");
        assertThatThrownBy(() -> Lyapunov.of(SIX.system(6), SIX.start(), SIMULATOR, 10))
                .hasMessage("the start has 3 particles, the system 6");
    }

    @Test
    void theHorizonIsWhereTheErrorPassesAShareOfTheDistances() {
        var which = ReferenceSystem.NONLINEAR;
        var truth = SIMULATOR.run(which.system(3), which.start(), 1000);
        var q = which.start().positions();
        q[0] += 1e-6;
        var other = SIMULATOR.run(which.system(3), new State(0, q, which.start().velocities()), 1000);
        assertThat(Predictability.horizon(truth, truth, 1e-12)).isEmpty();
        double early = Predictability.horizon(truth, other, 1e-5).orElseThrow();
        double late = Predictability.horizon(truth, other, 1e-2).orElseThrow();
        assertThat(early).isLessThan(late);
        assertThat((late - early) * 0.17 / StrictMath.log(1000))
                .isBetween(0.5, 2.0); // seen 1.25: one piece of the motion, not its mean
    }
}
