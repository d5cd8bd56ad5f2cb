package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpooledFramesTest {
    @Test
    void framesInAFileAreThoseInMemory() throws Exception {
        for (boolean moving : new boolean[] {false, true}) {
            var random = new SplittableRandom(3);
            var inMemory = new SpooledFrames(Long.MAX_VALUE);
            var inFile = new SpooledFrames(40_000); // after a few frames
            for (int k = 0; k < 200; k++) {
                int particles = k < 50 ? 101 : 130; // some are met later
                var q = random.doubles(3L * particles).toArray();
                var v = random.doubles(3L * particles).toArray();
                int missing = k % 3 == 0 ? 0 : random.nextInt(particles);
                for (int i = 0; i < missing; i++) {
                    Arrays.fill(q, 3 * i, 3 * i + 3, Double.NaN);
                }
                for (var frames : new SpooledFrames[] {inMemory, inFile}) {
                    frames.add(k, q, moving ? v : new double[0], q.length);
                }
                if (k % 20 == 7) { // reading between writing
                    assertThat(inFile.positions(k / 2)).isEqualTo(inMemory.positions(k / 2));
                }
            }
            assertThat(inFile.count()).isEqualTo(200);
            assertThat(inFile.haveVelocities()).isEqualTo(moving);
            IntStream.range(0, 200).parallel().forEach(k -> {
                assertThat(inFile.positions(k)).isEqualTo(inMemory.positions(k));
                if (moving) {
                    assertThat(inFile.velocities(k)).isEqualTo(inMemory.velocities(k));
                }
                assertThat(inFile.seen(k)).isEqualTo(inMemory.seen(k));
                for (int i = 0; i < 140; i++) {
                    assertThat(inFile.isSeen(k, i)).isEqualTo(inMemory.isSeen(k, i));
                }
            });
        }
    }
}
