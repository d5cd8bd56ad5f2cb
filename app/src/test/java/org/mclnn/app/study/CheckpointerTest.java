package org.mclnn.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mclnn.io.Checkpoint;
import org.mclnn.io.Manifest;
import org.mclnn.training.Journal.Keeper.Wish;
import org.mclnn.training.TrainingState;

/** When a training is saved. */
class CheckpointerTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Manifest MANIFEST = new Manifest(1, Map.of(), "x", "y", "z", "JVM");

    private final AtomicLong now = new AtomicLong(-3 * SECOND); // a clock may begin anywhere
    private final AtomicBoolean stop = new AtomicBoolean();

    @Test
    void everyFiveSecondsAndAtTheSignal() {
        var saved = new ArrayList<Checkpoint>();
        var keeper = new Checkpointer(saved::add, MANIFEST, 5, stop::get, now::get);
        assertThat(keeper.wish()).isEqualTo(Wish.GO_ON);
        now.addAndGet(5 * SECOND - 1);
        assertThat(keeper.wish()).isEqualTo(Wish.GO_ON);
        now.addAndGet(1);
        assertThat(keeper.wish()).isEqualTo(Wish.SAVE);
        keeper.save(TrainingState.NOTHING);
        assertThat(keeper.wish()).isEqualTo(Wish.GO_ON);
        stop.set(true);
        assertThat(keeper.wish()).isEqualTo(Wish.SAVE_AND_STOP);
        assertThat(saved).hasSize(1);
        assertThat(saved.get(0).manifest()).isEqualTo(MANIFEST);
    }

    @Test
    void aSlowDiskIsWrittenToLessOften() {
        var keeper = new Checkpointer(checkpoint -> now.addAndGet(SECOND / 5), MANIFEST, 5, stop::get, now::get);
        keeper.save(TrainingState.NOTHING);
        now.addAndGet(10 * SECOND - 1); // fifty times the fifth of a second
        assertThat(keeper.wish()).isEqualTo(Wish.GO_ON);
        now.addAndGet(1);
        assertThat(keeper.wish()).isEqualTo(Wish.SAVE);
    }

    @Test
    void aDiskThatFailsEndsTheTraining() {
        var keeper = new Checkpointer(
                checkpoint -> {
                    throw new IOException("No space left on device");
                },
                MANIFEST,
                5,
                stop::get,
                now::get);
        assertThatThrownBy(() -> keeper.save(TrainingState.NOTHING)).isInstanceOf(UncheckedIOException.class);
    }
}
