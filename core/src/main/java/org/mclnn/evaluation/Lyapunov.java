package org.mclnn.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;

/**
 * The largest Lyapunov exponent of a motion: the rate at which a small change of it grows in the long run, and with it every error of a
 * learned law's path, be the law ever so good (Benettin et al., Meccanica 15:9, 1980; theory, T62, T63). Measured in {@value #BLOCKS}
 * blocks of equal length, of which the first only turns the change into the direction that grows most. Immutable.
 *
 * @param blockTime length of a block in time
 * @param rates growth rate of the change in each block, ln(size at its end / size at its beginning) over its length
 */
public record Lyapunov(double blockTime, List<Double> rates) {
    private static final int BLOCKS = 10;

    /** A regular motion's change grows in proportion to time, twofold over the second half of a run, or a few times that. */
    private static final double CHAOTIC_GROWTH = 1000.0;

    public Lyapunov {
        rates = List.copyOf(rates);
        if (rates.size() != BLOCKS) {
            throw new IllegalArgumentException("there must be " + BLOCKS + " rates, were " + rates.size());
        }
    }

    /** As {@link #of(ParticleSystem, State, Simulator, long, long)} with seed 1. */
    public static Lyapunov of(ParticleSystem system, State start, Simulator simulator, long frames) {
        return of(system, start, simulator, frames, 1);
    }

    /**
     * Follows a motion and a small change of it.
     *
     * @param frames length of the run; what is beyond the last multiple of {@value #BLOCKS} is left out
     * @param seed of the change's first direction
     * @throws IllegalArgumentException for fewer than {@value #BLOCKS} frames, or a start with another number of particles
     * @throws org.mclnn.dynamics.DivergedException if two particles meet
     */
    public static Lyapunov of(ParticleSystem system, State start, Simulator simulator, long frames, long seed) {
        if (frames < BLOCKS) {
            throw new IllegalArgumentException(
                    "a Lyapunov exponent needs at least " + BLOCKS + " frames, was " + frames + ": run longer");
        }
        if (start.particles() != system.particles()) {
            throw new IllegalArgumentException(
                    "the start has " + start.particles() + " particles, the system " + system.particles());
        }
        double interval = simulator.dt() * simulator.stride();
        long length = frames / BLOCKS;
        var change = new SmallChange(system, start, interval, new SplittableRandom(seed));
        var rates = new ArrayList<Double>();
        for (int b = 0; b < BLOCKS; b++) {
            double growth = 0.0;
            for (long f = 0; f < length; f++) {
                growth += change.frame(simulator);
            }
            rates.add(growth / (length * interval));
        }
        return new Lyapunov(length * interval, rates);
    }

    /** How long the motion was followed. */
    public double duration() {
        return BLOCKS * blockTime;
    }

    /** The mean rate over all blocks but the first, in 1/time. */
    public double exponent() {
        return running().get(BLOCKS - 2);
    }

    /** The same up to the end of the second block, the third, and so on. */
    public List<Double> running() {
        var means = new ArrayList<Double>();
        double sum = 0.0;
        for (int b = 1; b < BLOCKS; b++) {
            sum += rates.get(b);
            means.add(sum / b);
        }
        return means;
    }

    /** Standard error of {@link #exponent}, from the scatter of the blocks. */
    public double uncertainty() {
        double mean = exponent();
        double squares = 0.0;
        for (double rate : rates.subList(1, BLOCKS)) {
            squares += (rate - mean) * (rate - mean);
        }
        int n = BLOCKS - 1;
        return Math.sqrt(squares / (n * (n - 1)));
    }

    /** Whether the change has grown more than {@value #CHAOTIC_GROWTH}-fold in the second half; if not, the motion may still be chaotic. */
    public boolean isChaotic() {
        double growth = 0.0;
        for (double rate : rates.subList(BLOCKS / 2, BLOCKS)) {
            growth += rate * blockTime;
        }
        return growth > StrictMath.log(CHAOTIC_GROWTH);
    }

    /**
     * The smallest exponent that a run of this length tells from regular motion: where the motion does not count as chaotic, its rate in the
     * second half is below this.
     */
    public double resolution() {
        return StrictMath.log(CHAOTIC_GROWTH) / (0.5 * duration());
    }

    /** The Lyapunov time, 1 / exponent, in which a change grows e-fold; none where the motion was not seen to be chaotic. */
    public OptionalDouble time() {
        return isChaotic() ? OptionalDouble.of(1.0 / exponent()) : OptionalDouble.empty();
    }
}
