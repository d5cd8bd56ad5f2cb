package org.mclnn.dynamics;

import java.util.Arrays;
import java.util.List;
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
}
