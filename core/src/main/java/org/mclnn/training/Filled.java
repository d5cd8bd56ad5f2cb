package org.mclnn.training;

import java.util.Arrays;

/**
 * Positions of a window in which what was not observed is interpolated from the nearest observed frames. Where pairs are looked up for a
 * first guess of the forces; nothing is ever compared with them.
 */
final class Filled {
    private static final int POINTS = 4; // a cubic in time

    private Filled() {}

    /** Positions [frame][3N]; the window's own where nothing is missing. Not to be changed. */
    static double[][] positions(Windows windows, Clock clock, int window) {
        var filled = new double[windows.frames()][];
        boolean complete = true;
        for (int f = 0; f < filled.length; f++) {
            filled[f] = windows.at(window, f);
            complete &= windows.seen(window, f).length == windows.active().length;
        }
        if (complete) {
            return filled;
        }
        for (int f = 0; f < filled.length; f++) {
            filled[f] = filled[f].clone();
        }
        for (int c = 0; c < filled[0].length; c++) {
            fill(windows, clock, window, filled, c);
        }
        return filled;
    }

    private static void fill(Windows windows, Clock clock, int window, double[][] filled, int c) {
        int frames = filled.length;
        var seen = new int[frames];
        int n = 0;
        for (int f = 0; f < frames; f++) {
            if (!Double.isNaN(filled[f][c])) {
                seen[n++] = f;
            }
        }
        if (n == frames) {
            return;
        }
        seen = Arrays.copyOf(seen, n);
        for (int f = 0; f < frames; f++) {
            if (Double.isNaN(filled[f][c])) {
                filled[f][c] = interpolate(windows, clock, window, seen, f, c);
            }
        }
    }

    /** Lagrange's polynomial through the nearest observed frames. */
    private static double interpolate(Windows windows, Clock clock, int window, int[] seen, int frame, int c) {
        int points = Math.min(POINTS, seen.length);
        int first = 0;
        while (first + points < seen.length && Math.abs(seen[first + points] - frame) < Math.abs(seen[first] - frame)) {
            first++;
        }
        double t = clock.time(window, frame);
        double sum = 0.0;
        for (int a = first; a < first + points; a++) {
            double weight = windows.at(window, seen[a])[c];
            double ta = clock.time(window, seen[a]);
            for (int b = first; b < first + points; b++) {
                if (b != a) {
                    double tb = clock.time(window, seen[b]);
                    weight *= (t - tb) / (ta - tb);
                }
            }
            sum += weight;
        }
        return sum;
    }
}
