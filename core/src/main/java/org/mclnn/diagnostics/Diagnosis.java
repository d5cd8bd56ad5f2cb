package org.mclnn.diagnostics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Units;
import org.mclnn.training.TrajectoryDataset;

/**
 * Everything that is looked at before a law is learned from a run, in order. What depends on something that stops is not looked at. The
 * same run, sampling and seed give the same bits. Cost is bounded, whatever the size of the run.
 *
 * @param checks what was looked at
 * @param skipped topics that were not, because of what stops before
 * @param units of the run's numbers
 */
public record Diagnosis(List<Diagnostic> checks, List<String> skipped, Units units) {
    /** All topics in order; velocities are looked at where training would use them. */
    static final List<String> TOPICS = List.of(
            "data",
            "times",
            "gaps",
            "repeats",
            "tracks",
            "motion",
            "noise",
            "velocities",
            "distances",
            "momentum",
            "forces",
            "windows");

    public Diagnosis {
        checks = List.copyOf(checks);
        skipped = List.copyOf(skipped);
    }

    /** Of a run from which windows would be cut as told. */
    public static Diagnosis of(Trajectory run, TrajectoryDataset.Sampling sampling) {
        return new Examination(run, sampling, null).look();
    }

    /** Of a run from which windows were cut already, from it alone or from several runs of one system. */
    public static Diagnosis of(Trajectory run, TrajectoryDataset.Sampling sampling, TrajectoryDataset windows) {
        return new Examination(run, sampling, windows).look();
    }

    /** What a check found, in the run's units. */
    public Finding finding(Diagnostic check) {
        return check.finding(units);
    }

    /** The worst of all verdicts. */
    public Verdict verdict() {
        return doubts().isEmpty() ? Verdict.OK : finding(doubts().get(0)).verdict();
    }

    /** The checks that are not {@link Verdict#OK}, the worst first. */
    public List<Diagnostic> doubts() {
        return checks.stream()
                .filter(check -> finding(check).verdict() != Verdict.OK)
                .sorted(Comparator.comparing(this::badness).reversed())
                .toList();
    }

    private Verdict badness(Diagnostic check) {
        return finding(check).verdict();
    }

    /** The check of a kind, where it was made. */
    public <T extends Diagnostic> Optional<T> find(Class<T> kind) {
        return checks.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Whether windows should find their starts, not take them from the file. */
    public boolean wantsPositionsOnly() {
        return find(Noise.class).filter(Noise::spoilsStarts).isPresent()
                || find(Velocities.class).filter(Velocities::areWrong).isPresent();
    }

    /** A cut-off that the box needs and that was not given: the largest it allows. */
    public OptionalDouble wantsCutoff() {
        return find(Distances.class).stream()
                .mapToDouble(Distances::cutoffNeeded)
                .filter(cutoff -> cutoff > 0.0)
                .findFirst();
    }
}
