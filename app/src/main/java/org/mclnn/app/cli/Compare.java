package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mclnn.app.chart.LawCurves;
import org.mclnn.app.figure.LawFigure;
import org.mclnn.app.report.LawWords;
import org.mclnn.app.report.UnitWords;
import org.mclnn.app.terminal.TerminalChart;
import org.mclnn.app.terminal.TextTable;
import org.mclnn.evaluation.LawComparison;
import org.mclnn.io.InputException;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.LearnedPotential;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mclnn compare}: what differs between runs. */
@Command(
        name = "compare",
        header = "Compare training runs: settings, losses, laws.%n",
        description = {
            "Laws are compared with that of the first run over the distances that all runs have seen: root mean square of the difference"
                    + " over that of the first, weighted by how often distances were seen; V is moved onto the first band by band.",
        },
        footerHeading = "%nExamples:%n",
        footer = {"  mclnn compare run1 run2", "  mclnn compare run1 run2 run3 -o laws.svg"})
final class Compare implements Callable<Integer> {
    private static final int ROWS = 13;
    private static final int POINTS = 800;
    private static final String LIKE_THE_FIRST = "";

    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "RUN", arity = "2..*", description = "Directories of training runs, at least two.")
    private List<Path> places = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Draw the laws over each other: a .svg, .pdf or .png.")
    private @Nullable Path output;

    /** A law beside that of the first run, over what all have seen. */
    private record Beside(FinishedRun run, LawComparison law, LawCurves curves) {}

    @Override
    public Integer call() throws InputException, IOException {
        var console = common.console();
        checkOutput();
        var runs = new ArrayList<FinishedRun>();
        for (var place : places) {
            runs.add(FinishedRun.load(place));
        }
        var common = common(runs);
        var laws = common.map(coverage -> laws(runs, coverage)).orElse(List.of());
        settings(console, runs);
        console.say("");
        console.print(losses(runs, laws).draw(console.width(), console.unicode()));
        warnOfUnits(console, runs);
        if (common.isPresent()) {
            console.say("");
            console.say(
                    "distances that all have seen: %s; errors are relative to %s",
                    LawWords.bands(common.get()), runs.get(0).name());
            console.print(chart(console, runs.get(0), laws));
        } else {
            console.warn(
                    "there is no distance that all runs have seen: their laws cannot be compared%s",
                    output == null ? "" : ", and " + output + " is not drawn");
        }
        var drawn = output;
        if (drawn != null && !laws.isEmpty()) {
            draw(console, drawn, runs.get(0), laws);
        }
        console.result(json(runs, laws));
        return ExitCode.OK;
    }

    /** Numbers in different units are no measure of each other. */
    private static void warnOfUnits(Console console, List<FinishedRun> runs) {
        var first = runs.get(0);
        var units = first.model().potential().units();
        for (var run : runs.subList(1, runs.size())) {
            var others = run.model().potential().units();
            if (!others.equals(units)) {
                console.warn(
                        "%s has %s; %s has %s: their laws are compared as numbers, which differ for that alone",
                        first.name(), UnitWords.all(units), run.name(), UnitWords.all(others));
            }
        }
    }

    private void checkOutput() throws CannotCreateException {
        var file = output;
        if (file == null) {
            return;
        }
        OutputFile.checkPlace(file);
        if (FigureFormat.of(file).isEmpty()) {
            throw new UsageException("-o: '" + file + "' has none of the endings .svg, .pdf, .png");
        }
    }

    private static Optional<Coverage> common(List<FinishedRun> runs) {
        var common = Optional.of(runs.get(0).model().potential().coverage());
        for (var run : runs.subList(1, runs.size())) {
            common = common.flatMap(
                    coverage -> coverage.common(run.model().potential().coverage()));
        }
        return common;
    }

    private static List<Beside> laws(List<FinishedRun> runs, Coverage coverage) {
        var first = over(runs.get(0), coverage);
        return runs.subList(1, runs.size()).stream()
                .map(run -> {
                    var law = over(run, coverage);
                    return new Beside(
                            run,
                            LawComparison.of(law, first),
                            LawCurves.of(law, Optional.of(new BandedLaw(first)), POINTS));
                })
                .toList();
    }

    private static LearnedPotential over(FinishedRun run, Coverage coverage) {
        var potential = run.model().potential();
        return LearnedPotential.of(potential.law(), coverage, run.model().cutoff() > 0)
                .in(potential.units());
    }

    private static void settings(Console console, List<FinishedRun> runs) {
        var keys = new TreeSet<String>();
        runs.forEach(run -> keys.addAll(run.settings().keySet()));
        var table = new TextTable().text("setting", 0, 12);
        runs.forEach(run -> table.text(run.name(), 0, 10));
        int differing = 0;
        for (var key : keys) {
            var values = runs.stream()
                    .map(run -> run.settings().getOrDefault(key, "not given"))
                    .toList();
            if (values.stream().distinct().count() > 1) {
                differing++;
                var row = new ArrayList<>(List.of(key));
                row.addAll(values);
                table.row(row);
            }
        }
        if (differing == 0) {
            console.say("all settings are the same");
        } else {
            console.print(table.draw(console.width(), console.unicode()));
        }
    }

    private static TextTable losses(List<FinishedRun> runs, List<Beside> laws) {
        var table = new TextTable()
                .text("run", 0, 12)
                .text("form", 2, 13)
                .number("parameters", 3)
                .number("loss", 0)
                .number("valid", 0)
                .number("F rel. RMS", 0)
                .number("V rel. RMS", 1);
        for (int k = 0; k < runs.size(); k++) {
            var run = runs.get(k);
            boolean compared = k > 0 && !laws.isEmpty();
            table.row(List.of(
                    run.name(),
                    run.family(),
                    String.valueOf(run.model().potential().law().form().size()),
                    LawWords.loss(run.model().trainLoss()),
                    LawWords.loss(run.model().validLoss().orElse(Double.NaN)),
                    compared ? error(laws.get(k - 1).law().forceRelativeRms()) : LIKE_THE_FIRST,
                    compared ? error(laws.get(k - 1).law().potentialRelativeRms()) : LIKE_THE_FIRST));
        }
        return table;
    }

    private static String error(double error) {
        return error == 0.0 ? "0" : String.format(Locale.ROOT, "%.2e", error);
    }

    private static String chart(Console console, FinishedRun first, List<Beside> laws) {
        var base = laws.get(0).curves();
        var units = first.model().potential().units();
        var chart = TerminalChart.of(
                        "V(r)" + units.behindSymbol() + ", " + units.energyWords(),
                        base.r(),
                        base.truthEnergy(),
                        base.band())
                .density(base.density())
                .name(first.name());
        for (var law : laws) {
            chart.other(
                    law.run().name(),
                    law.curves().r(),
                    law.curves().energy(),
                    law.curves().band());
        }
        return chart.size(Math.min(100, console.width()), ROWS)
                .color(console.color())
                .unicode(console.unicode())
                .draw();
    }

    private static void draw(Console console, Path file, FinishedRun first, List<Beside> laws) throws IOException {
        var figure = LawFigure.overlay(
                first.name(),
                laws.stream().map(law -> law.run().name()).toList(),
                laws.stream().map(Beside::curves).toList());
        var bytes = FigureFormat.of(file).orElseThrow().bytes(figure);
        OutputFile.write(file, bytes, console);
        console.say("written: %s", file);
    }

    private JsonOut json(List<FinishedRun> runs, List<Beside> laws) {
        return new JsonOut()
                .put("runs", runs.stream().map(FinishedRun::json).toList())
                .put(
                        "laws",
                        laws.stream()
                                .map(law -> new JsonOut()
                                        .put("run", law.run().name())
                                        .put("against", runs.get(0).name())
                                        .put("forceRelativeRms", law.law().forceRelativeRms())
                                        .put("potentialRelativeRms", law.law().potentialRelativeRms())
                                        .put(
                                                "bands",
                                                law.law().bands().stream()
                                                        .map(band -> new JsonOut()
                                                                .put("from", band.from())
                                                                .put("to", band.to())
                                                                .put("forceRelativeRms", band.forceRelativeRms())
                                                                .put(
                                                                        "potentialRelativeRms",
                                                                        band.potentialRelativeRms())
                                                                .put("forceMaxError", band.forceMax()))
                                                        .toList()))
                                .toList())
                .put("figure", output == null || laws.isEmpty() ? null : output.toString());
    }
}
