package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mclnn.app.paper.Output;
import org.mclnn.app.paper.Reproduction;
import org.mclnn.app.paper.Settings;
import org.mclnn.app.terminal.ProgressLine;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.io.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mclnn reproduce}: the paper from beginning to end. */
@Command(
        name = "reproduce",
        header = "Repeat every experiment of the paper and judge its claims.%n",
        description = {
            "Runs the experiments of R. Bhattoo, S. Ranu and N. M. A. Krishnan, arXiv:2110.03266, and more, and writes report.html,"
                    + " one page that needs no network, beside it figures (SVG, PDF, PNG) and tables (CSV, JSON).",
            "What is done is kept in DIR/pieces and not done again unless its inputs or the program changed; Ctrl-C stops, the same"
                    + " command goes on."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mclnn reproduce                          everything, about ten minutes on two cores",
            "  mclnn reproduce --quick                  within a minute",
            "  mclnn reproduce --only fig5,table1",
            "  mclnn reproduce --system gravity --seeds 5"
        })
final class Reproduce implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder to write to (default reproduction).")
    private Path output = Path.of("reproduction");

    @Option(names = "--quick", description = "Within a minute: one seed, smaller baselines, fewer sizes.")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Only these: fig2 ... fig7, table1, position, learning, symmetry, equation3.")
    private List<String> only = List.of();

    @Option(names = "--system", split = ",", paramLabel = "NAME", description = "Only linear, nonlinear or gravity.")
    private List<String> systems = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Seeds of the weights (default: 5 where a training takes seconds, 1 where it takes longer).")
    private OptionalInt seeds = OptionalInt.empty();

    @Option(
            names = "--paper-optimizer",
            description =
                    "Also train MCLNN as the paper did, by Adam with 100,000 epochs: many minutes for each system.")
    private boolean paperOptimizer;

    @Mixin
    private Threads threads = new Threads();

    @Override
    public Integer call() throws InputException, IOException {
        long begin = System.nanoTime();
        var console = common.console();
        var settings = new Settings(chosenSystems(), seeds, quick, paperOptimizer);
        var paper = UsageException.in("--only, --system", () -> new Reproduction(settings, chosenOutputs()));
        try (var run = StudyRun.open(common, output)) {
            var pieces = paper.pieces();
            console.note(
                    "%s: %d pieces of work, about %s on two cores",
                    output,
                    pieces.size(),
                    ProgressLine.duration(
                            pieces.stream().mapToDouble(p -> p.seconds()).sum()));
            if (!run.run(pieces, threads.count())) {
                return ExitCode.INTERRUPTED;
            }
            var written = paper.write(output, run.study(), "mclnn " + Main.version(), common.commandLine("--quiet"));
            double seconds = (System.nanoTime() - begin) * 1e-9;
            console.say("done in %s", ProgressLine.duration(seconds));
            written.verdicts().forEach(line -> console.say("%s", line));
            console.say("written: %s, figures and tables beside it", written.report());
            console.result(new JsonOut()
                    .put("report", written.report())
                    .put("claims", written.verdicts())
                    .put("pieces", (long) pieces.size())
                    .put("seconds", seconds));
        }
        return ExitCode.OK;
    }

    private List<ReferenceSystem> chosenSystems() {
        var chosen = EnumSet.noneOf(ReferenceSystem.class);
        for (var name : systems) {
            chosen.add(UsageException.in("--system", () -> ReferenceSystem.named(name.strip())));
        }
        return chosen.isEmpty() ? List.of(ReferenceSystem.values()) : new ArrayList<>(chosen);
    }

    private Set<Output> chosenOutputs() {
        var chosen = EnumSet.noneOf(Output.class);
        for (var name : only) {
            chosen.add(UsageException.in("--only", () -> Output.named(name.strip())));
        }
        return chosen.isEmpty() ? EnumSet.allOf(Output.class) : chosen;
    }
}
