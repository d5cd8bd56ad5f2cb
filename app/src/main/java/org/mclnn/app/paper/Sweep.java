package org.mclnn.app.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mclnn.app.study.Digits;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Piece;
import org.mclnn.app.study.Study;
import org.mclnn.app.study.Table;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.io.NewFile;
import org.mclnn.training.FormChoice;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrainingOptions.Optimizer;

/** Table 1: training and validation loss of networks of different widths, one piece for each width and seed. */
public final class Sweep {
    /**
     * A row of the paper's Table 1.
     *
     * @param training loss as printed, and likewise validation
     */
    record Printed(List<Integer> hidden, double training, double validation) {
        Printed {
            hidden = List.copyOf(hidden);
        }
    }

    static final List<Printed> PRINTED = List.of(
            new Printed(List.of(2, 2), 0.0012, 0.0015),
            new Printed(List.of(4, 4), 7.98e-9, 2.36e-8),
            new Printed(List.of(8, 8), 9.86e-9, 3.80e-8),
            new Printed(List.of(16, 16), 9.76e-9, 3.02e-8));

    /** Widths of the paper's Table 1. */
    public static final List<List<Integer>> PAPER =
            PRINTED.stream().map(Printed::hidden).toList();

    private Sweep() {}

    /** {@code 4,4}. */
    public static String text(List<Integer> hidden) {
        return hidden.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Name of a piece. */
    private static String name(ReferenceSystem system, List<Integer> hidden, Optimizer optimizer, long seed) {
        return "width-" + system.key() + "-" + text(hidden).replace(',', 'x') + "-"
                + optimizer.name().toLowerCase(Locale.ROOT) + "-" + seed;
    }

    /** One training. */
    public static Piece piece(ReferenceSystem system, List<Integer> hidden, Optimizer optimizer, long seed) {
        var network = new FormChoice.Network(hidden);
        var options = TrainingOptions.of(network, optimizer).withSeed(seed);
        boolean adam = optimizer == Optimizer.ADAM;
        return new Piece(
                name(system, hidden, optimizer, seed),
                "network " + text(hidden) + " on " + Task.title(system) + ", seed " + seed,
                text(hidden) + " " + optimizer + " seed " + seed,
                List.of(),
                adam ? 600 : 1.5,
                desk -> {
                    var result = Laws.train(Task.of(system).data(), options, desk);
                    var findings = Findings.builder().number("parameters", network.size());
                    LawKeeping.losses(result, "network", findings);
                    LawKeeping.judge(result.potential(), system.law(), "network", findings);
                    return findings.build();
                });
    }

    /** Pieces for the paper's table. */
    static List<Piece> pieces(Settings settings) {
        var pieces = new ArrayList<Piece>();
        for (var hidden : PAPER) {
            for (long seed : hidden.get(0) == 2 ? settings.narrow() : settings.cheap()) {
                pieces.add(piece(ReferenceSystem.LINEAR, hidden, Optimizer.LM, seed));
            }
        }
        return pieces;
    }

    /** The paper's network by the paper's optimiser, where that is asked for. */
    static List<Piece> asPaper(ReferenceSystem system, Settings settings) {
        return settings.paperOptimizer()
                ? settings.dear().stream()
                        .map(seed -> piece(system, TrainingOptions.LAYERS, Optimizer.ADAM, seed))
                        .toList()
                : List.of();
    }

    /** One training and what came of it. */
    public record Row(
            List<Integer> hidden,
            long parameters,
            long seed,
            double training,
            double validation,
            double forceError,
            long iterations) {
        public Row {
            hidden = List.copyOf(hidden);
        }

        public String layers() {
            return text(hidden);
        }
    }

    /** Those that were run, width by width, from the first seed on. */
    public static List<Row> rows(
            Study study, ReferenceSystem system, List<List<Integer>> widths, Optimizer optimizer, int seeds) {
        var rows = new ArrayList<Row>();
        for (var hidden : widths) {
            for (long seed = TrainingOptions.SEED; seed < TrainingOptions.SEED + seeds; seed++) {
                var found = study.find(name(system, hidden, optimizer, seed));
                if (found.isPresent()) {
                    var f = found.get();
                    rows.add(new Row(
                            hidden,
                            (long) f.number("parameters"),
                            seed,
                            f.number("network training loss"),
                            f.number("network validation loss"),
                            f.number("network force error"),
                            (long) f.number("network iterations")));
                }
            }
        }
        return rows;
    }

    /** Table 1 as far as it was run. */
    static List<Row> table1(Study study, Settings settings) {
        return rows(
                study,
                ReferenceSystem.LINEAR,
                PAPER,
                Optimizer.LM,
                settings.narrow().size());
    }

    /** As columns; the width is that of the first hidden layer. */
    static Table table(List<Row> rows) {
        return Table.empty()
                .with(
                        "width",
                        rows.stream().map(row -> (double) row.hidden().get(0)).toList())
                .with(
                        "parameters",
                        rows.stream().map(row -> (double) row.parameters()).toList())
                .with("seed", rows.stream().map(row -> (double) row.seed()).toList())
                .with("training loss", rows.stream().map(Row::training).toList())
                .with("validation loss", rows.stream().map(Row::validation).toList())
                .with("force error", rows.stream().map(Row::forceError).toList())
                .with(
                        "iterations",
                        rows.stream().map(row -> (double) row.iterations()).toList());
    }

    /** Writes the table as CSV into a folder; returns the file. */
    public static Path write(Path folder, List<Row> rows) throws IOException {
        var text = new StringBuilder("layers,parameters,seed,training loss,validation loss,force error,iterations\n");
        for (var row : rows) {
            text.append('"').append(row.layers()).append('"');
            text.append(',').append(row.parameters()).append(',').append(row.seed());
            for (double value : List.of(row.training(), row.validation(), row.forceError())) {
                text.append(',').append(Digits.text(value));
            }
            text.append(',').append(row.iterations()).append('\n');
        }
        var file = folder.resolve("sweep.csv");
        NewFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
