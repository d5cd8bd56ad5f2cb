package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.mclnn.app.paper.Sweep;
import org.mclnn.app.study.Piece;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.io.InputException;
import org.mclnn.training.FormChoice;
import org.mclnn.training.TrainingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mclnn sweep}: networks of several widths, as the paper's Table 1. */
@Command(
        name = "sweep",
        header = "Train networks of several widths and compare them (Table 1).%n",
        description = {
            "Trains on the windows of one of the paper's systems and prints training and validation loss, error of the force, and"
                    + " iterations for each width.",
            "What is done is kept in DIR/pieces and not done again; Ctrl-C stops, the same command goes on."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mclnn sweep --layers 2,2 4,4 8,8 16,16",
            "  mclnn sweep gravity --layers 10,10 20,20 --seeds 5",
        })
final class SweepWidths implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "SYSTEM", arity = "0..1", description = "linear (default), nonlinear or gravity.")
    private String system = "linear";

    @Option(
            names = "--layers",
            arity = "1..*",
            paramLabel = "N,N",
            converter = Converters.Layers.class,
            description = "Widths of the hidden layers of each network (default: 2,2 4,4 8,8 16,16).")
    private List<Converters.Layers.Widths> layers = List.of();

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            description = "lm: Levenberg-Marquardt (default), lbfgs, or adam as the paper.")
    private TrainingOptions.Optimizer optimizer = TrainingOptions.Optimizer.LM;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Seeds of the weights for each width (default 1).")
    private OptionalInt seeds = OptionalInt.of(1);

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder to keep the trainings and the table in (default sweep).")
    private Path output = Path.of("sweep");

    @Mixin
    private Threads threads = new Threads();

    @Override
    public Integer call() throws InputException, IOException {
        var console = common.console();
        var chosen = UsageException.in("SYSTEM", () -> ReferenceSystem.named(system));
        var widths = layers.isEmpty()
                ? Sweep.PAPER
                : layers.stream().map(Converters.Layers.Widths::widths).toList();
        check(widths);
        var pieces = new ArrayList<Piece>();
        for (var hidden : widths) {
            for (int k = 0; k < seeds.orElseThrow(); k++) {
                pieces.add(Sweep.piece(chosen, hidden, optimizer, TrainingOptions.SEED + k));
            }
        }
        try (var run = StudyRun.open(common, output)) {
            if (!run.run(pieces, threads.count())) {
                return ExitCode.INTERRUPTED;
            }
            var rows = Sweep.rows(run.study(), chosen, widths, optimizer, seeds.orElseThrow());
            var file = Sweep.write(output, rows);
            console.say(
                    "%-12s %10s %5s %12s %12s %12s %10s",
                    "layers", "parameters", "seed", "training", "validation", "F rel. RMS", "iterations");
            for (var row : rows) {
                console.say(
                        "%-12s %10d %5d %12.2e %12.2e %12.2e %10d",
                        row.layers(),
                        row.parameters(),
                        row.seed(),
                        row.training(),
                        row.validation(),
                        row.forceError(),
                        row.iterations());
            }
            console.say("written: %s", file);
            console.result(new JsonOut()
                    .put("system", chosen.key())
                    .put("optimizer", optimizer.name().toLowerCase(Locale.ROOT))
                    .put("file", file)
                    .put("rows", rows.stream().map(SweepWidths::json).toList()));
        }
        return ExitCode.OK;
    }

    private static JsonOut json(Sweep.Row row) {
        return new JsonOut()
                .put("layers", row.layers())
                .put("parameters", row.parameters())
                .put("seed", row.seed())
                .put("trainLoss", row.training())
                .put("validLoss", row.validation())
                .put("forceRelativeRms", row.forceError())
                .put("iterations", row.iterations());
    }

    private void check(List<List<Integer>> widths) {
        for (var hidden : widths) {
            int size = UsageException.in("--layers", () -> new FormChoice.Network(hidden).size());
            int most = optimizer == TrainingOptions.Optimizer.LM
                    ? TrainingOptions.MOST_PARAMETERS_OF_LM
                    : TrainingOptions.MOST_PARAMETERS;
            if (size > most) {
                throw new UsageException(
                        "--layers: " + Sweep.text(hidden) + " has " + size + " parameters, more than " + most
                                + ": use narrower layers"
                                + (optimizer == TrainingOptions.Optimizer.LM ? ", or --optimizer lbfgs" : ""));
            }
        }
    }
}
