package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalTest {
    /** Compares with the JDK; whether it was decided here. */
    private static boolean check(long digits, int exponent) {
        double found = Decimal.of(digits, exponent);
        if (Double.isNaN(found)) {
            return false;
        }
        double expected = Double.parseDouble(digits + "e" + exponent);
        assertThat(found).as("%de%d", digits, exponent).isEqualTo(expected);
        return true;
    }

    @Test
    void digitsTimesAPowerOfTenAreRoundedToTheNearestDouble() {
        var random = new SplittableRandom(5);
        int decided = 0;
        for (int k = 0; k < 300_000; k++) {
            long digits = random.nextLong(1_000_000_000_000_000_000L) >>> random.nextInt(60);
            decided += check(digits, random.nextInt(-60, 61)) ? 1 : 0;
        }
        assertThat(decided).isGreaterThan(299_000); // seen: all
    }

    @Test
    void shortestTextsOfDoublesComeBack() {
        var random = new SplittableRandom(6);
        for (int k = 0; k < 300_000; k++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-12, 13));
            var exact = new BigDecimal(Double.toString(Math.abs(value)));
            long digits = exact.unscaledValue().longValueExact();
            assertThat(Decimal.of(digits, -exact.scale())).isEqualTo(Math.abs(value));
        }
    }

    @Test
    void halfWayCasesGoToTheEvenDouble() {
        var random = new SplittableRandom(7);
        for (int k = 0; k < 100_000; k++) {
            long odd = (1L << 53) + 1 + 2 * random.nextLong(1L << 52); // between two doubles
            for (long near = odd - 1; near <= odd + 1; near++) {
                check(near, 0);
            }
        }
        for (int exponent = -60; exponent <= 60; exponent++) {
            for (long digits :
                    new long[] {0, 1, 9, (1L << 53) - 1, 1L << 53, (1L << 53) + 1, 999_999_999_999_999_999L}) {
                check(digits, exponent);
            }
        }
    }

    @Test
    void numbersInLinesAreThoseOfTheJdk() throws Exception {
        var random = new SplittableRandom(8);
        var cursor = new Cursor(Path.of("a"));
        var forms = new String[] {"%.17g", "%.6f", "%.12g", "%e", "%+.3e", "%.0f", "%.20f", "%.25e"};
        for (int k = 0; k < 100_000; k++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-20, 21));
            var text = k % 9 == 8 ? Double.toString(value) : String.format(Locale.ROOT, forms[k % 9], value);
            var fields = new Fields().split("H " + text + " 7");
            assertThat(fields.number(1, "x", cursor)).as(text).isEqualTo(Double.parseDouble(text));
            assertThat(fields.text(1)).isEqualTo(text);
        }
    }
}
