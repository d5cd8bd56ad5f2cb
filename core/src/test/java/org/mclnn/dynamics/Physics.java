package org.mclnn.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/**
 * What any right motion does. The same checks judge the product and, in {@link MutantsTest}, its mutilated copies.
 * Every operation has one result on every machine, so what was seen here is what will be seen.
 */
final class Physics {
    private Physics() {}

    /** Force is minus the gradient of the potential energy, by differences. */
    static void assertForceIsMinusTheGradientOfTheEnergy(Motion.Rule rule, ParticleSystem system, State state) {
        double h = 1e-3;
        var a = new double[3 * system.particles()];
        rule.of(system, 0.01).accelerations(state.positions(), a);
        double worst = 0.0;
        for (int k = 0; k < a.length; k++) {
            double near = energyAt(system, state, k, h) - energyAt(system, state, k, -h);
            double further = energyAt(system, state, k, 2 * h) - energyAt(system, state, k, -2 * h);
            double gradient = (8 * near - further) / (12 * h);
            worst = Math.max(worst, Math.abs(system.masses()[k / 3] * a[k] + gradient));
        }
        assertThat(worst).isLessThan(1e-10); // worst seen 4e-12: the difference formula
    }

    private static double energyAt(ParticleSystem system, State state, int coordinate, double by) {
        var q = state.positions();
        q[coordinate] += by;
        return system.potentialEnergy(new State(0, q, state.velocities()));
    }

    /** P1: the energy error falls to a quarter when the step is halved. */
    static void assertHalvingTheStepQuartersTheEnergyError(Motion.Rule rule, ParticleSystem system, State start) {
        double coarse = energyError(rule, system, start, 0.01, 1000);
        double fine = energyError(rule, system, start, 0.005, 2000);
        assertThat(Math.abs(coarse / fine - 4.0)).isLessThan(0.04); // worst seen 2e-4
    }

    /** RMS of H(t) - H(0) over a run. */
    private static double energyError(Motion.Rule rule, ParticleSystem system, State start, double dt, int steps) {
        var motion = rule.of(system, dt);
        var q = start.positions();
        var v = start.velocities();
        var a = new double[q.length];
        motion.accelerations(q, a);
        double first = system.hamiltonian(start);
        double sum = 0.0;
        for (int k = 0; k < steps; k++) {
            motion.step(q, v, a);
            double off = system.hamiltonian(new State(0, q, v)) - first;
            sum += off * off;
        }
        return Math.sqrt(sum / steps);
    }

    /** P7: the order of the trajectory, from steps h, h/2 and h/4. */
    static void assertTheTrajectoryIsOfSecondOrder(Motion.Rule rule, ParticleSystem system, State start) {
        var coarse = rule.of(system, 0.008).after(start, 250);
        var middle = rule.of(system, 0.004).after(start, 500);
        var fine = rule.of(system, 0.002).after(start, 1000);
        double order = Math.log(distance(coarse, middle) / distance(middle, fine)) / Math.log(2.0);
        assertThat(Math.abs(order - 2.0)).isLessThan(0.01); // worst seen 4e-5
    }

    /** P5: 1,000 steps, velocities turned round, 1,000 steps: back at the start. */
    static void assertReversingTheVelocitiesRetracesThePath(Motion.Rule rule, ParticleSystem system, State start) {
        var there = rule.of(system, 0.01).after(start, 1000);
        var back = rule.of(system, 0.01).after(there.reversed(), 1000).reversed();
        assertThat(distance(back, start)).isLessThan(1e-12); // worst seen 2.7e-14 (gravity)
    }

    /** P3: momentum over the sum of |p|. */
    static void assertMomentumIsConserved(Motion.Rule rule, ParticleSystem system, State start, long steps) {
        double worst = 0.0;
        for (var state : tenOnTheWay(rule, system, start, steps)) {
            double scale = 0.0;
            var v = state.velocities();
            for (int k = 0; k < v.length; k++) {
                scale += system.masses()[k / 3] * Math.abs(v[k]);
            }
            double change = largestDifference(system.momentum(state), system.momentum(start));
            worst = Math.max(worst, change / scale);
        }
        assertThat(worst).isLessThan(1e-13); // after 1e5 steps worst seen 1.4e-14 (nonlinear), network 2.3e-14
    }

    /** P4: angular momentum about the centre of mass, over the current sum of |r| |p|. */
    static void assertAngularMomentumIsConserved(Motion.Rule rule, ParticleSystem system, State start, long steps) {
        var first = system.angularMomentum(centred(system, start));
        double worst = 0.0;
        for (var state : tenOnTheWay(rule, system, start, steps)) {
            var seen = centred(system, state);
            var q = seen.positions();
            var v = seen.velocities();
            double scale = 0.0;
            for (int i = 0; i < system.particles(); i++) {
                scale += system.masses()[i] * norm(q, 3 * i) * norm(v, 3 * i);
            }
            worst = Math.max(worst, largestDifference(system.angularMomentum(seen), first) / scale);
        }
        assertThat(worst).isLessThan(1e-13); // after 1e5 steps worst seen 3.7e-14 (nonlinear)
    }

    private static State[] tenOnTheWay(Motion.Rule rule, ParticleSystem system, State start, long steps) {
        var states = new State[10];
        var last = start;
        for (int k = 0; k < states.length; k++) {
            last = rule.of(system, 0.01).after(last, steps / states.length);
            states[k] = last;
        }
        return states;
    }

    /** The same motion seen from the centre of mass. */
    private static State centred(ParticleSystem system, State state) {
        var q = state.positions();
        var v = state.velocities();
        var masses = system.masses();
        double total = Arrays.stream(masses).sum();
        for (int axis = 0; axis < 3; axis++) {
            double centre = 0.0;
            double drift = 0.0;
            for (int i = 0; i < masses.length; i++) {
                centre += masses[i] * q[3 * i + axis] / total;
                drift += masses[i] * v[3 * i + axis] / total;
            }
            for (int i = 0; i < masses.length; i++) {
                q[3 * i + axis] -= centre;
                v[3 * i + axis] -= drift;
            }
        }
        return new State(state.time(), q, v);
    }

    private static double norm(double[] x, int at) {
        return Math.sqrt(x[at] * x[at] + x[at + 1] * x[at + 1] + x[at + 2] * x[at + 2]);
    }

    /** Largest difference of any position or velocity. */
    static double distance(State a, State b) {
        return Math.max(
                largestDifference(a.positions(), b.positions()), largestDifference(a.velocities(), b.velocities()));
    }

    static double largestDifference(double[] a, double[] b) {
        double largest = 0.0;
        for (int k = 0; k < a.length; k++) {
            largest = Math.max(largest, Math.abs(a[k] - b[k]));
        }
        return largest;
    }
}
