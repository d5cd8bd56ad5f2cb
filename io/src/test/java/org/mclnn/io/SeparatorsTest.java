package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparatorsTest {
    private static boolean wanted(byte b, char separator) {
        return b == separator || (b >= 0 && b < ' ');
    }

    @ParameterizedTest
    @ValueSource(chars = {' ', '\t', ',', ';', '\n', '|'})
    void allPlacesAreFoundInTheirOrder(char separator) {
        var random = new SplittableRandom(separator);
        var separators = new Separators();
        for (int k = 0; k < 3000; k++) {
            var bytes = new byte[random.nextInt(1, 400) + Separators.PADDING];
            int often = random.nextInt(1, 20); // from nothing else to rare
            for (int c = 0; c < bytes.length; c++) {
                bytes[c] = (byte) (random.nextInt(often) == 0 ? separator : random.nextInt(256));
            }
            int end = bytes.length - Separators.PADDING;
            int begin = random.nextInt(end);
            separators.find(bytes, begin, end, separator);
            var found = IntStream.of(separators.at).limit(separators.count).toArray();
            assertThat(IntStream.of(found).filter(at -> wanted(bytes[at], separator)))
                    .containsExactlyElementsOf(IntStream.range(begin, end)
                            .filter(at -> wanted(bytes[at], separator))
                            .boxed()
                            .toList());
            assertThat(found).isSorted().doesNotHaveDuplicates();
            for (int at : found) {
                assertThat(at).isBetween(begin, end - 1);
                assertThat(wanted(bytes[at], separator) || (bytes[at] >= 0 && bytes[at] < '-'))
                        .isTrue();
            }
        }
    }
}
