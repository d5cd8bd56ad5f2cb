package org.mclnn.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Coverage;

/**
 * The motion of a law from one instant of a run, beside what was observed from there on. Immutable.
 *
 * @param times since the start, of the frames looked at
 * @param errors per frame, mean over the coordinates observed of |q - q*|; NaN where nothing was
 * @param displacements per frame, mean over the same of |q*(t) - q(0)|: the error of a law that lets nothing move
 * @param conservation along the law's motion
 * @param outside share of the pair distances along the law's motion that lie outside every band of the coverage
 */
public record HeldOutMotion(
        List<Double> times,
        List<Double> errors,
        List<Double> displacements,
        Conservation conservation,
        double outside) {
    public HeldOutMotion {
        times = List.copyOf(times);
        errors = List.copyOf(errors);
        displacements = List.copyOf(displacements);
    }

    /**
     * Runs a law beside a part of a run.
     *
     * @param observed equally spaced; particles may be missing
     * @param system under the law
     * @param start at the time of the first frame observed
     * @param simulator whose frames are as far apart as those observed
     * @param every looks at the first frame and every so manieth after it
     * @throws IllegalArgumentException if they are not
     * @throws org.mclnn.dynamics.DivergedException if the motion leaves the numbers
     */
    public static HeldOutMotion of(
            Trajectory observed,
            ParticleSystem system,
            State start,
            Simulator simulator,
            Coverage coverage,
            int every) {
        Evaluation.checkInterval(observed, simulator);
        var motion = Simulator.of(simulator.dt(), Math.multiplyExact(simulator.stride(), every))
                .run(system, start, (observed.frames() - 1L) / every);
        var from = start.positions();
        var times = new ArrayList<Double>();
        var errors = new ArrayList<Double>();
        var displacements = new ArrayList<Double>();
        int axes = observed.dimensions();
        for (int k = 0; k < motion.frames(); k++) {
            var seen = observed.positions(k * every);
            times.add(observed.time(k * every) - observed.time(0));
            errors.add(meanAbsolute(seen, motion.positions(k), axes));
            displacements.add(meanAbsolute(seen, from, axes));
        }
        return new HeldOutMotion(
                times,
                errors,
                displacements,
                Conservation.of(motion, system),
                Evaluation.outside(motion, system, coverage));
    }

    /** Over the axes that the data have, and what is not NaN. */
    private static double meanAbsolute(double[] a, double[] b, int axes) {
        double sum = 0.0;
        int count = 0;
        for (int k = 0; k < a.length; k++) {
            if (k % 3 < axes && !Double.isNaN(a[k])) {
                sum += Math.abs(a[k] - b[k]);
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
