package org.mclnn.baseline;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.util.FastMath;

/** Lagrangians of textbooks, as black boxes. */
final class Formulas {
    static final double GRAVITY = 9.81;

    private Formulas() {}

    /** m v^2/2 - k q^2/2. */
    static Lagrangian oscillator(double m, double k) {
        return Lagrangian.of(
                1,
                (q, v) -> v[0].square().multiply(0.5 * m).subtract(q[0].square().multiply(0.5 * k)));
    }

    /** Unit mass on a rod of length l; q is the angle from below. */
    static Lagrangian pendulum(double l) {
        return Lagrangian.of(
                1,
                (q, v) -> v[0].square()
                        .multiply(0.5 * l * l)
                        .add(FastMath.cos(q[0]).multiply(GRAVITY * l)));
    }

    /** Masses m1, m2 on rods l1, l2; both angles from below. */
    static Lagrangian doublePendulum(double m1, double m2, double l1, double l2) {
        return Lagrangian.of(2, (q, v) -> {
            var t1 = v[0].square().multiply(0.5 * (m1 + m2) * l1 * l1);
            var t2 = v[1].square().multiply(0.5 * m2 * l2 * l2);
            var t12 = v[0].multiply(v[1]).multiply(q[0].subtract(q[1]).cos()).multiply(m2 * l1 * l2);
            var v1 = q[0].cos().multiply((m1 + m2) * GRAVITY * l1);
            return t1.add(t2).add(t12).add(v1).add(q[1].cos().multiply(m2 * GRAVITY * l2));
        });
    }

    /** The accelerations of the above in closed form, as textbooks print them. */
    static double[] doublePendulum(double m1, double m2, double l1, double l2, double[] q, double[] v) {
        double d = q[0] - q[1];
        double below = 2 * m1 + m2 - m2 * Math.cos(2 * d);
        double w1 = v[0] * v[0] * l1;
        double w2 = v[1] * v[1] * l2;
        return new double[] {
            (-GRAVITY * (2 * m1 + m2) * Math.sin(q[0])
                            - m2 * GRAVITY * Math.sin(q[0] - 2 * q[1])
                            - 2 * Math.sin(d) * m2 * (w2 + w1 * Math.cos(d)))
                    / (l1 * below),
            2 * Math.sin(d) * ((m1 + m2) * (w1 + GRAVITY * Math.cos(q[0])) + w2 * m2 * Math.cos(d)) / (l2 * below)
        };
    }

    /** A charge e in the plane: L = m v^2/2 + e v.A - e phi, A = B/2 (-y, x), phi = -E x. */
    static Lagrangian charge(double m, double e, double b, double field) {
        return Lagrangian.of(2, (q, v) -> {
            var kinetic = v[0].square().add(v[1].square()).multiply(0.5 * m);
            var vA = v[1].multiply(q[0]).subtract(v[0].multiply(q[1])).multiply(0.5 * b);
            return kinetic.add(vA.multiply(e)).add(q[0].multiply(e * field));
        });
    }

    /** Two coordinates of mass m at speeds below c in the potential k q^2/2: L = -m c^2 sqrt(1 - v^2/c^2) - V. */
    static Lagrangian relativistic(double m, double c, double k) {
        return Lagrangian.of(
                2,
                (q, v) -> restEnergy(m, c, v[0].square().add(v[1].square()))
                        .subtract(q[0].square().add(q[1].square()).multiply(0.5 * k)));
    }

    /** -m c^2 sqrt(1 - v^2/c^2). */
    static DerivativeStructure restEnergy(double m, double c, DerivativeStructure speedSquared) {
        return speedSquared.divide(-c * c).add(1.0).sqrt().multiply(-m * c * c);
    }

    /** Unit mass about a centre in polar coordinates (r, phi): L = (r'^2 + r^2 phi'^2)/2 + 1/r. */
    static Lagrangian kepler() {
        return Lagrangian.of(
                2,
                (q, v) -> v[0].square()
                        .add(q[0].multiply(v[1]).square())
                        .multiply(0.5)
                        .add(q[0].reciprocal()));
    }

    /** T - V of particles in space under a law V(r) of all pairs: 3 coordinates each. */
    static Lagrangian pairs(double[] masses, UnaryOperator<DerivativeStructure> law) {
        return Lagrangian.of(3 * masses.length, (q, v) -> {
            var sum = q[0].newInstance(0.0);
            for (int k = 0; k < v.length; k++) {
                sum = sum.add(v[k].square().multiply(0.5 * masses[k / 3]));
            }
            for (int i = 0; i < masses.length; i++) {
                for (int j = i + 1; j < masses.length; j++) {
                    var square = q[0].newInstance(0.0);
                    for (int axis = 0; axis < 3; axis++) {
                        square = square.add(
                                q[3 * i + axis].subtract(q[3 * j + axis]).square());
                    }
                    sum = sum.subtract(law.apply(square.sqrt()));
                }
            }
            return sum;
        });
    }

    /** The paper's network (3.2, A.6) written out: weights row by row, then biases, squareplus on hidden layers. */
    static DerivativeStructure network(double[] theta, DerivativeStructure[] inputs, int... widths) {
        var values = inputs;
        int at = 0;
        for (int l = 0; l < widths.length; l++) {
            var next = new DerivativeStructure[widths[l]];
            int biases = at + widths[l] * values.length;
            for (int unit = 0; unit < next.length; unit++) {
                var z = inputs[0].newInstance(theta[biases + unit]);
                for (var value : values) {
                    z = z.add(value.multiply(theta[at]));
                    at++;
                }
                next[unit] = l < widths.length - 1
                        ? z.add(z.square().add(4.0).sqrt()).multiply(0.5)
                        : z;
            }
            at = biases + next.length;
            values = next;
        }
        return values[0];
    }

    /** Seeded numbers between -size and size. */
    static double[] numbers(SplittableRandom random, int n, double size) {
        return random.doubles(n, -size, size).toArray();
    }

    /** Largest difference over the largest size. */
    static double relative(double[] seen, double[] expected) {
        double off = 0.0;
        double size = 0.0;
        for (int k = 0; k < expected.length; k++) {
            off = Math.max(off, Math.abs(seen[k] - expected[k]));
            size = Math.max(size, Math.abs(expected[k]));
        }
        return seen.length == expected.length ? off / size : Double.NaN;
    }
}
