package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumeralsTogetherTest {
    private static final String OTHERS = ".-+eE:/,x~\u00e9\u00ff";

    /** What these texts are as the fields of one line: the same together as one after the other. */
    private static double[] numbers(List<String> texts) {
        var together = numbers(texts, true);
        var single = numbers(texts, false);
        for (int k = 0; k < texts.size(); k++) {
            if (!Double.isNaN(single[k])) {
                assertThat(together[k]).as(texts.get(k)).isEqualTo(single[k]);
            }
        }
        return together;
    }

    private static double[] numbers(List<String> texts, boolean large) {
        var block = found(String.join(" ", texts).getBytes(StandardCharsets.ISO_8859_1), LineBlock.BLANKS, large);
        assertThat(block.firstField[1]).isEqualTo(texts.size());
        return Arrays.copyOf(block.number, texts.size());
    }

    static LineBlock found(byte[] bytes, char separator, boolean large) {
        return found(bytes, separator, LineBlock.ALL_COLUMNS, large);
    }

    static LineBlock found(byte[] bytes, char separator, long columns, boolean large) {
        var block = new LineBlock(large);
        block.bytes = Arrays.copyOf(bytes, bytes.length + LineBlock.PADDING);
        block.clear(separator, columns);
        block.hold(0, bytes.length);
        block.find();
        return block;
    }

    @Test
    void textsAreTheNumbersOfTheJdkOrNone() {
        var random = new SplittableRandom(4);
        int found = 0;
        for (int k = 0; k < 2000; k++) {
            var texts = new ArrayList<String>();
            int other = random.nextInt(8, 40);
            int count = random.nextInt(1, 1000);
            for (int i = 0; i < count; i++) {
                texts.add(NumeralTest.text(random, random.nextInt(1, 27), OTHERS, other));
            }
            var numbers = numbers(texts);
            for (int i = 0; i < texts.size(); i++) {
                found += NumeralTest.check(texts.get(i), numbers[i]) ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThan(400_000); // seen: 468,430
    }

    @Test
    void doublesComeBackFromTheirShortestAndOtherTexts() {
        var random = new SplittableRandom(5);
        for (int k = 0; k < 1000; k++) {
            var texts = new ArrayList<String>();
            for (int i = 0; i < 300; i++) {
                double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-3, 8));
                int decimals = random.nextInt(19);
                texts.add(
                        i % 2 == 0
                                ? new BigDecimal(Double.toString(value)).toPlainString()
                                : String.format(Locale.ROOT, "%." + decimals + "f", value));
            }
            var numbers = numbers(texts);
            for (int i = 0; i < texts.size(); i++) {
                NumeralTest.check(texts.get(i), numbers[i]);
            }
        }
    }

    @Test
    void numbersOfFewBitsAreExact() {
        var texts = new ArrayList<String>();
        for (long whole = 1L << 22; whole < 1L << 23; whole += 4093) {
            for (long odd = 1; odd < 1024; odd += 100) {
                var part = BigDecimal.valueOf(odd).divide(BigDecimal.valueOf(1024));
                texts.add(BigDecimal.valueOf(whole).add(part).toPlainString());
            }
        }
        var numbers = numbers(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(numbers[i]).as(texts.get(i)).isEqualTo(Double.parseDouble(texts.get(i)));
        }
    }

    @Test
    void zeroKeepsItsSign() {
        for (double value : numbers(NumeralTest.ZEROS)) {
            assertThat(1.0 / value).isEqualTo(Double.NEGATIVE_INFINITY);
        }
    }

    @Test
    void fieldsOfAnyBytesAreTheSameWhereverPiecesEnd() {
        var random = new SplittableRandom(6);
        var some = (NumeralTest.DIGITS + NumeralTest.DIGITS + OTHERS + " ,\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int k = 0; k < 10; k++) {
            var bytes = new byte[random.nextInt(1, 200_000)];
            for (int c = 0; c < bytes.length; c++) {
                bytes[c] = some[random.nextInt(some.length)];
            }
            for (char separator : new char[] {LineBlock.BLANKS, ','}) {
                var block = found(bytes, separator, true);
                var single = found(bytes, separator, false);
                int fields = block.firstField[block.lines];
                assertThat(fields).isEqualTo(single.firstField[single.lines]).isGreaterThan(0);
                for (int i = 0; i < fields; i++) {
                    int begin = block.fieldFrom[i];
                    var text = new String(bytes, begin, block.fieldTo[i] - begin, StandardCharsets.ISO_8859_1);
                    assertThat(single.fieldFrom[i]).isEqualTo(begin);
                    assertThat(text).doesNotContain("\n", separator == ',' ? "," : " ");
                    NumeralTest.check(text, block.number[i]);
                }
            }
        }
    }
}
