package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NumeralTest {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    static final List<String> ZEROS = List.of("-0", "-0.0", "-.0", "-0.00000000000000000", "-0e5");
    static final String DIGITS = "0123456789";
    private static final String OTHERS = ".-+eE:/, x\u0001";

    /** Among other bytes, which must not matter. */
    private static double of(String text, char around) {
        var bytes = new byte[5 + text.length() + 5];
        Arrays.fill(bytes, (byte) around);
        var middle = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(middle, 0, bytes, 5, middle.length);
        return Numeral.of(bytes, 5, 5 + middle.length);
    }

    @Test
    void textsAreTheNumbersOfTheJdkOrNone() {
        var random = new SplittableRandom(3);
        int numbers = 0;
        for (int k = 0; k < 400_000; k++) {
            var text = text(random, random.nextInt(27), OTHERS, 12);
            for (char around : new char[] {' ', '9', '.', 'e', '-'}) {
                numbers += check(text, of(text, around)) ? 1 : 0;
            }
        }
        assertThat(numbers).isGreaterThan(700_000); // seen: 716,860
    }

    /** Digits, one of so many another character. */
    static String text(SplittableRandom random, int length, String others, int often) {
        var text = new StringBuilder();
        for (int c = 0; c < length; c++) {
            var from = random.nextInt(often) == 0 ? others : DIGITS;
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }

    /** Whether it is a number that is certain; fails where the JDK takes it for another, or for none. */
    static boolean check(String text, double value) {
        if (!NUMBER.matcher(text).matches()) {
            assertThat(value).as(text).isNaN();
            return false;
        }
        if (Double.isNaN(value)) {
            boolean usual =
                    text.chars().filter(Character::isDigit).count() <= Decimal.MOST_DIGITS && !text.contains("e");
            assertThat(usual && !text.contains("E")).as(text).isFalse();
            return false;
        }
        assertThat(value).as(text).isEqualTo(Double.parseDouble(text));
        return true;
    }

    @Test
    void zeroKeepsItsSign() {
        for (var text : ZEROS) {
            assertThat(1.0 / of(text, ' ')).as(text).isEqualTo(Double.NEGATIVE_INFINITY);
        }
    }
}
