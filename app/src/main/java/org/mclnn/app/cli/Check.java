package org.mclnn.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.mclnn.diagnostics.Diagnosis;
import org.mclnn.diagnostics.Verdict;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.io.InputException;
import org.mclnn.io.ShellWords;
import org.mclnn.training.TrainingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mclnn check}: whether a law can be learned from tracks, and how far to trust it. */
@Command(
        name = "check",
        header = "Look whether a law can be learned from a trajectory, and how far to trust it.%n",
        description = {
            "Reads as train does and looks at times, gaps, tracks, motion, noise, velocities, distances, momentum, forces and windows,"
                    + " one line each: [ok], [!] with a remedy, or [stop] where nothing can be learned. The last line is the next"
                    + " command. train looks at the same before it begins.",
            "Several files are looked at in turn, as runs of one system. The exit code is 65 if any stops."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mclnn check tracks.csv",
            "  mclnn check lj.dump --dt 0.002 --cutoff 2.2",
            "  mclnn check run*.xyz --json"
        })
final class Check implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Trajectories, or linear, nonlinear, gravity.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private TrackOptions tracks = new TrackOptions();

    /** A file that was looked at. */
    private record Looked(Source source, Diagnosis diagnosis) {
        Verdict verdict() {
            return diagnosis.verdict();
        }
    }

    @Override
    public Integer call() throws InputException, IOException {
        var console = common.console();
        var sampling = tracks.sampling(OptionalInt.empty(), false, TrainingOptions.SEED);
        var all = new ArrayList<Looked>();
        Source.checkAlone(files);
        for (var file : files) {
            var source = tracks.read(List.of(file), false);
            var looked = new Looked(source, Diagnosis.of(source.run(), sampling));
            CheckScreen.show(console, source, looked.diagnosis);
            if (!all.isEmpty()) {
                compare(console, all.get(0).source, source);
            }
            all.add(looked);
        }
        var worst =
                all.stream().map(Looked::verdict).max(Comparator.naturalOrder()).orElseThrow();
        var next = worst == Verdict.STOP ? List.<String>of() : next(all);
        if (next.isEmpty()) {
            CheckScreen.say(console, "next: mend what stops, and check again (train --force learns from it as it is)");
        } else {
            console.say("next: %s", ShellWords.quoted(next));
        }
        console.result(json(all, worst, next));
        return worst == Verdict.STOP ? ExitCode.BAD_DATA : ExitCode.OK;
    }

    /** The command that learns from the runs, with every option that the longest of them needs. */
    private List<String> next(List<Looked> all) {
        var longest = all.stream()
                .max(Comparator.comparingInt(looked -> looked.source.run().frames()))
                .orElseThrow();
        var words = new ArrayList<>(List.of("mclnn", "train"));
        all.forEach(looked -> words.add(looked.source.name()));
        words.addAll(tracks.words());
        longest.diagnosis.wantsCutoff().ifPresent(cutoff -> words.addAll(List.of("--cutoff", Double.toString(cutoff))));
        if (longest.diagnosis.wantsPositionsOnly()) {
            words.add("--positions-only");
        }
        words.addAll(List.of("-o", "run1"));
        return words;
    }

    /** Runs of one system have the same particles in the same space. */
    private static void compare(Console console, Source first, Source other) {
        var one = kind(first.run());
        var two = kind(other.run());
        for (int k = 0; k < one.size(); k++) {
            if (!one.get(k).equals(two.get(k))) {
                console.warn(
                        "%s has %s, %s %s: these are not runs of one system",
                        other.name(), two.get(k), first.name(), one.get(k));
            }
        }
    }

    private static List<String> kind(Trajectory run) {
        return List.of(
                run.particles() + " particles",
                run.dimensions() + " dimensions",
                "the box " + run.box(),
                "the species " + run.species().stream().distinct().collect(Collectors.joining(", ")),
                "the masses " + Arrays.toString(run.masses()));
    }

    private static JsonOut json(List<Looked> all, Verdict worst, List<String> next) {
        return new JsonOut()
                .put("verdict", CheckScreen.word(worst))
                .put(
                        "files",
                        all.stream()
                                .map(looked -> CheckScreen.json(looked.source, looked.diagnosis))
                                .toList())
                .put("next", next.isEmpty() ? null : ShellWords.quoted(next));
    }
}
