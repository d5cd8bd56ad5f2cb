package org.mclnn.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairPotential;

/**
 * A learned law judged against a true trajectory from the same start: the curves of L, H, momentum and angular momentum of both, and
 * their mean absolute errors over all stored frames. Energies are aligned band by band to the true law where it is known; where it is
 * not, the learned V is used for both, and L and H differ through the motion alone. Immutable.
 *
 * @param law the laws compared over the coverage; absent where the true law is not known
 * @param positionMae mean over frames, particles and axes of |q - q*|
 * @param momentumMae mean over frames and axes; likewise angularMomentumMae (about the origin)
 * @param hamiltonianDrift largest |H(t) - H(0)| along the learned motion
 * @param pairsOutsideCoverage share of the true trajectory's pair distances (below the cut-off) that lie outside every band
 * @param truth curves of the true trajectory
 * @param learned curves of the learned motion
 * @param positionErrors per frame, mean over particles and axes
 */
public record Evaluation(
        Optional<LawComparison> law,
        double positionMae,
        double lagrangianMae,
        double hamiltonianMae,
        double momentumMae,
        double angularMomentumMae,
        double hamiltonianDrift,
        double pairsOutsideCoverage,
        List<Observables> truth,
        List<Observables> learned,
        List<Double> positionErrors) {
    public Evaluation {
        truth = List.copyOf(truth);
        learned = List.copyOf(learned);
        positionErrors = List.copyOf(positionErrors);
    }

    /** Runs both laws from one start for a number of stored frames. */
    public static Evaluation compare(
            ParticleSystem truth, LearnedPotential learned, State start, Simulator simulator, long frames) {
        return against(simulator.run(truth, start, frames), truth, learned, simulator, Optional.of(truth.potential()));
    }

    /**
     * Runs the learned law from the first frame of an observed trajectory and compares frame by frame.
     *
     * @param observed with velocities, frames one stride apart
     * @param mechanics masses, box and cut-off; its potential is not looked at
     * @param trueLaw the law behind the trajectory, where it is known
     * @throws IllegalArgumentException if the frames are not one stride apart
     */
    public static Evaluation against(
            Trajectory observed,
            ParticleSystem mechanics,
            LearnedPotential learned,
            Simulator simulator,
            Optional<PairPotential> trueLaw) {
        checkInterval(observed, simulator);
        var law = trueLaw.map(t -> LawComparison.of(learned, t));
        PairPotential aligned = law.<PairPotential>map(c -> new AlignedPotential(learned, c.offsets()))
                .orElse(learned);
        var learnedSystem = mechanics.with(aligned);
        var trueSystem = mechanics.with(trueLaw.orElse(aligned));
        var run = simulator.run(mechanics.with(learned), observed.state(0), observed.frames() - 1L);

        var trueCurves = new ArrayList<Observables>();
        var curves = new ArrayList<Observables>();
        var errors = new ArrayList<Double>();
        for (int k = 0; k < observed.frames(); k++) {
            trueCurves.add(Observables.of(trueSystem, observed.state(k)));
            curves.add(Observables.of(learnedSystem, run.state(k)));
            errors.add(meanAbsoluteDifference(observed.positions(k), run.positions(k)));
        }
        double first = curves.get(0).hamiltonian();
        return new Evaluation(
                law,
                errors.stream().mapToDouble(x -> x).average().orElse(0),
                mean(trueCurves, curves, (a, b) -> Math.abs(a.lagrangian() - b.lagrangian())),
                mean(trueCurves, curves, (a, b) -> Math.abs(a.hamiltonian() - b.hamiltonian())),
                mean(trueCurves, curves, (a, b) -> a.momentum().meanAbsoluteDifference(b.momentum())),
                mean(trueCurves, curves, (a, b) -> a.angularMomentum().meanAbsoluteDifference(b.angularMomentum())),
                curves.stream()
                        .mapToDouble(c -> Math.abs(c.hamiltonian() - first))
                        .max()
                        .orElse(0),
                outside(observed, mechanics, learned),
                trueCurves,
                curves,
                errors);
    }

    private static void checkInterval(Trajectory observed, Simulator simulator) {
        double stride = simulator.dt() * simulator.stride();
        double apart =
                observed.frames() == 1 ? stride : observed.frameInterval().orElse(Double.NaN);
        if (!(Math.abs(apart - stride) <= 1e-6 * stride)) {
            throw new IllegalArgumentException("the observed frames are " + apart
                    + " apart in time, the simulated ones " + stride + ": frame by frame they cannot be compared");
        }
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

    private static double meanAbsoluteDifference(double[] a, double[] b) {
        double sum = 0.0;
        for (int k = 0; k < a.length; k++) {
            sum += Math.abs(a[k] - b[k]);
        }
        return sum / a.length;
    }

    private static double outside(Trajectory observed, ParticleSystem mechanics, LearnedPotential learned) {
        var pairs = mechanics.pairs();
        long all = 0;
        long outside = 0;
        for (int k = 0; k < observed.frames(); k++) {
            pairs.update(observed.positions(k));
            for (int p = 0; p < pairs.count(); p++) {
                all++;
                outside += learned.coverage().bandOf(pairs.distance(p)) < 0 ? 1 : 0;
            }
        }
        return all == 0 ? 0.0 : outside / (double) all;
    }
}
