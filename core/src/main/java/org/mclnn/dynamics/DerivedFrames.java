package org.mclnn.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Frames that are made from others as they are asked for; what is not said here is as there. */
interface DerivedFrames extends Frames {
    Frames whole();

    @Override
    default int count() {
        return whole().count();
    }

    @Override
    default double time(int frame) {
        return whole().time(frame);
    }

    @Override
    default boolean haveVelocities() {
        return whole().haveVelocities();
    }

    @Override
    default int seen(int frame) {
        return whole().seen(frame);
    }

    @Override
    default boolean isSeen(int frame, int particle) {
        return whole().isSeen(frame, particle);
    }

    /** Frames from (included) to to (excluded). */
    record Part(Frames whole, int from, int to) implements DerivedFrames {
        @Override
        public int count() {
            return to - from;
        }

        @Override
        public double time(int frame) {
            return whole.time(from + frame);
        }

        @Override
        public double[] positions(int frame) {
            return whole.positions(from + frame);
        }

        @Override
        public double[] velocities(int frame) {
            return whole.velocities(from + frame);
        }

        @Override
        public int seen(int frame) {
            return whole.seen(from + frame);
        }

        @Override
        public boolean isSeen(int frame, int particle) {
            return whole.isSeen(from + frame, particle);
        }
    }

    /** All lengths multiplied. */
    record Scaled(Frames whole, double factor) implements DerivedFrames {
        @Override
        public double[] positions(int frame) {
            return scaled(whole.positions(frame));
        }

        @Override
        public double[] velocities(int frame) {
            return scaled(whole.velocities(frame));
        }

        private double[] scaled(double[] values) {
            for (int k = 0; k < values.length; k++) {
                values[k] *= factor;
            }
            return values;
        }
    }

    /**
     * Some particles not seen in some frames.
     *
     * @param hidden who, by frame; all of them were seen
     */
    record Without(Frames whole, Map<Integer, List<Integer>> hidden) implements DerivedFrames {
        @Override
        public double[] positions(int frame) {
            var q = whole.positions(frame);
            for (int i : hidden(frame)) {
                Arrays.fill(q, 3 * i, 3 * i + 3, Double.NaN);
            }
            return q;
        }

        @Override
        public double[] velocities(int frame) {
            return whole.velocities(frame);
        }

        @Override
        public int seen(int frame) {
            return whole.seen(frame) - hidden(frame).size();
        }

        @Override
        public boolean isSeen(int frame, int particle) {
            return whole.isSeen(frame, particle) && !hidden(frame).contains(particle);
        }

        private List<Integer> hidden(int frame) {
            return hidden.getOrDefault(frame, List.of());
        }
    }

    /** Some particles. */
    final class Chosen implements DerivedFrames {
        private final Frames whole;
        private final int[] particles;

        Chosen(Frames whole, int... particles) {
            this.whole = whole;
            this.particles = particles.clone();
        }

        @Override
        public Frames whole() {
            return whole;
        }

        @Override
        public double[] positions(int frame) {
            return chosen(whole.positions(frame));
        }

        @Override
        public double[] velocities(int frame) {
            return chosen(whole.velocities(frame));
        }

        private double[] chosen(double[] all) {
            var some = new double[3 * particles.length];
            for (int i = 0; i < particles.length; i++) {
                for (int axis = 0; axis < 3; axis++) {
                    int from = 3 * particles[i] + axis;
                    some[3 * i + axis] = from < all.length ? all[from] : Double.NaN;
                }
            }
            return some;
        }

        @Override
        public int seen(int frame) {
            return (int) IntStream.of(particles)
                    .filter(particle -> whole.isSeen(frame, particle))
                    .count();
        }

        @Override
        public boolean isSeen(int frame, int particle) {
            return whole.isSeen(frame, particles[particle]);
        }
    }
}
