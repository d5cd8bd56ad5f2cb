package org.mclnn.evaluation;

import java.util.Optional;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairPotential;

/**
 * A learned law judged against a true trajectory from the same start. Energies are aligned band by band to the true law where it is known;
 * where it is not, the learned V is used for both, and L and H differ through the motion alone. Immutable.
 *
 * @param law the laws compared over the coverage; absent where the true law is not known
 * @param motion the learned motion beside the true one
 * @param pairsOutsideCoverage share of the true trajectory's pair distances (below the cut-off) that lie outside every band
 */
public record Evaluation(Optional<LawComparison> law, MotionComparison motion, double pairsOutsideCoverage) {
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
     * @throws IllegalArgumentException if the frames are not one stride apart, or two particles are at one place in one of them
     */
    public static Evaluation against(
            Trajectory observed,
            ParticleSystem mechanics,
            LearnedPotential learned,
            Simulator simulator,
            Optional<PairPotential> trueLaw) {
        checkInterval(observed, simulator);
        double outside = outside(observed, mechanics, learned.coverage());
        var law = trueLaw.map(t -> LawComparison.of(learned, t));
        PairPotential aligned = law.map(c -> c.aligned(learned)).orElse(learned);
        var learnedSystem = mechanics.with(aligned);
        var trueSystem = mechanics.with(trueLaw.orElse(aligned));
        var run = simulator.run(mechanics.with(learned), observed.state(0), observed.frames() - 1L);
        return new Evaluation(
                law,
                MotionComparison.of(
                        mechanics.masses(),
                        observed,
                        trueSystem.potentialEnergy(),
                        run,
                        learnedSystem.potentialEnergy()),
                outside);
    }

    static void checkInterval(Trajectory observed, Simulator simulator) {
        double stride = simulator.dt() * simulator.stride();
        double apart =
                observed.frames() == 1 ? stride : observed.frameInterval().orElse(Double.NaN);
        if (!(Math.abs(apart - stride) <= 1e-6 * stride)) {
            throw new IllegalArgumentException("the observed frames are " + apart
                    + " apart in time, the simulated ones " + stride + ": frame by frame they cannot be compared");
        }
    }

    /**
     * Share of the pair distances along a run that lie outside a coverage.
     *
     * @param mechanics box and cut-off; its potential is not looked at
     */
    public static double outside(Trajectory observed, ParticleSystem mechanics, Coverage coverage) {
        var pairs = mechanics.pairs();
        long all = 0;
        long outside = 0;
        for (int k = 0; k < observed.frames(); k++) {
            pairs.update(observed.positions(k), observed, k);
            for (int p = 0; p < pairs.count(); p++) {
                all++;
                outside += coverage.bandOf(pairs.distance(p)) < 0 ? 1 : 0;
            }
        }
        return all == 0 ? 0.0 : outside / (double) all;
    }
}
