package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.Trajectory;

/** The same motion in a triclinic box is the same trajectory, in whatever way a file tells it. */
class TriclinicFilesTest {
    private static final int PARTICLES = 5;
    private static final int FRAMES = 12;
    private static final double[] CORNER = {-1, 0, 2};
    private static final double[] EDGES = {5, 0, 0, 1, 4, 0, -2, 0.5, 3};
    // worked out by hand from xlo xhi = -1 4, ylo yhi = 0 4, zlo zhi = 2 5, xy xz yz = 1 -2 0.5 (LAMMPS, Howto
    // triclinic):
    // xlo + min(0, 1, -2, -1), xhi + max(0, 1, -2, -1); ylo, yhi + 0.5
    private static final String RESTRICTED = """
            ITEM: BOX BOUNDS xy xz yz pp pp pp
            -3 5 1
            0 4.5 -2
            2 5 0.5
            """;
    private static final String GENERAL = """
            ITEM: BOX BOUNDS abc origin pp pp pp
            5 0 0 -1
            1 4 0 0
            -2 0.5 3 2
            """;

    @TempDir
    Path folder;

    /** Coordinates in units of the edges, from the corner: particles that cross every wall, by less than half an edge in a frame. */
    private static double[] fractions(int frame) {
        var random = new SplittableRandom(3);
        var s = new double[3 * PARTICLES];
        for (int j = 0; j < s.length; j++) {
            s[j] = random.nextDouble() + frame * random.nextDouble(-0.45, 0.45);
        }
        return s;
    }

    private static double[] place(double a, double b, double c, double[] corner) {
        var x = corner.clone();
        for (int k = 0; k < 3; k++) {
            x[k] += a * EDGES[k] + b * EDGES[3 + k] + c * EDGES[6 + k];
        }
        return x;
    }

    private static Trajectory expected() {
        var trajectory = Trajectory.of(PARTICLES).box(Box.of(EDGES));
        for (int k = 0; k < FRAMES; k++) {
            var s = fractions(k);
            var q = new double[s.length];
            for (int i = 0; i < PARTICLES; i++) {
                System.arraycopy(place(s[3 * i], s[3 * i + 1], s[3 * i + 2], CORNER), 0, q, 3 * i, 3);
            }
            trajectory.frame(k, q);
        }
        return trajectory.build();
    }

    private static String dump(String bounds, String columns) {
        var text = new StringBuilder();
        for (int k = 0; k < FRAMES; k++) {
            text.append("ITEM: TIMESTEP\n" + k + "\nITEM: NUMBER OF ATOMS\n" + PARTICLES + "\n" + bounds);
            text.append("ITEM: ATOMS " + columns + "\n");
            for (int i = PARTICLES - 1; i >= 0; i--) {
                for (var column : columns.split(" ")) {
                    text.append(column.equals("id") ? Integer.toString(i) : value(column, k, i))
                            .append(' ');
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String value(String column, int k, int i) {
        var s = Arrays.copyOfRange(fractions(k), 3 * i, 3 * i + 3);
        int axis = "xyz".indexOf(column.replace("i", "").charAt(0));
        double[] n = Arrays.stream(s).map(Math::floor).toArray();
        return switch (column.replaceAll("[xyz]", "_")) {
            case "_u" -> Double.toString(place(s[0], s[1], s[2], CORNER)[axis]);
            case "_" -> Double.toString(place(s[0] - n[0], s[1] - n[1], s[2] - n[2], CORNER)[axis]);
            case "_su" -> Double.toString(s[axis]);
            case "_s" -> Double.toString(s[axis] - n[axis]);
            default -> Integer.toString((int) n[axis]);
        };
    }

    private static void assertSame(Trajectory read) {
        var expected = expected();
        assertThat(read.box()).isEqualTo(Box.of(EDGES));
        assertThat(read.frames()).isEqualTo(FRAMES);
        for (int k = 0; k < FRAMES; k++) {
            assertThat(read.positions(k)).containsExactly(expected.positions(k), within(1e-13)); // worst seen 4e-15
        }
    }

    @ParameterizedTest
    @CsvSource({
        "id xu yu zu, false",
        "id x y z ix iy iz, false",
        "iz id ys ix xs zs iy, false",
        "zsu id ysu xsu, false",
        "id x y z, true",
        "xs ys zs id, true"
    })
    void aDumpOfEveryKindIsRead(String columns, boolean guessed) throws Exception {
        for (var bounds : new String[] {RESTRICTED, GENERAL}) {
            var file = Samples.file(folder, "run.dump", dump(bounds, columns));
            var read = TrajectoryFiles.read(file, ReadOptions.timePerStep(1));
            assertSame(read);
            assertThat(read.notes()).hasSize(guessed ? 1 : 0);
        }
    }

    @Test
    void tiltFactorsOfZeroMakeAnOrthogonalBox() throws Exception {
        var text = Samples.DUMP.replace("pp pp ff", "xy xz yz pp pp ff").replace("0.0 4.0", "0.0 4.0 0.0");
        var read = TrajectoryFiles.read(Samples.file(folder, "a.dump", text), ReadOptions.timePerStep(1));
        var plain = TrajectoryFiles.read(Samples.file(folder, "b.dump", Samples.DUMP), ReadOptions.timePerStep(1));
        assertThat(read.box()).isEqualTo(plain.box()).isEqualTo(new Box(4, 4, 0));
        assertThat(read.sameNumbers(plain)).isTrue();
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void aFlatTriclinicDumpIsTwoDimensional() throws Exception {
        var text = Samples.DUMP
                .replace("pp pp ff", "xy xz yz pp pp pp")
                .replace("0.0 4.0\n0.0 4.0\n0.0 4.0\n", "0.0 5.5 1.5\n0.0 4.0 0.0\n-0.5 0.5 0.0\n")
                .replace("0.5 1.0 -0.1", "0.5 0.0 -0.1");
        var read = TrajectoryFiles.read(Samples.file(folder, "a.dump", text), ReadOptions.timePerStep(1));
        assertThat(read.dimensions()).isEqualTo(2);
        assertThat(read.box()).isEqualTo(Box.of(4, 0, 0, 1.5, 4, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"run.xyz, '5 0 0 1 4 0 -2 0.5 3'", "turned.xyz, '0 0 5 -4 0 1 -0.5 3 -2'"})
    void extendedXyzIsUnwrappedInAnyOrientation(String name, String lattice) throws Exception {
        boolean turned = name.equals("turned.xyz"); // (x, y, z) -> (-y, z, x)
        var text = new StringBuilder();
        for (int k = 0; k < FRAMES; k++) {
            text.append(PARTICLES + "\nLattice=\"" + lattice + "\" Properties=pos:R:3 Time=" + k + "\n");
            for (int i = 0; i < PARTICLES; i++) {
                var x = value("x", k, i);
                var y = value("y", k, i);
                var z = value("z", k, i);
                text.append(turned ? -Double.parseDouble(y) + " " + z + " " + x : x + " " + y + " " + z)
                        .append('\n');
            }
        }
        var read = TrajectoryFiles.read(Samples.file(folder, name, text.toString()), ReadOptions.defaults());
        assertThat(read.notes())
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "positions are wrapped into the box without image counts: every step of more than half a period");
        var expected = expected();
        for (int k = 0; k < FRAMES; k++) {
            var q = read.positions(k);
            for (int i = 0; turned && i < q.length; i += 3) {
                var was = new double[] {q[i + 2], -q[i], q[i + 1]};
                System.arraycopy(was, 0, q, i, 3);
            }
            assertThat(q).containsExactly(expected.positions(k), within(1e-13)); // worst seen 4e-15
        }
    }

    @Test
    void onlyThePeriodicVectorsOfALatticeCount() throws Exception {
        var text = "2\nLattice=\"5 0 0 2 4 0 1 1 0\" pbc=\"%s\" Time=0\nX 0 0 0\nX 1 0 0\n";
        var read = TrajectoryFiles.read(Samples.file(folder, "a.xyz", text.formatted("T T F")), ReadOptions.defaults());
        assertThat(read.box()).isEqualTo(Box.of(5, 0, 0, 2, 4, 0, 0, 0, 0));
        read = TrajectoryFiles.read(Samples.file(folder, "a.xyz", text.formatted("T F F")), ReadOptions.defaults());
        assertThat(read.box()).isEqualTo(new Box(5, 0, 0));
        assertThat(Refusal.of(Samples.file(folder, "a.xyz", text.formatted("T T T")), ReadOptions.defaults()))
                .hasMessageContaining("no volume");
    }

    @Test
    void anOrthogonalBoxSaysToWhenItIsGuessed() throws Exception {
        var head = "2\nLattice=\"4 0 0 0 4 0 0 0 4\" Time=";
        var text = head + "0\nX 3.5 3.5 0\nX 1 1 1\n" + head + "1\nX 0.5 0.5 0\nX 1 1 1\n";
        var read = TrajectoryFiles.read(Samples.file(folder, "a.xyz", text), ReadOptions.defaults());
        assertThat(read.notes()).hasSize(1).first().asString().contains("(2 of them)");
        var still = head + "0\nX 3.5 3.5 0\nX 1 1 1\n" + head + "1\nX 3.6 3.5 0\nX 1 1 1\n";
        assertThat(TrajectoryFiles.read(Samples.file(folder, "b.xyz", still), ReadOptions.defaults())
                        .notes())
                .isEmpty();
    }
}
