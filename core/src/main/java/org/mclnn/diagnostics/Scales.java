package org.mclnn.diagnostics;

import java.util.Arrays;

/**
 * How large and how fast the motion is, per coordinate, with the noise taken off (theory, T75).
 *
 * @param step RMS displacement from frame to frame
 * @param window from the first frame of a window to its last
 * @param bend RMS distance of the path in a window from its straight line
 * @param lag frames to either side at which accelerations stand out of the noise, 1 if they do at once
 * @param acceleration RMS, at this lag, relative to the mean of all particles
 * @param framesPerPeriod of the fastest particle's motion, NaN where noise hides it
 */
record Scales(double step, double window, double bend, int lag, double acceleration, double framesPerPeriod) {
    private static final int WINDOWS = 40;
    private static final int LOOKS = 300; // frames
    private static final int MOST_LAG = 8;
    private static final double CLEAR = 10.0; // mean square over that of the noise

    static Scales of(Stretches run, int[] particles, double sigma, int windowFrames) {
        int frames = Math.min(windowFrames, run.frames());
        int lag = 1;
        var accelerations = accelerations(run, particles, sigma, lag);
        while (2 * lag <= Math.min(MOST_LAG, (frames - 1) / 2) && !accelerations.isClear()) {
            lag *= 2;
            accelerations = accelerations(run, particles, sigma, lag);
        }
        return new Scales(
                displacement(run, particles, sigma, 1),
                displacement(run, particles, sigma, frames - 1),
                bend(run, particles, sigma, frames),
                lag,
                Math.sqrt(Math.max(0.0, accelerations.square)),
                accelerations.framesPerPeriod);
    }

    private record Accelerations(double square, double noise, double framesPerPeriod) {
        boolean isClear() {
            return square > CLEAR * noise;
        }
    }

    private static Accelerations accelerations(Stretches run, int[] particles, double sigma, int lag) {
        var of = new Relative(run, particles, sigma * sigma * (1.0 - 1.0 / run.particles()));
        for (var place : run.places(2 * lag + 1, LOOKS)) {
            of.add(place.stretch(), lag + place.frame(), lag);
        }
        double fewest = Double.POSITIVE_INFINITY;
        for (int p = 0; p < particles.length; p++) {
            if (of.squares[p] > CLEAR * of.noise[p] && of.speeds[p] > 0.0) {
                double turn = StrictMath.atan(0.5 * Math.sqrt(of.turns[p] / of.speeds[p])); // half an angle
                fewest = Math.min(fewest, Math.PI * lag / turn);
            }
        }
        double terms = Math.max(1, of.terms);
        return new Accelerations(
                Arrays.stream(of.squares).sum() / terms,
                Arrays.stream(of.noise).sum() / terms,
                Double.isFinite(fewest) ? fewest : Double.NaN);
    }

    /** Sums of squares over frames, by particle, of the motion relative to the mean of all particles. */
    private static final class Relative {
        private final Stretches run;
        private final int[] particles;
        private final double variance;
        final double[] squares; // of accelerations
        final double[] noise; // in them
        final double[] speeds;
        final double[] turns; // accelerations times the time between the frames
        long terms;

        Relative(Stretches run, int[] particles, double variance) {
            this.run = run;
            this.particles = particles;
            this.variance = variance;
            squares = new double[particles.length];
            noise = new double[particles.length];
            speeds = new double[particles.length];
            turns = new double[particles.length];
        }

        void add(int stretch, int frame, int lag) {
            var stencil = Stencil.around(run, stretch, frame, lag);
            double h = 0.5 * (stencil.before() + stencil.after());
            var before = run.at(stretch, frame - lag);
            var now = run.at(stretch, frame);
            var after = run.at(stretch, frame + lag);
            for (int axis = 0; axis < run.axes(); axis++) {
                double meanA = 0.0;
                double meanV = 0.0;
                int seen = 0;
                for (int c = axis; c < now.length; c += 3) {
                    double a = stencil.acceleration(before[c], now[c], after[c]);
                    if (!Double.isNaN(a)) {
                        meanA += a;
                        meanV += stencil.velocity(before[c], after[c]);
                        seen++;
                    }
                }
                for (int p = 0; p < particles.length; p++) {
                    int c = 3 * particles[p] + axis;
                    double a = stencil.acceleration(before[c], now[c], after[c]) - meanA / seen;
                    if (!Double.isNaN(a)) {
                        double v = stencil.velocity(before[c], after[c]) - meanV / seen;
                        double wrong = variance * stencil.accelerationNoise();
                        squares[p] += a * a - wrong;
                        noise[p] += wrong;
                        turns[p] += h * h * (a * a - wrong);
                        speeds[p] += v * v - variance * stencil.velocityNoise();
                        terms++;
                    }
                }
            }
        }
    }

    private static double displacement(Stretches run, int[] particles, double sigma, int lag) {
        double sum = 0.0;
        long terms = 0;
        for (var place : run.places(lag + 1, LOOKS)) {
            var from = run.at(place.stretch(), place.frame());
            var to = run.at(place.stretch(), place.frame() + lag);
            for (int i : particles) {
                for (int c = 3 * i; c < 3 * i + run.axes(); c++) {
                    double moved = to[c] - from[c];
                    if (!Double.isNaN(moved)) {
                        sum += moved * moved - 2.0 * sigma * sigma;
                        terms++;
                    }
                }
            }
        }
        return terms == 0 ? Double.NaN : Math.sqrt(Math.max(0.0, sum / terms));
    }

    private static double bend(Stretches run, int[] particles, double sigma, int frames) {
        long apart = (run.frames() - frames + 1L) * run.count() / frames; // so many do not overlap
        var times = new double[frames];
        var path = new double[frames];
        double sum = 0.0;
        long terms = 0;
        for (var place : run.places(frames, (int) Math.min(WINDOWS, Math.max(1L, apart)))) {
            int s = place.stretch();
            int first = place.frame();
            for (int i : particles) {
                for (int axis = 0; axis < run.axes(); axis++) {
                    int n = 0;
                    for (int k = first; k < first + frames; k++) {
                        double q = run.at(s, k)[3 * i + axis];
                        if (!Double.isNaN(q)) {
                            times[n] = run.time(s, k);
                            path[n++] = q;
                        }
                    }
                    if (n > 3) {
                        sum += new Parabola(1, times, path, n).residualSquares() - sigma * sigma * (n - 2);
                        terms += n;
                    }
                }
            }
        }
        return terms == 0 ? Double.NaN : Math.sqrt(Math.max(0.0, sum / terms));
    }
}
