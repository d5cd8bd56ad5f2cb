package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mclnn.app.report.LawWords;
import org.mclnn.app.terminal.TextTable;
import org.mclnn.io.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mclnn runs}: which laws there are. */
@Command(
        name = "runs",
        header = "List the training runs in a folder.%n",
        description =
                "Name, form, losses, data, distances seen, begin and fingerprint of each run directly in the folder, in the order of"
                        + " their names; a narrow terminal shows less of them. Runs that are not finished and those that cannot be read are"
                        + " named below.",
        footerHeading = "%nExamples:%n",
        footer = {"  mclnn runs", "  mclnn runs results --json"})
final class Runs implements Callable<Integer> {
    private static final int BRIEF = 8; // characters of a fingerprint

    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "FOLDER", arity = "0..1", description = "Where to look (default: here).")
    private Path folder = Path.of(".");

    @Override
    public Integer call() throws InputException, IOException {
        var console = common.console();
        var runs = new ArrayList<FinishedRun>();
        var unfinished = new ArrayList<String>();
        var unreadable = new ArrayList<String>();
        for (var place : places()) {
            if (Files.exists(place.resolve("checkpoint")) && place.toString().endsWith(UnfinishedRun.ENDING)) {
                unfinished.add(place.toString());
            } else if (Files.exists(place.resolve(RunFiles.MODEL))) {
                try {
                    runs.add(FinishedRun.load(place));
                } catch (InputException e) {
                    unreadable.add(String.valueOf(e.getMessage()));
                }
            }
        }
        if (runs.isEmpty()) {
            console.say("there are no runs in %s; make one with 'mclnn train FILE -o RUN'", folder);
        } else {
            console.print(table(runs).draw(console.width(), console.unicode()));
        }
        unfinished.forEach(place ->
                console.note("not finished: %s; the 'mclnn train' command that began it goes on with it", place));
        unreadable.forEach(what -> console.warn("%s", what));
        console.result(new JsonOut()
                .put("folder", folder.toString())
                .put("runs", runs.stream().map(FinishedRun::json).toList())
                .put("unfinished", unfinished)
                .put("unreadable", unreadable));
        return ExitCode.OK;
    }

    /** The folders in the folder, by name; the folder itself, if it is a run. */
    private List<Path> places() throws InputException, IOException {
        if (!Files.isDirectory(folder)) {
            throw InputException.noInput(
                    folder, Files.exists(folder) ? "this is no folder" : "there is no such folder", "Give another one");
        }
        if (Files.exists(folder.resolve(RunFiles.MODEL))) {
            return List.of(folder);
        }
        try (var content = Files.list(folder)) {
            return content.filter(Files::isDirectory)
                    .map(place -> folder.equals(Path.of(".")) ? place.getFileName() : place)
                    .sorted()
                    .toList();
        }
    }

    private static TextTable table(List<FinishedRun> runs) {
        var table = new TextTable()
                .text("run", 0, 12)
                .text("form", 1, 13)
                .number("loss", 0)
                .number("valid", 0)
                .text("data", 2, 12)
                .text("distances seen", 4, 15)
                .text("begun", 3, 16)
                .text("fingerprint", 5, 8);
        for (var run : runs) {
            table.row(List.of(
                    String.valueOf(Path.of(run.name()).getFileName()),
                    run.family(),
                    LawWords.loss(run.model().trainLoss()),
                    LawWords.loss(run.model().validLoss().orElse(Double.NaN)),
                    run.data(),
                    LawWords.bands(run.model().potential().coverage()),
                    Minute.of(run.started()),
                    run.fingerprint().substring(0, BRIEF)));
        }
        return table;
    }
}
