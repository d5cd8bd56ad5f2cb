package org.mclnn.app.paper;

import java.util.Optional;
import org.mclnn.baseline.Baseline;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.evaluation.Evaluation;
import org.mclnn.evaluation.MotionComparison;
import org.mclnn.potential.LearnedPotential;

/** What moves particles, to be compared with a true motion from its first frame. */
@FunctionalInterface
interface Model {
    /**
     * @param truth the true motion
     * @param system its masses and law
     * @param simulator how both are simulated
     */
    MotionComparison against(Trajectory truth, ParticleSystem system, Simulator simulator);

    /** A law between pairs; its V is aligned to the true one band by band. */
    static Model of(LearnedPotential law) {
        return (truth, system, simulator) -> Evaluation.against(
                        truth, system, law, simulator, Optional.of(system.potential()))
                .motion();
    }

    /** The baseline; the one constant of its V is the mean difference along the true motion. */
    static Model of(Baseline baseline) {
        return (truth, system, simulator) -> {
            var energy = baseline.potentialEnergy();
            var trueEnergy = system.potentialEnergy();
            double offset = 0.0;
            for (int k = 0; k < truth.frames(); k++) {
                var q = truth.positions(k);
                offset += (energy.applyAsDouble(q) - trueEnergy.applyAsDouble(q)) / truth.frames();
            }
            double constant = offset;
            var run = simulator.run(baseline.field(), system.masses(), truth.state(0), truth.frames() - 1L);
            return MotionComparison.of(
                    system.masses(), truth, trueEnergy, run, q -> energy.applyAsDouble(q) - constant);
        };
    }
}
