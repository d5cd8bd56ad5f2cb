package org.mclnn.evaluation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.mclnn.dynamics.State;
import org.mclnn.evaluation.Symmetry.Change;
import org.mclnn.evaluation.Symmetry.Noether;
import org.mclnn.potential.Normal;

/** One measurement of {@link Symmetry}. */
final class SymmetryMeasurement {
    private static final int DRAWS = 32; // of each kind of transformation
    private static final double[] NOTHING = {0.0, 0.0, 0.0};

    private final Symmetry.Model model;
    private final State state;
    private final SplittableRandom random;
    private final double[] q;
    private final double[] v;
    private final double[] forces;
    private final double mass;
    private final double size; // RMS distance from the centre of mass
    private final double reach; // RMS distance from the origin
    private final double kinetic;
    private final double potential;
    private final double scale;
    private final double speed; // of all particles at which T is the scale

    SymmetryMeasurement(Symmetry.Model model, State state, long seed) {
        if (state.particles() != model.masses().size()) {
            throw new IllegalArgumentException("the state has " + state.particles() + " particles, the model "
                    + model.masses().size());
        }
        this.model = model;
        this.state = state;
        random = new SplittableRandom(seed);
        q = state.positions();
        v = state.velocities();
        checkPlane();
        forces = new double[q.length];
        model.field().accelerations(q, forces);
        for (int k = 0; k < q.length; k++) {
            forces[k] *= mass(k);
        }
        mass = model.masses().stream().mapToDouble(m -> m).sum();
        kinetic = kinetic(v);
        potential = model.potential().applyAsDouble(q);
        var fromCentre = fromCentre();
        scale = kinetic + sumOfProducts(fromCentre, forces);
        if (!(scale > 0.0)) {
            throw new IllegalArgumentException(
                    "nothing moves and no force acts: there is no energy that a change could be compared with");
        }
        size = rms(fromCentre);
        reach = rms(q);
        speed = Math.sqrt(2.0 * scale / mass);
    }

    private void checkPlane() {
        for (int k = 2; model.planar() && k < q.length; k += 3) {
            if (q[k] != 0.0 || v[k] != 0.0) {
                throw new IllegalArgumentException("the model is planar, but particle " + k / 3 + " has z = " + q[k]
                        + " and velocity " + v[k] + " along z");
            }
        }
    }

    Symmetry all() {
        var changes = List.of(
                largest("translation", () -> Transformations.shifted(state, vector(size), NOTHING)),
                largest("rotation", () -> mirrored(mirrored(state))),
                largest("reflection", () -> mirrored(state)),
                largest("permutation", () -> Transformations.permuted(state, permutation())),
                boost());
        return new Symmetry(scale, changes, translation(), rotation());
    }

    private double mass(int coordinate) {
        return model.masses().get(coordinate / 3);
    }

    private double kinetic(double[] velocities) {
        double sum = 0.0;
        for (int k = 0; k < velocities.length; k++) {
            sum += 0.5 * mass(k) * velocities[k] * velocities[k];
        }
        return sum;
    }

    private double lagrangian(double[] velocities) {
        return kinetic(velocities) - model.potential().applyAsDouble(q);
    }

    private double[] fromCentre() {
        var centre = new double[3];
        for (int k = 0; k < q.length; k++) {
            centre[k % 3] += mass(k) * q[k] / mass;
        }
        var x = q.clone();
        for (int k = 0; k < x.length; k++) {
            x[k] -= centre[k % 3];
        }
        return x;
    }

    private static double rms(double[] x) {
        double sum = 0.0;
        for (double y : x) {
            sum += y * y;
        }
        return Math.sqrt(sum / (x.length / 3.0));
    }

    private static double length(double[] x, int at) {
        return Math.sqrt(x[at] * x[at] + x[at + 1] * x[at + 1] + x[at + 2] * x[at + 2]);
    }

    /** Sum over particles of |x_i| |y_i|. */
    private static double sumOfProducts(double[] x, double[] y) {
        double sum = 0.0;
        for (int k = 0; k < x.length; k += 3) {
            sum += length(x, k) * length(y, k);
        }
        return sum;
    }

    private double[] vector(double spread) {
        var x = new double[3];
        for (int axis = 0; axis < (model.planar() ? 2 : 3); axis++) {
            x[axis] = spread * Normal.next(random);
        }
        return x;
    }

    /** Two reflections are a rotation. */
    private State mirrored(State any) {
        return Transformations.mirrored(any, vector(1.0));
    }

    /** Particles trade places with others of their mass. */
    private int[] permutation() {
        var order = IntStream.range(0, state.particles()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            if (model.masses().get(i).equals(model.masses().get(j))) {
                int other = order[i];
                order[i] = order[j];
                order[j] = other;
            }
        }
        return order;
    }

    private Change largest(String name, Supplier<State> transformed) {
        var most = new double[4];
        for (int draw = 0; draw < DRAWS; draw++) {
            count(transformed.get(), kinetic, most);
        }
        return new Change(name, most[0], most[1], most[2], most[3]);
    }

    /** An observer who moves sees P.u + M u^2/2 more of T. */
    private Change boost() {
        var most = new double[4];
        for (int draw = 0; draw < DRAWS; draw++) {
            var u = vector(speed);
            double expected = kinetic;
            for (int k = 0; k < v.length; k++) {
                expected += mass(k) * (v[k] * u[k % 3] + 0.5 * u[k % 3] * u[k % 3]);
            }
            count(Transformations.shifted(state, NOTHING, u), expected, most);
        }
        return new Change("boost", most[0], most[1], most[2], most[3]);
    }

    private void count(State changed, double expected, double[] most) {
        double t = kinetic(changed.velocities()) - expected;
        double u = model.potential().applyAsDouble(changed.positions()) - potential;
        most[0] = Math.max(most[0], Math.abs(t) / scale);
        most[1] = Math.max(most[1], Math.abs(u) / scale);
        most[2] = Math.max(most[2], Math.abs(t - u) / scale);
        most[3] = Math.max(most[3], Math.abs(t + u) / scale);
    }

    private Noether translation() {
        double error = 0.0;
        var net = new double[3];
        double all = 0.0;
        for (int axis = 0; axis < (model.planar() ? 2 : 3); axis++) {
            var generator = new double[q.length];
            for (int k = axis; k < q.length; k += 3) {
                generator[k] = 1.0;
                net[axis] += forces[k];
            }
            error = Math.max(error, momentumError(generator, 1.0));
        }
        for (int k = 0; k < q.length; k += 3) {
            all += length(forces, k);
        }
        return noether(error, net, all);
    }

    private Noether rotation() {
        double error = 0.0;
        var net = new double[3];
        for (int axis = model.planar() ? 2 : 0; axis < 3; axis++) {
            var generator = new double[q.length]; // e x q
            int next = (axis + 1) % 3;
            int last = (axis + 2) % 3;
            for (int k = 0; k < q.length; k += 3) {
                generator[k + next] = -q[k + last];
                generator[k + last] = q[k + next];
                net[axis] += q[k + next] * forces[k + last] - q[k + last] * forces[k + next];
            }
            error = Math.max(error, momentumError(generator, reach));
        }
        return noether(error, net, sumOfProducts(q, forces));
    }

    private static Noether noether(double error, double[] net, double all) {
        double sum = length(net, 0);
        return new Noether(error, sum, sum == 0.0 ? 0.0 : sum / all);
    }

    /**
     * The derivative of L along a generator in the velocities, by a difference that is exact for a quadratic T, against the sum of m v.xi.
     *
     * @param typical length of the generator at one particle
     */
    private double momentumError(double[] generator, double typical) {
        double h = speed / typical;
        var more = v.clone();
        var less = v.clone();
        double expected = 0.0;
        for (int k = 0; k < v.length; k++) {
            more[k] += h * generator[k];
            less[k] -= h * generator[k];
            expected += mass(k) * v[k] * generator[k];
        }
        double momentum = (lagrangian(more) - lagrangian(less)) / (2.0 * h);
        return Math.abs(momentum - expected) / (mass * speed * typical);
    }
}
