package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.Trajectory;

/** The same motion, dumped in every way, is the same trajectory. */
class DumpVariantsTest {
    private static final int PARTICLES = 5;
    private static final int FRAMES = 8;
    // low bound and length of the box are powers of two, so that scaling and shifting by periods are exact
    private static final double LOW = -1.0;
    private static final double PERIOD = 4.0;

    @TempDir
    Path folder;

    private final double[][] q = new double[FRAMES][3 * PARTICLES];
    private final double[][] v = new double[FRAMES][3 * PARTICLES];

    @BeforeEach
    void moveAcrossTheBox() {
        var random = new Random(3);
        for (int j = 0; j < 3 * PARTICLES; j++) {
            double start = random.nextInt(1 << 20) / (double) (1 << 18) + LOW;
            double speed = random.nextInt(-1 << 20, 1 << 20) / (double) (1 << 20);
            for (int k = 0; k < FRAMES; k++) {
                q[k][j] = start + 1.5 * k * speed;
                v[k][j] = speed;
            }
        }
    }

    private Trajectory expected() {
        var trajectory = Trajectory.of(PARTICLES).box(new Box(PERIOD, PERIOD, PERIOD));
        for (int k = 0; k < FRAMES; k++) {
            trajectory.frame(1.5 * k, q[k], v[k]);
        }
        return trajectory.build();
    }

    private String dump(String columns, Random order, boolean withTime) {
        var text = new StringBuilder();
        for (int k = 0; k < FRAMES; k++) {
            if (withTime) {
                text.append(k == 0 ? "ITEM: UNITS\nlj\n" : "").append("ITEM: TIME\n" + 1.5 * k + "\n");
            }
            text.append("ITEM: TIMESTEP\n" + (1000 + 3 * k) + "\nITEM: NUMBER OF ATOMS\n" + PARTICLES + "\n");
            text.append("ITEM: BOX BOUNDS pp pp pp\n" + "-1.0000000000000000e+00 3.0000000000000000e+00\n".repeat(3));
            text.append("ITEM: ATOMS " + columns + "\n");
            var atoms = new ArrayList<>(List.of(0, 1, 2, 3, 4));
            Collections.shuffle(atoms, order);
            for (int i : atoms) {
                for (var column : columns.split(" ")) {
                    text.append(value(column, k, i)).append(' ');
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private String value(String column, int k, int i) {
        int axis = Math.max(0, "xyz".indexOf(column.replaceAll("^[iv]", "").charAt(0)));
        double x = q[k][3 * i + axis];
        double image = Math.floor((x - LOW) / PERIOD);
        return switch (column.replaceAll("[xyz]", "_")) {
            case "id" -> Integer.toString(10 * i + 5); // 5, 15, 25: by number 5 is first, by text it is last
            case "t_pe" -> Integer.toString(i % 2 + 1);
            case "_" -> Double.toString(x - image * PERIOD);
            case "_u" -> Double.toString(x);
            case "_s" -> Double.toString((x - image * PERIOD - LOW) / PERIOD);
            case "_su" -> Double.toString((x - LOW) / PERIOD);
            case "i_" -> Integer.toString((int) image);
            case "v_" -> Double.toString(v[k][3 * i + axis]);
            default -> "42";
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id type xu yu zu vx vy vz",
                "vz vy vx zu yu xu type id",
                "id type x y z vx vy vz ix iy iz",
                "ix vx id x iy vy y type iz vz z q",
                "id type xs ys zs vx vy vz ix iy iz",
                "id type xsu ysu zsu vx vy vz",
                "id type x y z vx vy vz",
                "id type xs ys zs vx vy vz",
                "fx id type x yu zs iz vx vy vz ix c_energy[1]",
            })
    void theSameMotionIsReadFromEveryKindOfColumns(String columns) throws Exception {
        var file = Samples.file(folder, "run.dump", dump(columns, new Random(1), true));
        var read = TrajectoryFiles.read(file, ReadOptions.defaults());
        assertThat(read.sameNumbers(shiftedIntoTheFirstBox(columns))).isTrue();
        assertThat(read.labels()).containsExactly("5", "15", "25", "35", "45");
        assertThat(read.species()).containsExactly("1", "2", "1", "2", "1");
        assertThat(read.box()).isEqualTo(new Box(PERIOD, PERIOD, PERIOD));
        assertThat(read.stepsPerFrame()).isEqualTo(3);
    }

    /** The motion starts inside the box, so that nothing is lost where images are not told. */
    private Trajectory shiftedIntoTheFirstBox(String columns) {
        assertThat(Arrays.stream(q[0]).allMatch(x -> x >= LOW && x < LOW + PERIOD))
                .as(columns)
                .isTrue();
        return expected();
    }

    @Test
    void timestepsTimesDtAreTimes() throws Exception {
        var file = Samples.file(folder, "run.lammpstrj", dump("id xu yu zu vx vy vz", new Random(2), false));
        var read = TrajectoryFiles.read(file, ReadOptions.timePerStep(0.5));
        assertThat(read.time(0)).isEqualTo(500.0);
        assertThat(read.time(1)).isEqualTo(501.5);
        assertThat(read.positions(7)).isEqualTo(q[7]);
    }

    @Test
    void aFlatDumpIsTwoDimensionalAndOpenAlongZ() throws Exception {
        for (int k = 0; k < FRAMES; k++) {
            for (int i = 0; i < PARTICLES; i++) {
                q[k][3 * i + 2] = 0.0;
                v[k][3 * i + 2] = 0.0;
            }
        }
        var file = Samples.file(folder, "run.dump", dump("id x y z vx vy vz", new Random(2), true));
        var read = TrajectoryFiles.read(file, ReadOptions.defaults());
        assertThat(read.dimensions()).isEqualTo(2);
        assertThat(read.box()).isEqualTo(new Box(PERIOD, PERIOD, 0));
        assertThat(TrajectoryFiles.read(
                                Samples.file(folder, "xy.dump", dump("id x y vx vy", new Random(2), true)),
                                ReadOptions.defaults())
                        .sameNumbers(read))
                .isTrue();
    }

    @Test
    void openAxesMayShrinkAndGrow() throws Exception {
        var text = Samples.DUMP.replaceFirst("(?s)0.0 4.0\n(ITEM: ATOMS)", "-7.5 3.25\n$1");
        var read = TrajectoryFiles.read(Samples.file(folder, "a.dump", text), ReadOptions.timePerStep(1));
        assertThat(read.box()).isEqualTo(new Box(4, 4, 0));
        assertThat(read.masses()).containsExactly(1.0, 2.0);
        assertThat(read.positions(1)[0]).isEqualTo(0.05, within(0.0));
    }
}
