package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.io.ReadOptions;
import org.mclnn.io.TrajectoryFiles;
import org.mclnn.potential.LennardJones;

/** Particles in a triclinic box, wrapped into it: from the file to the law and back, and what was guessed is said each time. */
class TriclinicVerbsTest {
    private static final Box BOX = Box.of(4.8, 0, 0, 1.6, 4.6, 0, 0, 0, 0);
    private static final String GUESSED = "note: positions are wrapped into the box without image counts: every step of"
            + " more than half a period between two frames (";

    @TempDir
    Path folder;

    private static Trajectory gas() {
        var random = new SplittableRandom(33);
        var q = new double[27];
        var v = new double[27];
        for (int i = 0; i < 9; i++) {
            int row = i / 3;
            q[3 * i] = 1.6 * (i % 3) + 1.6 / 3 * row + random.nextDouble(-0.1, 0.1);
            q[3 * i + 1] = 4.6 / 3 * row + random.nextDouble(-0.1, 0.1);
            v[3 * i] = random.nextDouble(-1, 1);
            v[3 * i + 1] = random.nextDouble(-1, 1);
        }
        var law = new LennardJones(12, 6).withCutoff(2).at(1, 1);
        var system = ParticleSystem.equalMasses(9, 1, law).in(BOX, 2);
        return Simulator.of(0.002, 10).run(system, new State(0, q, v), 300);
    }

    /** Extended XYZ with velocities, positions put back into the cell. */
    private static String wrapped(Trajectory run) {
        var text = new StringBuilder();
        var edges = BOX.vectors();
        for (int k = 0; k < run.frames(); k++) {
            text.append("9\nLattice=\"4.8 0 0 1.6 4.6 0 0 0 1\" pbc=\"T T F\" Properties=pos:R:3:velo:R:3 dimensions=2")
                    .append(" steps_per_frame=10 Time=" + run.time(k) + "\n");
            var q = run.positions(k);
            var v = run.velocities(k);
            for (int i = 0; i < q.length; i += 3) {
                double a = Math.floor(BOX.fraction(0, q[i], q[i + 1], 0));
                double b = Math.floor(BOX.fraction(1, q[i], q[i + 1], 0));
                text.append(q[i] - a * edges[0] - b * edges[3]).append(' ').append(q[i + 1] - b * edges[4]);
                text.append(" 0 " + v[i] + " " + v[i + 1] + " 0\n");
            }
        }
        return text.toString();
    }

    @Test
    void theLawIsLearnedJudgedAndSimulated() throws Exception {
        var run = gas();
        var file = Files.writeString(folder.resolve("gas.xyz"), wrapped(run));
        var place = folder.resolve("run");
        var trained = Session.ok(
                "train",
                file,
                "--cutoff",
                2,
                "--form",
                "lennard-jones",
                "--windows",
                10,
                "--frames",
                11,
                "-o",
                place,
                "--json");
        assertThat(trained.err()).contains(GUESSED);
        assertThat(trained.json().path("notes").toString()).contains("image counts");
        var judged = Session.ok(
                "evaluate", place, "--against", file, "--truth", "lennard-jones(1,1)", "--steps", 100, "--json");
        assertThat(judged.err()).contains(GUESSED);
        assertThat(judged.json().path("forceRelativeRms").asDouble()).isLessThan(1e-12); // measured 2e-16
        assertThat(judged.json().path("positionMae").asDouble()).isLessThan(1e-12); // measured 2e-16
        var out = folder.resolve("sim.xyz");
        var simulated = Session.ok("simulate", place, "--init", file, "--steps", 100, "-o", out);
        assertThat(simulated.err()).contains(GUESSED);
        assertThat(simulated.out()).contains("angular momentum is not conserved in a periodic box");
        var read = TrajectoryFiles.read(out, ReadOptions.defaults());
        assertThat(read.box()).isEqualTo(BOX);
        assertThat(read.notes()).isEmpty();
        assertThat(Files.readString(place.resolve("model.json")))
                .contains("\"box\" : [ 4.8, 0.0, 0.0, 1.6, 4.6, 0.0, 0.0, 0.0, 0.0 ]");
    }

    @Test
    void aCutoffThatIsTooLongIsRefusedWithTheOneThatWouldDo() throws IOException {
        var file = Files.writeString(folder.resolve("gas.xyz"), wrapped(gas()));
        var refused = Session.run("train", file, "--cutoff", 2.3, "-o", folder.resolve("run"));
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(refused.err()).contains("beyond half the smallest height of the box, 2.26");
    }
}
