package org.mclnn.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Values that nobody outside can change, and builders that refuse nonsense. */
class StateAndTrajectoryTest {
    private static double[] q(double x) {
        return new double[] {x, 0, 0, 1, 1, 1};
    }

    private static TrajectoryBuilder two() {
        return Trajectory.of(2);
    }

    @Test
    void aStateKeepsItsNumbersToItself() {
        var positions = q(0.5);
        var velocities = q(2);
        var state = new State(3, positions, velocities);
        positions[0] = 99;
        velocities[0] = 99;
        state.positions()[1] = 99;
        state.velocities()[1] = 99;
        assertThat(state.positions()).containsExactly(q(0.5));
        assertThat(state.velocities()).containsExactly(q(2));
        assertThat(state.reversed().velocities()).containsExactly(-2, -0.0, -0.0, -1, -1, -1);
        assertThat(state.velocities()).containsExactly(q(2));
        assertThat(state.time()).isEqualTo(3);
        assertThat(state.particles()).isEqualTo(2);
    }

    @Test
    void aStateHasThreeNumbersPerParticle() {
        assertThatThrownBy(() -> new State(0, new double[6], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("positions and velocities must both hold 3 numbers per particle, were 6 and 3");
        assertThatThrownBy(() -> new State(0, new double[4], new double[4])).hasMessageContaining("were 4 and 4");
    }

    @Test
    void aTrajectoryKeepsItsNumbersToItself() {
        var positions = q(1);
        var velocities = q(2);
        var masses = new double[] {1, 2};
        var builder = two().masses(masses).frame(0, positions, velocities);
        var trajectory = builder.build();
        positions[0] = 99;
        velocities[0] = 99;
        masses[0] = 99;
        trajectory.positions(0)[0] = 99;
        trajectory.velocities(0)[0] = 99;
        trajectory.masses()[0] = 99;
        builder.frame(1, q(5), q(6));
        assertThat(trajectory.frames()).isEqualTo(1);
        assertThat(trajectory.positions(0)).containsExactly(q(1));
        assertThat(trajectory.velocities(0)).containsExactly(q(2));
        assertThat(trajectory.masses()).containsExactly(1, 2);
        assertThat(trajectory.state(0).positions()).containsExactly(q(1));
    }

    @Test
    void whatIsNotSaidHasDefaults() {
        var trajectory = two().frame(0, q(1)).build();
        assertThat(trajectory.hasVelocities()).isFalse();
        assertThat(trajectory.labels()).containsExactly("0", "1");
        assertThat(trajectory.species()).containsExactly("X", "X");
        assertThat(trajectory.masses()).isEmpty();
        assertThat(trajectory.dimensions()).isEqualTo(3);
        assertThat(trajectory.stepsPerFrame()).isZero();
        assertThat(trajectory.box()).isEqualTo(Box.open());
        assertThatThrownBy(() -> trajectory.velocities(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this trajectory has no velocities");
    }

    @Test
    void theBuilderSaysWhatDoesNotFit() {
        assertThatThrownBy(() -> Trajectory.of(0)).hasMessage("a trajectory needs at least 1 particle, was 0");
        assertThatThrownBy(() -> two().build()).hasMessage("a trajectory needs at least 1 frame");
        assertThatThrownBy(() -> two().masses(1)).hasMessage("1 masses for 2 particles");
        assertThatThrownBy(() -> two().labels(List.of("a", "b", "c"))).hasMessage("3 labels for 2 particles");
        assertThatThrownBy(() -> two().species(List.of("H"))).hasMessage("1 species for 2 particles");
        assertThatThrownBy(() -> two().frame(0, new double[5]))
                .hasMessage("a frame of 2 particles has 6 coordinates, was given 5 and 0");
        assertThatThrownBy(() -> two().frame(0, q(1), new double[3])).hasMessageContaining("was given 6 and 3");
        assertThatThrownBy(() -> two().frame(1, q(1)).frame(1, q(2)))
                .hasMessage("times must increase: 1.0 follows 1.0");
        assertThatThrownBy(() -> two().frame(Double.NaN, q(2))).hasMessage("a time must be finite, was NaN");
        assertThatThrownBy(() -> two().dimensions(4)).hasMessage("dimensions must be 1, 2 or 3, was 4");
        assertThatThrownBy(() -> two().frame(0, q(1), q(1)).frame(1, q(2)))
                .hasMessage("some frames have velocities and others do not");
        assertThatThrownBy(() -> two().frame(0, q(1)).frame(1, q(2), q(2)))
                .hasMessage("some frames have velocities and others do not");
    }

    @Test
    void framesAreEquallySpacedUpToTheRoundingOfTheirTimes() {
        var regular = two();
        var wobbly = two();
        for (int k = 0; k < 5; k++) {
            regular.frame(1e9 + 0.1 * k, q(k)); // these times end in rounding: 0.1 is 1e-7 off
            wobbly.frame(0.1 * k + (k == 3 ? 1e-5 : 0), q(k));
        }
        assertThat(regular.build().frameInterval().orElseThrow()).isEqualTo(0.1, Offset.offset(1e-7));
        assertThat(wobbly.build().frameInterval()).isEmpty();
        assertThat(two().frame(0, q(0)).build().frameInterval()).isEmpty();
        assertThat(two().frame(2, q(0)).frame(2.5, q(0)).build().frameInterval())
                .hasValue(0.5);
    }

    @Test
    void aSliceKeepsEverythingButTheOtherFrames() {
        var run = two().masses(1, 2)
                .box(new Box(9, 0, 0))
                .labels(List.of("a", "b"))
                .species(List.of("H", "O"))
                .dimensions(2)
                .note("guessed")
                .stepsPerFrame(7);
        for (int k = 0; k < 4; k++) {
            run.frame(k, q(k), q(-k));
        }
        var part = run.build().slice(1, 3);
        assertThat(part.frames()).isEqualTo(2);
        assertThat(part.time(0)).isEqualTo(1);
        assertThat(part.positions(1)).containsExactly(q(2));
        assertThat(part.velocities(1)).containsExactly(q(-2));
        assertThat(part.masses()).containsExactly(1, 2);
        assertThat(part.box()).isEqualTo(new Box(9, 0, 0));
        assertThat(part.labels()).containsExactly("a", "b");
        assertThat(part.species()).containsExactly("H", "O");
        assertThat(part.dimensions()).isEqualTo(2);
        assertThat(part.notes()).containsExactly("guessed");
        assertThat(part.stepsPerFrame()).isEqualTo(7);
        assertThat(part.sameNumbers(run.build())).isFalse();
        assertThat(run.build().slice(0, 4).sameNumbers(run.build())).isTrue();
        assertThat(two().frame(0, q(0)).frame(1, q(1)).build().slice(1, 2).hasVelocities())
                .isFalse();
    }
}
