package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mclnn.io.Checkpoint;
import org.mclnn.io.CheckpointFiles;
import org.mclnn.io.InputException;
import org.mclnn.io.Manifest;
import org.mclnn.io.Model;
import org.mclnn.io.ModelFile;
import org.mclnn.io.ShellWords;
import org.mclnn.io.Unfinished;
import org.mclnn.training.TrainingState;

/**
 * The directory of one training run, with what {@link RunFiles} writes. Filled beside its place, in {@link UnfinishedRun}, and moved there
 * when complete; an older run moves to {@code NAME.1}, {@code NAME.2} ... and is never overwritten.
 */
final class RunDirectory implements AutoCloseable {
    private final Path place;
    private final UnfinishedRun unfinished;
    private final List<Path> made; // folders above the place, the deepest first

    /** Claims the place before any work is done, so that a run that could not be saved is never begun. */
    RunDirectory(Path place) throws CannotCreateException {
        this.place = place;
        if (place.toString().isBlank()) {
            throw new UsageException("-o: the name of the run is empty");
        }
        if (Files.exists(place) && !Files.isDirectory(place)) {
            throw new CannotCreateException(place, "there is a file of this name. Give another name to -o");
        }
        try {
            if (Files.isDirectory(place) && !Files.exists(place.resolve(RunFiles.MODEL)) && !isEmpty(place)) {
                throw new CannotCreateException(
                        place, "this folder holds other things and no run. Give another name to -o");
            }
            if (Files.isDirectory(place) && !Files.isWritable(place)) {
                throw new CannotCreateException(
                        place, "the older run there may not be moved. Allow it, or give another name to -o");
            }
            var parent = place.toAbsolutePath().getParent();
            if (parent == null) {
                throw new CannotCreateException(place, "this is no place for a run. Give another name to -o");
            }
            made = missing(parent);
            Files.createDirectories(parent);
            unfinished = UnfinishedRun.claim(place);
        } catch (CannotCreateException e) {
            throw e;
        } catch (IOException e) {
            throw new CannotCreateException(place, e);
        }
    }

    private static List<Path> missing(Path folder) {
        var missing = new ArrayList<Path>();
        for (var above = folder; above != null && !Files.exists(above); above = above.getParent()) {
            missing.add(above);
        }
        return missing;
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var content = Files.list(directory)) {
            return content.findAny().isEmpty();
        }
    }

    /** A training that was left here, if there is one. */
    Optional<Checkpoint> earlier(Console console) throws InputException, IOException {
        var loaded = unfinished.checkpoints().load();
        loaded.flatMap(CheckpointFiles.Loaded::warning).ifPresent(console::warn);
        return loaded.map(CheckpointFiles.Loaded::checkpoint);
    }

    /**
     * How far an earlier training came.
     *
     * @throws InputException if it was another training than the one that the manifest describes
     */
    TrainingState begun(Optional<Checkpoint> earlier, Manifest manifest, Console console) throws InputException {
        if (earlier.isEmpty()) {
            return TrainingState.NOTHING;
        }
        var differences = earlier.get().differences(manifest);
        if (!differences.isEmpty()) {
            throw InputException.of(
                    UnfinishedRun.beside(place),
                    "this training was begun otherwise: " + String.join("; ", differences),
                    "Give all as it was, or begin again with --restart, or give another name to -o");
        }
        var state = earlier.get().state();
        console.note(
                "resuming %s %s, saved %s",
                place, state.where(), Minute.of(earlier.get().saved()));
        return state;
    }

    void save(Checkpoint checkpoint) throws IOException {
        unfinished.save(checkpoint);
    }

    /** Forgets what an earlier training, or this one, saved on the way. */
    void forget() throws IOException {
        unfinished.checkpoints().remove();
    }

    /** Fills a folder. */
    interface Content {
        void write(Path folder) throws IOException;
    }

    /** Writes everything and gives the run its name; returns where an older run went. */
    Optional<Path> save(Content content) throws IOException {
        var part = unfinished.result();
        content.write(part);
        var moved = moveOlder();
        Unfinished.name(part, place, StandardCopyOption.ATOMIC_MOVE);
        forget();
        return moved;
    }

    private Optional<Path> moveOlder() throws IOException {
        if (!Files.exists(place)) {
            return Optional.empty();
        }
        if (isEmpty(place)) {
            Files.delete(place);
            return Optional.empty();
        }
        return OutputFile.moveOlder(place);
    }

    /** Leaves a checkpoint, if there is one, and nothing else of what was not saved, not even the folders above. */
    @Override
    public void close() throws IOException {
        unfinished.close();
        try {
            for (var folder : made) {
                if (Files.isDirectory(folder) && isEmpty(folder)) {
                    Files.delete(folder);
                }
            }
        } catch (DirectoryNotEmptyException e) { // another process uses it
        }
    }

    /** The model of a run; the model file itself may be named too. */
    static Model load(Path run) throws InputException, IOException {
        if (Files.isDirectory(run)) {
            if (!Files.exists(run.resolve(RunFiles.MODEL))) {
                throw InputException.noInput(
                        run, "this folder holds no " + RunFiles.MODEL, "Give the folder that 'mclnn train' wrote");
            }
            return ModelFile.read(run.resolve(RunFiles.MODEL));
        }
        if (!Files.exists(run) && Files.isDirectory(UnfinishedRun.beside(run))) {
            throw InputException.noInput(
                    run, "this run is not finished", "Go on with the 'mclnn train' command that began it");
        }
        if (!Files.exists(run)) {
            throw InputException.noInput(
                    run, "there is no such run", "Make one with: mclnn train FILE -o " + ShellWords.quoted(run));
        }
        return ModelFile.read(run);
    }
}
