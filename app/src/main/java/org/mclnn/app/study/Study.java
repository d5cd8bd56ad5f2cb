package org.mclnn.app.study;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mclnn.io.Checkpoint;
import org.mclnn.io.CheckpointFiles;
import org.mclnn.io.InputException;
import org.mclnn.io.Manifest;
import org.mclnn.io.NewFile;
import org.mclnn.optimisation.OtherTrainingException;
import org.mclnn.training.Journal;
import org.mclnn.training.StoppedException;
import org.mclnn.training.TrainingListener;
import org.mclnn.training.TrainingState;

/**
 * Runs pieces of work in order and keeps their findings in a folder, one file each. A piece whose file is there and was made from the same
 * inputs, by the same program, is read and not run; one that was stopped goes on from its checkpoint.
 */
public final class Study implements AutoCloseable {
    private static final double SAVE_EVERY = 5.0; // seconds

    private final Path folder;
    private final String program;
    private final FileChannel lock;
    private final Map<String, Findings> done = new LinkedHashMap<>();
    private final Map<String, String> digests = new LinkedHashMap<>();

    /** Hears how far it is, the trainings of its pieces too. */
    public interface Progress extends TrainingListener {
        /** Hears nothing. */
        Progress NONE = new Progress() {
            @Override
            public void piece(Piece piece, double doneSeconds, double allSeconds) {}

            @Override
            public void iteration(String phase, int iteration, int expected, double loss) {}

            @Override
            public void finished() {}
        };

        /** Before a piece is run: seconds of work done and in all, as estimated. */
        void piece(Piece piece, double doneSeconds, double allSeconds);

        /** After it was run. */
        void finished();
    }

    private Study(Path folder, String program, FileChannel lock) {
        this.folder = folder;
        this.program = program;
        this.lock = lock;
    }

    /**
     * Opens a folder, made if it is not there; absent if another process is at work in it.
     *
     * @param program what tells one build of the program from another
     */
    public static Optional<Study> open(Path folder, String program) throws IOException {
        Files.createDirectories(folder);
        var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isFree(lock)) {
            return Optional.of(new Study(folder, program, lock));
        }
        lock.close();
        return Optional.empty();
    }

    private static boolean isFree(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) { // this process has it
            return false;
        }
    }

    /**
     * Does what is not done; false if it was stopped before the end.
     *
     * @param pieces each after those it needs
     * @param stop asked between steps of a training, and between pieces
     */
    public boolean run(List<Piece> pieces, int threads, BooleanSupplier stop, Progress progress)
            throws InputException, IOException {
        double all = 0.0;
        for (var piece : pieces) {
            all += recall(piece) ? 0.0 : piece.seconds();
        }
        double gone = 0.0;
        for (var piece : pieces) {
            if (done.containsKey(piece.name())) {
                continue;
            }
            if (stop.getAsBoolean()) {
                return false;
            }
            progress.piece(piece, gone, all);
            try {
                keep(piece, work(piece, threads, stop, progress));
            } catch (StoppedException e) {
                return false;
            }
            progress.finished();
            gone += piece.seconds();
        }
        return true;
    }

    /**
     * What a piece found.
     *
     * @throws IllegalArgumentException if it is not done
     */
    public Findings findings(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("the piece '" + name + "' is not done"));
    }

    public Optional<Findings> find(String name) {
        return Optional.ofNullable(done.get(name));
    }

    /** Whether its findings are there and still hold. */
    private boolean recall(Piece piece) {
        var digest = digest(piece);
        digests.put(piece.name(), digest);
        var file = file(piece);
        if (!Files.exists(file)) {
            return false;
        }
        try {
            done.put(piece.name(), FindingsJson.read(Files.readString(file), digest));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false; // found again
        }
    }

    private Findings work(Piece piece, int threads, BooleanSupplier stop, Progress progress)
            throws InputException, IOException {
        var place = folder.resolve(piece.name() + ".unfinished");
        var files = new CheckpointFiles(place);
        Checkpointer.Place save = checkpoint -> {
            Files.createDirectories(place);
            files.save(checkpoint);
        };
        var keeper = new Checkpointer(save, manifest(piece), SAVE_EVERY, stop, System::nanoTime);
        var begun = begun(files, piece);
        Findings findings;
        try {
            findings = piece.work().run(new Desk(this::findings, threads, progress, new Journal(begun, keeper)));
        } catch (OtherTrainingException e) { // not ours, whatever its manifest says
            findings = piece.work()
                    .run(new Desk(this::findings, threads, progress, new Journal(TrainingState.NOTHING, keeper)));
        }
        if (Files.isDirectory(place)) {
            files.remove();
            Files.delete(place);
        }
        return findings;
    }

    private TrainingState begun(CheckpointFiles files, Piece piece) throws IOException {
        try {
            return files.load()
                    .map(CheckpointFiles.Loaded::checkpoint)
                    .filter(checkpoint ->
                            checkpoint.differences(manifest(piece)).isEmpty())
                    .map(Checkpoint::state)
                    .orElse(TrainingState.NOTHING);
        } catch (InputException e) {
            return TrainingState.NOTHING; // damaged: begun again
        }
    }

    private void keep(Piece piece, Findings findings) throws IOException {
        var text = FindingsJson.kept(findings, kept(piece));
        NewFile.write(file(piece), text.getBytes(StandardCharsets.UTF_8));
        done.put(piece.name(), findings);
    }

    private Path file(Piece piece) {
        return folder.resolve(piece.name() + ".json");
    }

    private Manifest manifest(Piece piece) {
        return new Manifest(0, Map.of("piece", piece.name()), piece.name(), kept(piece), program, "");
    }

    private String kept(Piece piece) {
        return Objects.requireNonNull(digests.get(piece.name()));
    }

    /** SHA-256 over the program, the inputs, and the same of the pieces it needs. */
    private String digest(Piece piece) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = new StringBuilder(program)
                    .append('\n')
                    .append(piece.name())
                    .append('\n')
                    .append(piece.inputs());
            for (var need : piece.needs()) {
                var other = digests.get(need);
                if (other == null) {
                    throw new IllegalArgumentException(
                            piece.name() + " needs " + need + ", which does not come before it");
                }
                text.append('\n').append(other);
            }
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
