package org.mclnn.app.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mclnn.app.figure.Figure;
import org.mclnn.app.figure.LawFigure;
import org.mclnn.app.report.ModelCard;
import org.mclnn.app.report.RunFigures;
import org.mclnn.app.report.RunFindings;
import org.mclnn.app.report.RunReport;
import org.mclnn.app.report.Trained;
import org.mclnn.io.LawTable;
import org.mclnn.io.ModelFile;

/** What the folder of a finished run holds. Figures and page take longest and are made in threads of their own from the start on. */
final class RunFiles implements AutoCloseable {
    static final String MODEL = "model.json";
    static final String MANIFEST = "manifest.json";
    static final String CONFIG = "config.toml";

    private static final String FIGURES = "figures";

    private final Trained trained;
    private final Set<FigureFormat> formats;
    private final String settings;
    private final String command;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                var thread = new Thread(task, "report");
                thread.setDaemon(true);
                return thread;
            });
    private final Future<RunFindings> findings;
    private final Future<Map<String, Future<byte[]>>> drawn;

    /**
     * Begins to draw.
     *
     * @param formats in which figures are wanted beside the page
     * @param settings the text of config.toml
     * @param command that was given
     */
    RunFiles(Trained trained, Set<FigureFormat> formats, String settings, String command) {
        this.trained = trained;
        this.formats = formats;
        this.settings = settings;
        this.command = command;
        findings = threads.submit(() -> RunFindings.of(trained));
        drawn = threads.submit(this::draw);
    }

    /** Has what is needed later loaded meanwhile. */
    static void prepare() {
        var thread = new Thread(
                () -> {
                    LawFigure.prepare();
                    ModelFile.prepare();
                },
                "prepare");
        thread.setDaemon(true);
        thread.start();
    }

    /** Files with figures, by name. */
    private Map<String, Future<byte[]>> draw() throws IOException {
        var found = result(findings);
        var figures = RunFigures.of(found);
        var files = new LinkedHashMap<String, Future<byte[]>>();
        for (var figure : figures) {
            var wanted = EnumSet.copyOf(formats);
            if (figure.name().equals(RunFigures.LAW)) {
                wanted.add(FigureFormat.PNG);
            }
            for (var format : wanted) {
                var name = FIGURES + "/" + figure.name() + format.ending();
                files.put(name, threads.submit(() -> format.bytes(figure)));
            }
        }
        var names = List.copyOf(files.keySet());
        files.put("report.html", threads.submit(() -> page(found, figures, names)));
        return files;
    }

    private byte[] page(RunFindings found, List<Figure> figures, List<String> drawnFiles) {
        var files = new ArrayList<>(drawnFiles);
        files.add("law.csv");
        files.add("law.npz");
        return new RunReport(found, figures, settings, command, files).html().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes everything.
     *
     * @param manifest the text of manifest.json
     * @param log what was said
     */
    void write(Path folder, String manifest, String log) throws IOException {
        ModelFile.write(folder.resolve(MODEL), trained.model());
        var table = LawTable.of(trained.model().potential());
        table.writeCsv(folder.resolve("law.csv"));
        table.writeNpz(folder.resolve("law.npz"));
        write(folder.resolve("metrics.jsonl"), metrics());
        write(folder.resolve(CONFIG), settings);
        write(folder.resolve(MANIFEST), manifest);
        write(folder.resolve("log.txt"), log);
        write(folder.resolve("MODEL_CARD.md"), ModelCard.of(result(findings), command));
        Files.createDirectory(folder.resolve(FIGURES));
        for (var file : result(drawn).entrySet()) {
            write(folder.resolve(file.getKey()), result(file.getValue()));
        }
    }

    private String metrics() {
        var metrics = new StringBuilder();
        var losses = trained.result().losses();
        for (int k = 0; k < losses.size(); k++) {
            metrics.append(new JsonOut()
                            .put("iteration", k + 1L)
                            .put("loss", losses.get(k))
                            .toText())
                    .append('\n');
        }
        return metrics.toString();
    }

    private static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause()); // reported as what it wraps, a full heap too
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted while the report was made");
        }
    }

    private static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] content) throws IOException {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new IOException(
                    file + " could not be written: " + Failure.describe(e) + ". Make room or write elsewhere", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
