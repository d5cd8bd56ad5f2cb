package org.mclnn.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every task once, and the first failure by number, not by time. */
class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everyTaskRunsOnce(int threads) {
        try (var workers = new Workers(threads)) {
            for (int count : new int[] {0, 1, 2, 100}) {
                var runs = new AtomicIntegerArray(100);
                workers.run(count, runs::incrementAndGet);
                for (int k = 0; k < 100; k++) {
                    assertThat(runs.get(k)).isEqualTo(k < count ? 1 : 0);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void theFailureOfTheLowestNumberIsThrown(int threads) {
        try (var workers = new Workers(threads)) {
            assertThatThrownBy(() -> workers.run(20, k -> {
                        if (k == 4 || k >= 10) {
                            throw new IllegalStateException("task " + k);
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("task 4");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aFullHeapStaysAnError(int threads) {
        try (var workers = new Workers(threads)) {
            assertThatThrownBy(() -> workers.run(3, k -> {
                        throw new OutOfMemoryError("Java heap space");
                    }))
                    .isInstanceOf(OutOfMemoryError.class);
        }
    }
}
