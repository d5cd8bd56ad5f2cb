package org.mclnn.app.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.mclnn.io.Checkpoint;
import org.mclnn.io.Manifest;
import org.mclnn.training.Journal;
import org.mclnn.training.TrainingState;

/** Saves a training from time to time, and when it is to stop. */
public final class Checkpointer implements Journal.Keeper {
    private static final int SHARE = 50; // at most one part in so many of the time goes into saving

    /** Where it is kept. */
    public interface Place {
        void save(Checkpoint checkpoint) throws IOException;
    }

    private final Place place;
    private final Manifest manifest;
    private final BooleanSupplier stop;
    private final LongSupplier nanos;
    private final long interval;
    private long due;

    /**
     * @param seconds between two checkpoints, at least
     * @param stop whether the training is to stop
     * @param nanos the clock
     */
    public Checkpointer(Place place, Manifest manifest, double seconds, BooleanSupplier stop, LongSupplier nanos) {
        this.place = place;
        this.manifest = manifest;
        this.stop = stop;
        this.nanos = nanos;
        interval = (long) (1e9 * seconds);
        due = nanos.getAsLong() + interval;
    }

    @Override
    public Wish wish() {
        if (stop.getAsBoolean()) {
            return Wish.SAVE_AND_STOP;
        }
        return nanos.getAsLong() - due >= 0 ? Wish.SAVE : Wish.GO_ON;
    }

    @Override
    public void save(TrainingState state) {
        long begin = nanos.getAsLong();
        try {
            place.save(new Checkpoint(manifest, Instant.now(), state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long end = nanos.getAsLong();
        due = end + Math.max(interval, SHARE * (end - begin));
    }
}
