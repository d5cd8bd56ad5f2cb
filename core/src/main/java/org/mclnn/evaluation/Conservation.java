package org.mclnn.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;

/**
 * How well a motion keeps what it should, relative to sizes that do not depend on free constants: the change of H over the largest kinetic
 * energy of the motion, the change of the momentum over the largest sum of m |v|, that of the angular momentum about the centre of mass
 * over the largest sum of m |r| |v| there. 0 where all is at rest. Immutable.
 *
 * @param times of the frames; the other lists are as long
 */
public record Conservation(
        List<Double> times, List<Double> energy, List<Double> momentum, List<Double> angularMomentum) {
    public Conservation {
        times = List.copyOf(times);
        energy = List.copyOf(energy);
        momentum = List.copyOf(momentum);
        angularMomentum = List.copyOf(angularMomentum);
    }

    /** The largest of some changes, 0 where there is none. */
    public static double largest(List<Double> changes) {
        return changes.stream().mapToDouble(Double::doubleValue).max().orElse(0.0);
    }

    /** @param motion with velocities */
    public static Conservation of(Trajectory motion, ParticleSystem system) {
        var times = new ArrayList<Double>();
        var energy = new ArrayList<Double>();
        var momentum = new ArrayList<Double>();
        var angular = new ArrayList<Double>();
        var masses = system.masses();
        var potential = system.potentialEnergy();
        var most = new double[3]; // of T, m |v|, m |r| |v|
        double firstEnergy = 0.0;
        var firstMomentum = new double[3];
        var firstAngular = new double[3];
        for (int k = 0; k < motion.frames(); k++) {
            var state = motion.state(k);
            double kinetic = system.kineticEnergy(state);
            double total = kinetic + potential.applyAsDouble(state.positions());
            var p = system.momentum(state);
            var about = aboutCentre(state, masses);
            var j = system.angularMomentum(about);
            if (k == 0) {
                firstEnergy = total;
                firstMomentum = p;
                firstAngular = j;
            }
            most[0] = Math.max(most[0], kinetic);
            most[1] = Math.max(most[1], sizes(state, masses, false));
            most[2] = Math.max(most[2], sizes(about, masses, true));
            times.add(state.time());
            energy.add(Math.abs(total - firstEnergy));
            momentum.add(distance(p, firstMomentum));
            angular.add(distance(j, firstAngular));
        }
        return new Conservation(times, over(most[0], energy), over(most[1], momentum), over(most[2], angular));
    }

    private static List<Double> over(double scale, List<Double> values) {
        return values.stream().map(x -> scale > 0.0 ? x / scale : 0.0).toList();
    }

    private static State aboutCentre(State state, double[] masses) {
        var q = state.positions();
        var v = state.velocities();
        var centre = new double[3];
        var drift = new double[3];
        double mass = 0.0;
        for (int k = 0; k < q.length; k++) {
            centre[k % 3] += masses[k / 3] * q[k];
            drift[k % 3] += masses[k / 3] * v[k];
            mass += k % 3 == 0 ? masses[k / 3] : 0.0;
        }
        for (int k = 0; k < q.length; k++) {
            q[k] -= centre[k % 3] / mass;
            v[k] -= drift[k % 3] / mass;
        }
        return new State(state.time(), q, v);
    }

    /** Sum of m |v|, or of m |q| |v|. */
    private static double sizes(State state, double[] masses, boolean moments) {
        var q = state.positions();
        var v = state.velocities();
        double sum = 0.0;
        for (int i = 0; i < masses.length; i++) {
            double size = masses[i] * norm(v, 3 * i);
            sum += moments ? size * norm(q, 3 * i) : size;
        }
        return sum;
    }

    private static double norm(double[] x, int at) {
        return Math.sqrt(x[at] * x[at] + x[at + 1] * x[at + 1] + x[at + 2] * x[at + 2]);
    }

    private static double distance(double[] a, double[] b) {
        return norm(new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]}, 0);
    }
}
