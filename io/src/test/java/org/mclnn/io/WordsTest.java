package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void aWordKeepsItsNumberWhereverItStands() {
        var random = new SplittableRandom(2);
        var words = new Words();
        var numbers = new HashMap<String, Integer>();
        var all = new String[300];
        for (int k = 0; k < all.length; k++) {
            var text = new StringBuilder();
            int length = random.nextInt(13);
            for (int c = 0; c < length; c++) {
                text.append((char) ('a' + random.nextInt(2)));
            }
            all[k] = text.toString();
        }
        for (int k = 0; k < 50_000; k++) {
            // in the same order as the last time, and not
            var word = all[random.nextInt(5) == 0 ? random.nextInt(all.length) : k % all.length];
            var line = ("b" + word + "a".repeat(random.nextInt(12))).getBytes(StandardCharsets.US_ASCII);
            int number = words.number(line, 1, 1 + word.length());
            assertThat(numbers.computeIfAbsent(word, w -> numbers.size())).isEqualTo(number);
            assertThat(words.text(number)).isEqualTo(word);
        }
        assertThat(words.count()).isEqualTo(numbers.size());
    }
}
