package org.mclnn.dynamics;

import java.util.List;

/** Frames in memory. */
final class HeapFrames implements Frames {
    private final double[] times;
    private final double[][] positions; // [frame][3N]
    private final double[][] velocities; // [frame][3N], or no frames

    HeapFrames(List<Double> times, List<double[]> positions, List<double[]> velocities) {
        this.times = times.stream().mapToDouble(Double::doubleValue).toArray();
        this.positions = positions.toArray(new double[0][]);
        this.velocities = velocities.toArray(new double[0][]);
    }

    @Override
    public int count() {
        return positions.length;
    }

    @Override
    public double time(int frame) {
        return times[frame];
    }

    @Override
    public boolean haveVelocities() {
        return velocities.length > 0;
    }

    @Override
    public double[] positions(int frame) {
        return positions[frame].clone();
    }

    @Override
    public double[] velocities(int frame) {
        return velocities[frame].clone();
    }

    @Override
    public int seen(int frame) {
        int seen = 0;
        for (int i = 0; 3 * i < positions[frame].length; i++) {
            seen += isSeen(frame, i) ? 1 : 0;
        }
        return seen;
    }

    @Override
    public boolean isSeen(int frame, int particle) {
        return !Double.isNaN(positions[frame][3 * particle]);
    }
}
