package org.mclnn.app.cli;

import java.nio.file.Path;
import org.mclnn.app.config.NotKept;
import org.mclnn.diagnostics.Diagnosis;
import org.mclnn.diagnostics.Diagnostic;
import org.mclnn.diagnostics.Gaps;
import org.mclnn.diagnostics.Regularity;
import org.mclnn.diagnostics.Verdict;
import org.mclnn.io.InputException;
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

    /** @throws InputException where nothing can be learned, unless that is forced */
    void look(Console console, Source source, TrajectoryDataset.Sampling sampling, TrajectoryDataset data)
            throws InputException {
        if (source.system().isPresent()) {
            return; // simulated here
        }
        var diagnosis = Diagnosis.of(source.run(), sampling, data);
        int shown = 0;
        int more = 0;
        for (var check : diagnosis.doubts()) {
            var finding = diagnosis.finding(check);
            if (finding.verdict() == Verdict.STOP && !force) {
                throw InputException.of(
                        Path.of(source.name()),
                        finding.says(),
                        finding.remedy() + (finding.remedy().isEmpty() ? "" : ". ")
                                + "mclnn check shows more; --force learns nonetheless");
            }
            if (isNoted(check)) {
                continue;
            }
            if (shown < MOST_WARNINGS) {
                console.warn("%s: %s. %s", check.topic(), finding.says(), finding.remedy());
                shown++;
            } else {
                more++;
            }
        }
        if (more > 0) {
            console.warn("and %d more: mclnn check %s", more, source.name());
        }
    }

    /** Whether the notes of the training say it too, with what is done about it. */
    private static boolean isNoted(Diagnostic check) {
        return check instanceof Gaps || (check instanceof Regularity times && times.rounding() == 0.0);
    }
}
