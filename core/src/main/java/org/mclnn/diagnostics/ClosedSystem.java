package org.mclnn.diagnostics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mclnn.dynamics.Trajectory;

/** Measures {@link Momentum}. */
final class ClosedSystem {
    private static final int CENTRES = 1000; // frames for the path of the centre of mass
    private static final int LOOKS = 150; // frames for the angular momentum and net forces
    private static final double EXCESS = 6.0; // standard errors of a variance
    private static final double SIGMAS = 5.0;
    private static final double DRIFTS = 1e-6; // of the particles' speeds

    private final Trajectory file;
    private final Stretches run;
    private final Scales scales;
    private final double sigma;
    private final double[] masses;
    private final double mass;
    private final boolean useVelocities;

    private ClosedSystem(Trajectory file, Stretches run, Scales scales, double sigma, boolean useVelocities) {
        this.file = file;
        this.run = run;
        this.scales = scales;
        this.sigma = sigma;
        this.useVelocities = useVelocities;
        masses = file.massesOrOnes();
        mass = Arrays.stream(masses).sum();
    }

    /** @param sigma noise of a coordinate */
    static Momentum measure(Trajectory file, Stretches run, Scales scales, double sigma, boolean useVelocities) {
        return new ClosedSystem(file, run, scales, sigma, useVelocities).measure();
    }

    private Momentum measure() {
        var places = run.places(1, CENTRES);
        var times = new double[places.size()];
        var centres = new double[3][places.size()];
        int n = 0;
        for (var place : places) {
            int s = place.stretch();
            int k = place.frame();
            if (centre(run.at(s, k), centres, n)) {
                times[n++] = run.time(s, k);
            }
        }
        boolean known = file.masses().length > 0;
        if (n < Momentum.LEAST) {
            return new Momentum(
                    n, known, List.of(), List.of(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        var drift = new ArrayList<Double>();
        var acceleration = new ArrayList<Double>();
        double error = 0.0;
        double uniform = 0.0;
        for (int axis = 0; axis < run.axes(); axis++) {
            var path = new Parabola(2, times, centres[axis], n);
            boolean clear = Math.abs(path.slope()) > Math.max(SIGMAS * path.slopeError(), DRIFTS * speed());
            drift.add(clear ? path.slope() : 0.0);
            acceleration.add(path.curvature());
            error = Math.max(error, path.curvatureError());
            uniform += path.curvature() * path.curvature();
        }
        var net = netForce();
        double own = scales.acceleration() * Math.sqrt(run.axes());
        return new Momentum(
                n,
                known,
                drift,
                acceleration,
                error,
                net[0] / own,
                net[1] / own,
                Math.sqrt(uniform) / own,
                file.box().isPeriodic() || run.axes() == 1 ? Double.NaN : torque());
    }

    /** Centre of mass of a frame; false where a particle is missing. */
    private boolean centre(double[] q, double[][] out, int at) {
        for (int axis = 0; axis < 3; axis++) {
            double sum = 0.0;
            for (int i = 0; i < masses.length; i++) {
                sum += masses[i] * q[3 * i + axis];
            }
            if (Double.isNaN(sum)) {
                return false;
            }
            out[axis][at] = sum / mass;
        }
        return true;
    }

    private double speed() {
        return scales.step() / (run.time(0, 1) - run.time(0, 0));
    }

    /** RMS acceleration of the centre of mass beyond the noise, and the noise's. */
    private double[] netForce() {
        int lag = scales.lag();
        double squares = 0.0;
        double noise = 0.0;
        long terms = 0;
        var centres = new double[3][3];
        double weight = Arrays.stream(masses).map(m -> m * m).sum() / (mass * mass);
        for (var place : run.places(2 * lag + 1, LOOKS)) {
            int s = place.stretch();
            int k = lag + place.frame();
            if (centre(run.at(s, k - lag), centres, 0)
                    && centre(run.at(s, k), centres, 1)
                    && centre(run.at(s, k + lag), centres, 2)) {
                var stencil = Stencil.around(run, s, k, lag);
                for (int axis = 0; axis < run.axes(); axis++) {
                    double a = stencil.acceleration(centres[axis][0], centres[axis][1], centres[axis][2]);
                    squares += a * a;
                    noise += sigma * sigma * weight * stencil.accelerationNoise();
                    terms++;
                }
            }
        }
        if (terms == 0) {
            return new double[] {0.0, 0.0};
        }
        double perFrame = run.axes() / (double) terms;
        double excess = squares - noise * (1.0 + EXCESS * 2.0 / Math.sqrt((double) terms));
        return new double[] {Math.sqrt(Math.max(0.0, excess) * perFrame), Math.sqrt(noise * perFrame)};
    }

    /** Unexplained RMS change of the angular momentum about the centre of mass, over the mean of the sum of m |r| |v|. */
    private double torque() {
        int lag = scales.lag();
        var near = new Spread();
        var difference = new Spread();
        double noise = 0.0;
        double size = 0.0;
        for (var place : run.places(4 * lag + 1, LOOKS)) {
            int s = place.stretch();
            int k = 2 * lag + place.frame();
            var one = AngularMomentum.at(file, run, masses, s, k, lag, useVelocities);
            var two = AngularMomentum.at(file, run, masses, s, k, 2 * lag, false);
            if (!Double.isNaN(one.x() + two.x())) {
                near.add(one.x(), one.y(), one.z());
                difference.add(two.x() - one.x(), two.y() - one.y(), two.z() - one.z());
                noise += one.noise() * sigma * sigma;
                size += one.size();
            }
        }
        int n = near.count();
        if (n < Momentum.LEAST || size == 0.0) {
            return Double.NaN;
        }
        // differences over twice the lag are off by four times as much: a third of what the two differ by
        double explained = noise / n * (1.0 + EXCESS * 2.0 / Math.sqrt(n)) + difference.variance();
        double loud = Math.sqrt(noise / n) / (size / n);
        return loud > 1.0 ? Double.NaN : Math.sqrt(Math.max(0.0, near.variance() - explained)) / (size / n);
    }

    /** Sum of the variances of three numbers. */
    private static final class Spread {
        private final double[] sums = new double[3];
        private double squares;
        private int n;

        void add(double... values) {
            for (int axis = 0; axis < 3; axis++) {
                sums[axis] += values[axis];
                squares += values[axis] * values[axis];
            }
            n++;
        }

        int count() {
            return n;
        }

        double variance() {
            return Math.max(
                    0.0,
                    squares / n - Arrays.stream(sums).map(x -> x / n * (x / n)).sum());
        }
    }
}
