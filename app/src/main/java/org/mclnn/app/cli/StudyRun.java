package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mclnn.app.study.Piece;
import org.mclnn.app.study.Study;
import org.mclnn.app.terminal.ProgressLine;
import org.mclnn.io.InputException;
import org.mclnn.io.ModelFile;

/** A study run from the command line: its folder, its progress, and Ctrl-C. */
final class StudyRun implements AutoCloseable {
    private static final int PARTS = 10_000; // of the whole work

    private final Common common;
    private final Path folder;
    private final Study study;

    private StudyRun(Common common, Path folder, Study study) {
        this.common = common;
        this.folder = folder;
        this.study = study;
    }

    /**
     * Opens the folder of a study.
     *
     * @throws CannotCreateException if it cannot be written to, or another process is at work in it
     */
    static StudyRun open(Common common, Path folder) throws IOException {
        if (folder.toString().isBlank()) {
            throw new UsageException("-o: the name of the folder is empty");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CannotCreateException(folder, "this is a file. Give a folder to -o");
        }
        try {
            var study = Study.open(folder.resolve("pieces"), program())
                    .orElseThrow(() -> new CannotCreateException(
                            folder, "another process is at work in it. Wait for it, or give another folder to -o"));
            return new StudyRun(common, folder, study);
        } catch (CannotCreateException e) {
            throw e;
        } catch (IOException e) {
            throw new CannotCreateException(folder, e);
        }
    }

    /** What tells this build from others: what it found need not be found again. */
    private static String program() throws IOException {
        var source = Main.class.getProtectionDomain().getCodeSource();
        var jar = source == null ? null : Path.of(source.getLocation().getPath());
        return Main.version() + (jar != null && Files.isRegularFile(jar) ? " " + ModelFile.sha256(jar) : "");
    }

    Study study() {
        return study;
    }

    /** Does what is not done; false where it was stopped, which has been said. */
    boolean run(List<Piece> pieces, int threads) throws InputException, IOException {
        var console = common.console();
        try (var shown = new Shown(console);
                var signals = new StopSignals(
                        () -> shown.note("stopping after this step; once more ends the program at once"))) {
            if (study.run(pieces, threads, signals::asked, shown)) {
                return true;
            }
        }
        console.error(
                ExitCode.INTERRUPTED,
                "stopped; what is done is kept in " + folder.resolve("pieces") + ". To go on: "
                        + common.commandLine(""));
        return false;
    }

    @Override
    public void close() throws IOException {
        study.close();
    }

    private static final class Shown implements Study.Progress, AutoCloseable {
        private final Console console;
        private final ProgressLine line;
        private String title = "";
        private double gone;
        private double seconds; // of the current piece
        private double all;
        private double share; // of the current piece

        Shown(Console console) {
            this.console = console;
            line = console.progress("", "", PARTS);
        }

        void note(String words) {
            line.close();
            console.note("%s", words);
        }

        @Override
        public synchronized void piece(Piece piece, double doneSeconds, double allSeconds) {
            title = piece.title();
            gone = doneSeconds;
            seconds = piece.seconds();
            all = allSeconds;
            share = 0.0;
            show();
        }

        @Override
        public synchronized void iteration(String phase, int iteration, int expected, double loss) {
            share = Math.max(share, Math.min(0.99, (double) iteration / Math.max(1, expected)));
            show();
        }

        @Override
        public synchronized void finished() {
            share = 1.0;
            show();
        }

        private void show() {
            line.update(Math.round(PARTS * (gone + share * seconds) / all), title);
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
