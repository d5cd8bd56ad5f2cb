package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.LennardJones;

/**
 * Twenty atoms in two triclinic boxes, run and dumped by LAMMPS (22 July 2025; {@code lj/smooth/linear} with epsilon = sigma = 1 and
 * cut-off 2.2, dt 0.002, every 40th step, 17 digits): restricted with scaled coordinates, general with plain ones.
 */
class LammpsTest {
    private static final double CUTOFF = 2.2;

    private static Path file(String name) throws Exception {
        return Path.of(
                Objects.requireNonNull(LammpsTest.class.getResource("/" + name)).toURI());
    }

    private static ParticleSystem system(Trajectory run) {
        var law = new LennardJones(12, 6).withCutoff(CUTOFF).at(1, 1);
        return ParticleSystem.equalMasses(run.particles(), 1, law).in(run.box(), CUTOFF);
    }

    /** The last three columns of a frame, in the order of the ids. */
    private static double[] forces(List<String> lines, int frame, int particles) {
        var f = new double[3 * particles];
        for (var line : lines.subList(frame * (particles + 9) + 9, (frame + 1) * (particles + 9))) {
            var words = line.strip().split(" ");
            for (int c = 0; c < 3; c++) {
                f[3 * (Integer.parseInt(words[0]) - 1) + c] = Double.parseDouble(words[words.length - 3 + c]);
            }
        }
        return f;
    }

    private static double largest(double[] a, double[] b) {
        double largest = 0.0;
        for (int k = 0; k < a.length; k++) {
            largest = Math.max(largest, Math.abs(a[k] - b[k]));
        }
        return largest;
    }

    @ParameterizedTest
    @ValueSource(strings = {"lammps-restricted.dump", "lammps-general.dump"})
    void forcesAreThoseOfLammps(String name) throws Exception {
        var run = TrajectoryFiles.read(file(name), ReadOptions.timePerStep(0.002));
        assertThat(run.box().isOrthogonal()).isFalse();
        assertThat(run.frames()).isEqualTo(5);
        var lines = Files.readAllLines(file(name));
        var system = system(run);
        var found = new double[3 * run.particles()];
        for (int k = 0; k < run.frames(); k++) {
            var expected = forces(lines, k, run.particles());
            system.forces().accelerations(system.potential().kernel(), run.positions(k), found);
            double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            assertThat(largest(found, expected)).isLessThan(1e-12 * scale); // worst seen 1.3e-14
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lammps-restricted.dump", "lammps-general.dump"})
    void theMotionIsThatOfLammps(String name) throws Exception {
        var run = TrajectoryFiles.read(file(name), ReadOptions.timePerStep(0.002));
        var again = Simulator.of(0.002, 40).run(system(run), run.state(0), run.frames() - 1);
        for (int k = 0; k < run.frames(); k++) {
            assertThat(largest(again.positions(k), run.positions(k))).isLessThan(1e-12); // worst seen 1e-14
        }
    }
}
