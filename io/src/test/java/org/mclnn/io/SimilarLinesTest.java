package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarLinesTest {
    private static final List<String> DISTURBANCES = List.of(
            "%s  1.5",
            " %s", "%s ", "%s\t2.5", "%s\r", "%s,,3", ",%s", "%s,", "\"%s\"", "%s,1e+3", "%s \u00e9", "", "7");
    private static final byte NO_TEXT = 1;

    /** Lines alike for a while, then one that is different, then others. */
    private static List<String> lines(SplittableRandom random, char separator) {
        var lines = new ArrayList<String>();
        for (int run = 0; run < 40; run++) {
            int width = random.nextInt(10) == 0 ? random.nextInt(60, 300) : random.nextInt(1, 12);
            int count = random.nextInt(4) == 0 ? random.nextInt(300) : random.nextInt(5);
            for (int k = 0; k < count; k++) {
                lines.add(line(random, width, separator));
            }
            var other = DISTURBANCES.get(random.nextInt(DISTURBANCES.size()));
            lines.add(other.replace("%s", line(random, width, separator)));
        }
        return lines;
    }

    private static String line(SplittableRandom random, int width, char separator) {
        var fields = new String[width];
        Arrays.setAll(fields, k -> random.nextInt(5) == 0 ? "word" : Double.toString(random.nextDouble() - 0.5));
        return String.join(String.valueOf(separator), fields);
    }

    /** What they are by another way. */
    private static List<String> fields(String line, char separator) {
        if (separator == LineBlock.BLANKS) {
            return Stream.of(line.split("[ \t\r\f]+")).filter(f -> !f.isEmpty()).toList();
        }
        return Stream.of(line.split(String.valueOf(separator), -1))
                .map(f -> f.replaceAll("^[ \t\r\f]+|[ \t\r\f]+$", ""))
                .toList();
    }

    private static LineBlock found(List<String> lines, char separator, long columns) {
        var bytes = String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
        return NumeralsTogetherTest.found(bytes, separator, columns, false);
    }

    @ParameterizedTest
    @ValueSource(chars = {LineBlock.BLANKS, ',', ';'})
    void fieldsAreThoseOfEachLineByItself(char separator) {
        var random = new SplittableRandom(separator);
        for (int k = 0; k < 50; k++) {
            long columns = k % 2 == 0 ? LineBlock.ALL_COLUMNS : random.nextLong();
            var lines = lines(random, separator);
            lines.add("end");
            var block = found(lines, separator, columns);
            assertThat(block.lines).isEqualTo(lines.size());
            for (int line = 0; line < block.lines; line++) {
                var fields = fields(lines.get(line), separator);
                int first = block.firstField[line];
                assertThat(block.firstField[line + 1] - first)
                        .as(lines.get(line))
                        .isEqualTo(fields.size());
                for (int column = 0; column < fields.size(); column++) {
                    check(block, first + column, fields.get(column), block.isNumbered(column));
                }
            }
        }
    }

    private static void check(LineBlock block, int field, String text, boolean numbered) {
        int length = block.fieldTo[field] - block.fieldFrom[field];
        assertThat(new String(block.bytes, block.fieldFrom[field], length, StandardCharsets.ISO_8859_1))
                .isEqualTo(text);
        if (!numbered || !NumeralTest.check(text, block.number[field])) {
            assertThat(block.number[field]).isNaN();
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void aQuoteIsSeenAmongLinesAlike(char separator) {
        var random = new SplittableRandom(2);
        for (int k = 0; k < 50; k++) {
            var lines = new ArrayList<String>();
            for (int line = 0; line < 300; line++) {
                lines.add(line(random, 8, separator));
            }
            assertThat(found(lines, separator, LineBlock.ALL_COLUMNS).quoted).isFalse();
            lines.set(random.nextInt(300), '"' + line(random, 8, separator) + '"');
            assertThat(found(lines, separator, LineBlock.ALL_COLUMNS).quoted).isTrue();
        }
    }

    @Test
    void aByteThatIsNoTextIsFoundAmongLinesAlike() {
        var random = new SplittableRandom(3);
        for (int k = 0; k < 200; k++) {
            char separator = k % 2 == 0 ? LineBlock.BLANKS : ',';
            var text = new StringBuilder();
            for (int line = 0; line < 300; line++) {
                text.append(line(random, 8, separator)).append('\n');
            }
            var bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            int at = random.nextInt(bytes.length);
            bytes[at] = NO_TEXT;
            assertThat(NumeralsTogetherTest.found(bytes, separator, false).wrong)
                    .isEqualTo(at);
        }
    }
}
