package org.mclnn.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.mclnn.potential.Check;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.Names;
import org.mclnn.potential.PowerLaw;
import org.mclnn.potential.Quartic;

/** The paper's three systems (4.1.1, A.6), unit masses; constants the text omits are k = r0 = G = 1. */
public enum ReferenceSystem {
    /** Balls joined by linear springs. */
    LINEAR,
    /** Balls joined by quartic springs. */
    NONLINEAR,
    /** Two binaries that circle each other, V = -1/r. */
    GRAVITY;

    /** The system of a name, in lower case as the command line writes it. */
    public static ReferenceSystem named(String name) {
        return Arrays.stream(values())
                .filter(s -> s.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Names.unknown("system", name, names())));
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(ReferenceSystem::key).toList();
    }

    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public FormPotential law() {
        return switch (this) {
            case LINEAR -> Harmonic.of(1, 1);
            case NONLINEAR -> Quartic.of(1, 1);
            case GRAVITY -> PowerLaw.of(-1, -1);
        };
    }

    /** Number of particles in the paper: 3 springs, 4 bodies. */
    public int particles() {
        return this == GRAVITY ? 4 : 3;
    }

    /** The system with n unit masses. */
    public ParticleSystem system(int n) {
        return ParticleSystem.equalMasses(n, 1.0, law());
    }

    /** The paper's start. */
    public State start() {
        return this == GRAVITY
                ? new State(0, new double[] {1, 0, 0, 9, 0, 0, 11, 0, 0, -1, 0, 0}, new double[] {
                    0, 0.05, 0, 0, -0.05, 0, 0, 0.65, 0, 0, -0.65, 0
                })
                : new State(
                        0,
                        new double[] {
                            0.486657678894505,
                            0.755041888583519,
                            0,
                            -0.681737994414464,
                            0.293660233197210,
                            0,
                            -0.022596327468640,
                            -0.612645601255358,
                            0
                        },
                        new double[] {
                            -0.182709864466916,
                            0.363013287999004,
                            0,
                            -0.579074922540872,
                            -0.748157481446087,
                            0,
                            0.761784787007641,
                            0.385144193447218,
                            0
                        });
    }

    /**
     * A start for any number of particles: the paper's for the paper's number, else a seeded one at rest as a whole. Springs: positions and
     * velocities uniform in a square of side 2, at least 0.3 apart; gravity: binaries like the paper's on a ring.
     *
     * @throws IllegalArgumentException for fewer than 2 particles, or an odd number under gravity
     */
    public State start(int n, long seed) {
        if (n == particles()) {
            return start();
        }
        Check.atLeast(2, "the number of particles", n);
        return this == GRAVITY ? binaries(n) : scattered(n, new SplittableRandom(seed));
    }

    /**
     * A start of twice the paper's number of particles, at rest as a whole, whose pair distances stay where the paper's run has been: of
     * those in 100 time units at most 5 % lie outside its coverage, and they span most of it (theory, T64). Springs: an octahedron that
     * spins and breathes, its velocities jittered by the seed; gravity: four binaries on a square that turns, whose phase the seed draws.
     */
    public State startInside(long seed) {
        var random = new SplittableRandom(seed);
        return switch (this) {
            case LINEAR -> InsideStarts.octahedron(1.25, 0.6, 0.9, 0.05, random);
            case NONLINEAR -> InsideStarts.octahedron(1.0, 0.6, 1.75, 0.2, random);
            case GRAVITY -> InsideStarts.ring(random);
        };
    }

    private static State scattered(int n, SplittableRandom random) {
        double side = 2.0 * Math.max(1.0, Math.sqrt(n / 8.0));
        var q = new double[3 * n];
        var v = new double[3 * n];
        for (int i = 0; i < n; i++) {
            do {
                q[3 * i] = side * (random.nextDouble() - 0.5);
                q[3 * i + 1] = side * (random.nextDouble() - 0.5);
            } while (!isApart(q, i));
            v[3 * i] = 2.0 * random.nextDouble() - 1.0;
            v[3 * i + 1] = 2.0 * random.nextDouble() - 1.0;
        }
        for (int axis = 0; axis < 2; axis++) {
            double mean = 0.0;
            for (int i = 0; i < n; i++) {
                mean += v[3 * i + axis] / n;
            }
            for (int i = 0; i < n; i++) {
                v[3 * i + axis] -= mean;
            }
        }
        return new State(0, q, v);
    }

    private static boolean isApart(double[] q, int i) {
        for (int j = 0; j < i; j++) {
            double x = q[3 * i] - q[3 * j];
            double y = q[3 * i + 1] - q[3 * j + 1];
            if (x * x + y * y < 0.09) {
                return false;
            }
        }
        return true;
    }

    /** Binaries of separation 2, each about its own centre at relative speed 0.7, the centres at rest on a ring 10 apart. */
    private static State binaries(int n) {
        if (n % 2 != 0) {
            throw new IllegalArgumentException(
                    "gravity starts from binaries: use an even number of particles, was " + n);
        }
        int pairs = n / 2;
        double radius = pairs == 1 ? 0.0 : 5.0 / StrictMath.sin(Math.PI / pairs);
        var q = new double[3 * n];
        var v = new double[3 * n];
        for (int p = 0; p < pairs; p++) {
            double angle = 2.0 * Math.PI * p / pairs;
            double x = radius * StrictMath.cos(angle);
            double y = radius * StrictMath.sin(angle);
            for (int side = 0; side < 2; side++) {
                int k = 3 * (2 * p + side);
                q[k] = x + (side == 0 ? -1.0 : 1.0);
                q[k + 1] = y;
                v[k + 1] = side == 0 ? -0.35 : 0.35;
            }
        }
        return new State(0, q, v);
    }
}
