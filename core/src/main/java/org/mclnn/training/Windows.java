package org.mclnn.training;

import java.util.ArrayList;
import java.util.List;
import org.mclnn.potential.Check;

/**
 * Windows of equally spaced frames: the start (q0, v0) and the positions observed after it. Immutable; arrays are shared within this
 * package only.
 */
public final class Windows {
    private final int particles;
    private final int frames;
    private final double[][] q0; // [window][3N]
    private final double[][] v0;
    private final double[][][] observed; // [window][frame - 1][3N]

    /**
     * Windows from arrays.
     *
     * @param positions [window][frame][3N], at least two frames
     * @param velocities [window][3N] at the first frame
     */
    public Windows(double[][][] positions, double[][] velocities) {
        Check.atLeast(1, "the number of windows", positions.length);
        frames = Check.atLeast(2, "the number of frames in a window", positions[0].length);
        particles = positions[0][0].length / 3;
        q0 = new double[positions.length][];
        v0 = new double[positions.length][];
        observed = new double[positions.length][frames - 1][];
        for (int w = 0; w < positions.length; w++) {
            q0[w] = positions[w][0].clone();
            v0[w] = velocities[w].clone();
            for (int f = 1; f < frames; f++) {
                observed[w][f - 1] = positions[w][f].clone();
            }
        }
    }

    public int count() {
        return q0.length;
    }

    public int particles() {
        return particles;
    }

    /** Frames per window, the first included. */
    public int frames() {
        return frames;
    }

    /** Positions at a frame of a window; frame 0 is the start. Not to be changed. */
    double[] at(int window, int frame) {
        return frame == 0 ? q0[window] : observed[window][frame - 1];
    }

    /** Velocities at the start of a window. Not to be changed. */
    double[] velocity(int window) {
        return v0[window];
    }

    /** Whether everything stays in the plane z = 0: positions, velocities and observations. */
    boolean planar() {
        for (int w = 0; w < count(); w++) {
            for (int particle = 0; particle < particles; particle++) {
                int z = 3 * particle + 2;
                if (v0[w][z] != 0.0) {
                    return false;
                }
                for (int f = 0; f < frames; f++) {
                    if (at(w, f)[z] != 0.0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Mean over windows, predicted frames and particles of the squared displacement from the start: the loss of a law that stands still. */
    double meanSquaredDisplacement() {
        double sum = 0.0;
        for (int w = 0; w < count(); w++) {
            for (int f = 1; f < frames; f++) {
                for (int c = 0; c < 3 * particles; c++) {
                    double moved = at(w, f)[c] - at(w, 0)[c];
                    sum += moved * moved;
                }
            }
        }
        return sum / ((double) count() * (frames - 1) * particles);
    }

    /** Windows from (included) to to (excluded). */
    Windows slice(int from, int to) {
        var positions = new double[to - from][frames][];
        var velocities = new double[to - from][];
        for (int w = from; w < to; w++) {
            for (int f = 0; f < frames; f++) {
                positions[w - from][f] = at(w, f);
            }
            velocities[w - from] = v0[w];
        }
        return new Windows(positions, velocities);
    }

    /** All windows of several sets of the same shape. */
    static Windows join(List<Windows> sets) {
        var positions = new ArrayList<double[][]>();
        var velocities = new ArrayList<double[]>();
        for (var set : sets) {
            for (int w = 0; w < set.count(); w++) {
                var frames = new double[set.frames][];
                for (int f = 0; f < set.frames; f++) {
                    frames[f] = set.at(w, f);
                }
                positions.add(frames);
                velocities.add(set.velocity(w));
            }
        }
        return new Windows(positions.toArray(new double[0][][]), velocities.toArray(new double[0][]));
    }
}
