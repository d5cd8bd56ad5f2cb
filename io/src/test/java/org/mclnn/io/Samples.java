package org.mclnn.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.Trajectory;

/** Trajectories and files for the tests. */
final class Samples {
    static final String XYZ = """
            2
            Properties=species:S:1:pos:R:3:velo:R:3:masses:R:1 Time=0.0 pbc="F F F"
            Ar 0.0 0.0 0.0 0.1 0.0 0.0 1.0
            He 1.0 0.5 0.0 -0.1 0.0 0.0 2.0
            2
            Properties=species:S:1:pos:R:3:velo:R:3:masses:R:1 Time=0.5 pbc="F F F"
            Ar 0.05 0.0 0.0 0.1 0.0 0.0 1.0
            He 0.95 0.5 0.0 -0.1 0.0 0.0 2.0
            """;

    static final String CSV = """
            t,particle,x,y,z,vx,vy,vz,mass,species
            0.0,a,0.0,0.0,0.0,0.1,0.0,0.0,1.0,Ar
            0.0,b,1.0,0.5,0.0,-0.1,0.0,0.0,2.0,He
            0.5,a,0.05,0.0,0.0,0.1,0.0,0.0,1.0,Ar
            0.5,b,0.95,0.5,0.0,-0.1,0.0,0.0,2.0,He
            """;

    static final String DUMP = """
            ITEM: TIMESTEP
            0
            ITEM: NUMBER OF ATOMS
            2
            ITEM: BOX BOUNDS pp pp ff
            0.0 4.0
            0.0 4.0
            0.0 4.0
            ITEM: ATOMS id type mass x y z vx vy vz
            1 1 1.0 0.0 0.0 0.0 0.1 0.0 0.0
            2 2 2.0 1.0 0.5 1.0 -0.1 0.0 0.0
            ITEM: TIMESTEP
            10
            ITEM: NUMBER OF ATOMS
            2
            ITEM: BOX BOUNDS pp pp ff
            0.0 4.0
            0.0 4.0
            0.0 4.0
            ITEM: ATOMS id type mass x y z vx vy vz
            1 1 1.0 0.05 0.0 0.0 0.1 0.0 0.0
            2 2 2.0 0.95 0.5 1.0 -0.1 0.0 0.0
            """;

    private Samples() {}

    static Path file(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    /** Numbers of all sizes, so that a digit lost anywhere shows. */
    static Trajectory awkward(int frames, int particles, Box box, int dimensions, boolean moving) {
        var random = new SplittableRandom(5);
        var trajectory =
                Trajectory.of(particles).box(box).dimensions(dimensions).stepsPerFrame(7);
        double time = -1.0 / 3.0;
        for (int k = 0; k < frames; k++) {
            var q = new double[3 * particles];
            var v = new double[3 * particles];
            for (int j = 0; j < q.length; j++) {
                if (j % 3 < dimensions) {
                    q[j] = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(-20, 20));
                    v[j] = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(-300, 300));
                }
            }
            q[0] = -0.0;
            q[3] = Double.MIN_VALUE;
            if (moving) {
                trajectory.frame(time, q, v);
            } else {
                trajectory.frame(time, q);
            }
            time += random.nextDouble() / 7.0;
        }
        return trajectory.build();
    }

    /** Labels of all kinds that a table can hold. */
    static Trajectory named(String... labels) {
        var species = new ArrayList<String>();
        for (int i = 0; i < labels.length; i++) {
            species.add(i % 2 == 0 ? "planet" : "moon");
        }
        var masses = new double[labels.length];
        Arrays.setAll(masses, i -> (i + 1) / 3.0);
        return Trajectory.of(labels.length)
                .labels(List.of(labels))
                .species(species)
                .masses(masses)
                .frame(0.0, new double[3 * labels.length])
                .frame(1.0, new double[3 * labels.length])
                .build();
    }
}
