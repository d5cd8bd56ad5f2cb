package org.mclnn.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mclnn.dynamics.Trajectory;

/**
 * A model's motion beside the true one from the same start (paper, Fig. 2 to 4): the curves of L, H, momentum and angular momentum of
 * both, and their mean absolute errors over all stored frames. Immutable.
 *
 * @param positionMae mean over frames, particles and axes of |q - q*|
 * @param momentumMae mean over frames and axes; likewise angularMomentumMae (about the origin)
 * @param hamiltonianDrift largest |H(t) - H(0)| along the model's motion
 * @param momentumDrift largest change of a component of the momentum along the model's motion; likewise angularMomentumDrift
 * @param truth curves of the true trajectory
 * @param model curves of the model's motion
 * @param positionErrors per frame, mean over particles and axes
 */
public record MotionComparison(
        double positionMae,
        double lagrangianMae,
        double hamiltonianMae,
        double momentumMae,
        double angularMomentumMae,
        double hamiltonianDrift,
        double momentumDrift,
        double angularMomentumDrift,
        List<Observables> truth,
        List<Observables> model,
        List<Double> positionErrors) {
    public MotionComparison {
        truth = List.copyOf(truth);
        model = List.copyOf(model);
        positionErrors = List.copyOf(positionErrors);
    }

    /**
     * Compares frame by frame.
     *
     * @param masses of the particles
     * @param truth with velocities
     * @param trueEnergy V of the truth at positions of length 3N
     * @param model as many frames of as many particles, with velocities
     * @param modelEnergy V of the model, its free constant chosen already
     * @throws IllegalArgumentException if frames or particles are not as many
     */
    public static MotionComparison of(
            double[] masses,
            Trajectory truth,
            ToDoubleFunction<double[]> trueEnergy,
            Trajectory model,
            ToDoubleFunction<double[]> modelEnergy) {
        if (truth.frames() != model.frames() || truth.particles() != model.particles()) {
            throw new IllegalArgumentException("the truth has " + truth.frames() + " frames of " + truth.particles()
                    + " particles, the model's motion " + model.frames() + " of " + model.particles()
                    + ": frame by frame they cannot be compared");
        }
        var trueCurves = new ArrayList<Observables>();
        var curves = new ArrayList<Observables>();
        var errors = new ArrayList<Double>();
        for (int k = 0; k < truth.frames(); k++) {
            trueCurves.add(Observables.of(masses, truth.state(k), trueEnergy));
            curves.add(Observables.of(masses, model.state(k), modelEnergy));
            errors.add(meanAbsoluteDifference(truth.positions(k), model.positions(k)));
        }
        var first = curves.get(0);
        return new MotionComparison(
                errors.stream().mapToDouble(x -> x).average().orElse(0),
                mean(trueCurves, curves, (a, b) -> Math.abs(a.lagrangian() - b.lagrangian())),
                mean(trueCurves, curves, (a, b) -> Math.abs(a.hamiltonian() - b.hamiltonian())),
                mean(trueCurves, curves, (a, b) -> a.momentum().meanAbsoluteDifference(b.momentum())),
                mean(trueCurves, curves, (a, b) -> a.angularMomentum().meanAbsoluteDifference(b.angularMomentum())),
                largest(curves, c -> Math.abs(c.hamiltonian() - first.hamiltonian())),
                largest(curves, c -> c.momentum().largestDifference(first.momentum())),
                largest(curves, c -> c.angularMomentum().largestDifference(first.angularMomentum())),
                trueCurves,
                curves,
                errors);
    }

    private interface Difference {
        double of(Observables a, Observables b);
    }

    private static double mean(List<Observables> a, List<Observables> b, Difference difference) {
        double sum = 0.0;
        for (int k = 0; k < a.size(); k++) {
            sum += difference.of(a.get(k), b.get(k));
        }
        return sum / a.size();
    }

    private static double largest(List<Observables> curves, ToDoubleFunction<Observables> change) {
        return curves.stream().mapToDouble(change).max().orElse(0);
    }

    private static double meanAbsoluteDifference(double[] a, double[] b) {
        double sum = 0.0;
        for (int k = 0; k < a.length; k++) {
            sum += Math.abs(a[k] - b[k]);
        }
        return sum / a.length;
    }
}
