package org.mclnn.dynamics;

import java.util.Arrays;

/** Copies of the motion with one mistake each, such as a tired physicist makes. */
enum Mutants implements Motion.Rule {
    /** F = +dV/dr. */
    SIGN_FLIPPED(-1.0, true, 0.5, false),
    /** The whole kick twice instead of half a kick twice. */
    NO_HALF_IN_THE_KICK(1.0, true, 1.0, false),
    /** One per mille of the force lost. */
    WEAK_FORCE(0.999, true, 0.5, false),
    /** The second partner of a pair feels nothing. */
    NO_REACTION(1.0, false, 0.5, false),
    /** q += h v, v += h a, both from the old values. */
    EXPLICIT_EULER(1.0, true, 0.5, true);

    private final double factor;
    private final boolean reaction;
    private final double kick;
    private final boolean euler;

    Mutants(double factor, boolean reaction, double kick, boolean euler) {
        this.factor = factor;
        this.reaction = reaction;
        this.kick = kick;
        this.euler = euler;
    }

    @Override
    public Motion of(ParticleSystem system, double dt) {
        return new Mutant(system, dt);
    }

    private final class Mutant implements Motion {
        private final ParticleSystem system;
        private final double dt;

        Mutant(ParticleSystem system, double dt) {
            this.system = system;
            this.dt = dt;
        }

        @Override
        public void accelerations(double[] q, double[] a) {
            var masses = system.masses();
            Arrays.fill(a, 0.0);
            for (int i = 0; i < masses.length; i++) {
                for (int j = i + 1; j < masses.length; j++) {
                    double square = 0.0;
                    for (int c = 0; c < 3; c++) {
                        double d = q[3 * i + c] - q[3 * j + c];
                        square += d * d;
                    }
                    double r = Math.sqrt(square);
                    double s = factor * system.potential().force(r) / r;
                    for (int c = 0; c < 3; c++) {
                        double f = s * (q[3 * i + c] - q[3 * j + c]);
                        a[3 * i + c] += f / masses[i];
                        a[3 * j + c] -= reaction ? f / masses[j] : 0.0;
                    }
                }
            }
        }

        @Override
        public void step(double[] q, double[] v, double[] a) {
            if (euler) {
                move(q, v, dt);
                move(v, a, dt);
                accelerations(q, a);
                return;
            }
            move(v, a, kick * dt);
            move(q, v, dt);
            accelerations(q, a);
            move(v, a, kick * dt);
        }

        private static void move(double[] x, double[] rate, double by) {
            for (int k = 0; k < x.length; k++) {
                x[k] += by * rate[k];
            }
        }
    }
}
