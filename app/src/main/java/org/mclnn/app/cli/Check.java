package org.mclnn.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.mclnn.diagnostics.Diagnosis;
import org.mclnn.diagnostics.Verdict;
import org.mclnn.io.InputException;
import org.mclnn.io.ShellWords;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrajectoryDataset;
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
            "Several files are looked at in turn, as runs of one system; as in train, those too short for a window are left out, and"
                    + " files that are not of one system refused. The exit code is 65 if any stops."
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
        for (var source : sources(console)) {
            var looked = new Looked(source, Diagnosis.of(source.run(), sampling));
            CheckScreen.show(console, source, looked.diagnosis);
            all.add(looked);
        }
        var worst =
                all.stream().map(Looked::verdict).max(Comparator.naturalOrder()).orElseThrow();
        var next = worst == Verdict.STOP ? List.<String>of() : next(all);
        if (next.isEmpty()) {
            CheckScreen.say(console, "next: mend what stops, and check again (train --force tries it as it is)");
        } else {
            console.say("next: %s", ShellWords.quoted(next));
        }
        console.result(json(all, worst, next));
        return worst == Verdict.STOP ? ExitCode.BAD_DATA : ExitCode.OK;
    }

    /** What train would learn from: files that are no runs of one system are refused as there, those too short for a window left out. */
    private List<Source> sources(Console console) throws InputException, IOException {
        var read = tracks.read(files, false);
        var whole = read.each().stream()
                .filter(source -> source.run().frames() >= tracks.frames())
                .toList();
        if (files.size() == 1 || whole.isEmpty()) {
            return read.each(); // told what they lack
        }
        try {
            TrajectoryDataset.leftOut(read.runs(), tracks.frames()).forEach(note -> console.note("note: %s", note));
        } catch (IllegalArgumentException e) {
            throw InputException.unusable(read.name(), e);
        }
        return whole;
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
