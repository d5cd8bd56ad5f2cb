package org.mclnn.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.OptionalDouble;
import org.mclnn.app.config.NotKept;
import org.mclnn.diagnostics.Diagnosis;
import org.mclnn.diagnostics.Diagnostic;
import org.mclnn.diagnostics.Gaps;
import org.mclnn.diagnostics.Noise;
import org.mclnn.diagnostics.Regularity;
import org.mclnn.diagnostics.Verdict;
import org.mclnn.io.InputException;
import org.mclnn.io.ShellWords;
import org.mclnn.training.TrajectoryDataset;
import picocli.CommandLine.Option;

/** The look at a file before a law is learned from it: {@code @Mixin private Precheck precheck = new Precheck();} */
final class Precheck {
    private static final int MOST_WARNINGS = 3;

    @Option(
            names = "--force",
            description = "Learn even from what the checks before (mclnn check) say cannot be learned from.")
    @NotKept
    private boolean force;

    /**
     * Looks at every run of which there are windows.
     *
     * @return the noise of a coordinate in the noisiest of them, at most; absent where it is not told
     * @throws InputException where nothing can be learned, unless that is forced
     */
    OptionalDouble look(Console console, Source source, TrajectoryDataset.Sampling sampling, TrajectoryDataset data)
            throws InputException {
        if (source.system().isPresent()) {
            return OptionalDouble.empty(); // simulated here
        }
        var runs = source.runs();
        var warnings = new ArrayList<String>();
        var noise = OptionalDouble.empty();
        for (int r = 0; r < runs.size(); r++) {
            if (runs.size() > 1 && runs.get(r).frames() < sampling.frames()) {
                continue; // left out
            }
            var file = source.names().get(r);
            var diagnosis = Diagnosis.of(runs.get(r), sampling, data);
            double sigma = diagnosis.find(Noise.class).map(Noise::sigma).orElse(Double.NaN);
            noise = sigma > noise.orElse(0.0) ? OptionalDouble.of(sigma) : noise;
            for (var check : diagnosis.doubts()) {
                var finding = diagnosis.finding(check);
                if (finding.verdict() == Verdict.STOP && !force) {
                    throw InputException.of(
                            Path.of(file),
                            finding.says(),
                            finding.remedy() + (finding.remedy().isEmpty() ? "" : ". ")
                                    + "mclnn check shows more; --force learns nonetheless");
                }
                if (!isNoted(check)) {
                    warnings.add((runs.size() > 1 ? file + ": " : "") + check.topic() + ": " + finding.says() + ". "
                            + finding.remedy());
                }
            }
        }
        warnings.stream().limit(MOST_WARNINGS).forEach(text -> console.warn("%s", text));
        if (warnings.size() > MOST_WARNINGS) {
            console.warn(
                    "and %d more: mclnn check %s", warnings.size() - MOST_WARNINGS, ShellWords.quoted(source.names()));
        }
        return noise;
    }

    /** Whether the notes of the training say it too, with what is done about it. */
    private static boolean isNoted(Diagnostic check) {
        return check instanceof Gaps || (check instanceof Regularity times && times.rounding() == 0.0);
    }
}
