package org.mclnn.diagnostics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.FormPotential;
import org.mclnn.training.StartGrowth;
import org.mclnn.training.TrajectoryDataset;
import org.mclnn.training.Windows;

/** The looks of a {@link Diagnosis}, one after the other; what one finds, the next ones use. */
final class Examination {
    private static final int PARTICLES = 100; // looked at one by one
    private static final int MANY_PARTICLES = 200; // from here on no more windows are cut than are looked at
    private static final int MOST_PARTICLES = 2000; // from here on none
    private static final long MOST_PAIR_STEPS = 2_000_000; // of the growth in one window
    private static final int WINDOWS = 2; // of which the growth is measured

    private final Trajectory run;
    private final TrajectoryDataset.Sampling sampling;
    private final @Nullable TrajectoryDataset given;
    private final SplittableRandom random;
    private final boolean velocitiesUsed; // windows would begin with those of the file
    private final List<Diagnostic> checks = new ArrayList<>();

    /** @param given windows that were cut already, of this run and perhaps of others */
    Examination(Trajectory run, TrajectoryDataset.Sampling sampling, @Nullable TrajectoryDataset given) {
        this.given = given;
        this.run = run;
        this.sampling = sampling;
        random = new SplittableRandom(sampling.seed());
        velocitiesUsed = given == null
                ? run.hasVelocities() && !sampling.positionsOnly() && run.isComplete()
                : given.training().startsKnown();
    }

    Diagnosis look() {
        if (stops(Extent.of(run))) {
            return stopped();
        }
        var stretches = Stretches.of(run, random);
        var particles = Stretches.some(run.particles(), PARTICLES, random);
        var times = Regularity.of(run);
        stops(times);
        stops(Gaps.of(run));
        var resolution = Resolution.of(stretches);
        var repeated = Repeats.frames(stretches, resolution.grid());
        boolean broken = stops(Repeats.of(repeated, stretches));
        var tracks = TrackBreaks.find(run, stretches, resolution.grid());
        broken |= stops(tracks);
        if (broken) {
            return stopped();
        }
        hide(repeated, tracks, stretches);
        if (stops(StepCorrelation.measure(stretches, particles, times.interval(), resolution.grid(), velocitiesUsed))) {
            return stopped();
        }
        var level = NoiseLevel.of(stretches, particles).roundedTo(resolution.grid());
        var scales = Scales.of(stretches, particles, level.known(), sampling.frames());
        checks.add(Noise.of(level, scales, resolution, sampling.frames(), velocitiesUsed));
        if (velocitiesUsed) {
            checks.add(Velocities.of(run, stretches, particles, scales.framesPerPeriod()));
        }
        lookAtLaw(stretches, scales, level.known(), tracks);
        return end();
    }

    private void lookAtLaw(Stretches stretches, Scales scales, double sigma, Jumps tracks) {
        double needed = cutoffNeeded();
        double cutoff = needed > 0.0 ? needed : sampling.cutoff();
        var refusal = "";
        var data = given;
        if (data == null && run.particles() <= MOST_PARTICLES) {
            try {
                data = TrajectoryDataset.windows(run, sampling(cutoff));
            } catch (IllegalArgumentException e) {
                refusal = String.valueOf(e.getMessage());
            }
        }
        var sample = PairSample.of(run, stretches, cutoff, scales.lag(), sigma, random);
        var coverage = data == null ? PairSample.coverage(sample, cutoff) : Optional.of(coverage(data, cutoff, tracks));
        coverage.ifPresent(seen -> checks.add(new Distances(seen, cutoff, needed)));
        checks.add(ClosedSystem.measure(run, stretches, scales, sigma, velocitiesUsed));
        var found = PairRegression.of(sample, stretches.axes(), cutoff, sigma);
        checks.add(found.force());
        checks.add(
                refusal.isEmpty()
                        ? windows(data, scales, found.law())
                        : WindowLength.refused(refusal, sampling.frames(), scales.framesPerPeriod()));
    }

    /** Distances in the windows; of a file that is only looked at without the rows that are said to be wrong. */
    private Coverage coverage(TrajectoryDataset data, double cutoff, Jumps tracks) {
        if (given != null || tracks.spikes().isEmpty()) {
            return data.coverage();
        }
        var wrong = new TreeMap<Integer, List<Integer>>();
        for (var spike : tracks.spikes()) {
            wrong.computeIfAbsent(spike.frame(), frame -> new ArrayList<>())
                    .add(run.labels().indexOf(spike.particle()));
        }
        return TrajectoryDataset.windows(run.without(wrong), sampling(cutoff)).coverage();
    }

    /** Half the shortest period of a box where none was given, three digits; else 0. */
    private double cutoffNeeded() {
        return run.box().isPeriodic() && sampling.cutoff() == 0.0
                ? new BigDecimal(0.5 * run.box().shortest())
                        .round(new MathContext(3, RoundingMode.DOWN))
                        .doubleValue()
                : 0.0;
    }

    /** As asked for; of many particles only the windows that are looked at. */
    private TrajectoryDataset.Sampling sampling(double cutoff) {
        return new TrajectoryDataset.Sampling(
                run.particles() > MANY_PARTICLES && sampling.windows().isEmpty()
                        ? OptionalInt.of(WINDOWS)
                        : sampling.windows(),
                sampling.frames(),
                sampling.dt(),
                sampling.stride(),
                cutoff,
                sampling.positionsOnly(),
                sampling.seed());
    }

    private WindowLength windows(@Nullable TrajectoryDataset data, Scales scales, Optional<FormPotential> law) {
        int frames = sampling.frames();
        if (data == null) {
            return new WindowLength("", 0, 0, frames, scales.framesPerPeriod(), Double.NaN, frames);
        }
        long pairs = run.particles() * (run.particles() - 1L) / 2;
        long steps = pairs * (frames - 1) * data.mechanics().stride();
        var growth = law.isPresent() && steps <= MOST_PAIR_STEPS
                ? StartGrowth.of(data, law.get(), WINDOWS)
                : new StartGrowth(Double.NaN, frames);
        return new WindowLength(
                "",
                run.particles() > MANY_PARTICLES ? 0 : data.training().count(),
                data.validation().map(Windows::count).orElse(0),
                frames,
                scales.framesPerPeriod(),
                growth.largest(),
                growth.regularFrames());
    }

    /** What is known to be wrong shall not spoil what is looked at next. */
    private void hide(int[] repeated, Jumps tracks, Stretches stretches) {
        for (int frame : repeated) {
            for (int i = 0; i < run.particles(); i++) {
                stretches.hide(frame, i);
            }
        }
        for (var spike : tracks.spikes()) {
            stretches.hide(spike.frame(), run.labels().indexOf(spike.particle()));
        }
    }

    private boolean stops(Diagnostic check) {
        checks.add(check);
        return check.finding(run.units()).verdict() == Verdict.STOP;
    }

    private Diagnosis end() {
        return new Diagnosis(checks, List.of(), run.units());
    }

    /** Where something stops, what comes after is not looked at. */
    private Diagnosis stopped() {
        var last = checks.get(checks.size() - 1).topic();
        var skipped = Diagnosis.TOPICS.stream()
                .skip(Diagnosis.TOPICS.indexOf(last) + 1L)
                .filter(topic -> velocitiesUsed || !topic.equals("velocities"))
                .toList();
        return new Diagnosis(checks, skipped, run.units());
    }
}
