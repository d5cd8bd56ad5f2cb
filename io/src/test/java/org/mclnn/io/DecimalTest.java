package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecimalTest {
    @TempDir
    Path folder;

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

    @Test
    void numbersAreTakenOnlyWhereTheyAreSome() throws Exception {
        var cursor = new Cursor(Path.of("a"));
        for (var text : new String[] {
            "-",
            "+",
            ".",
            "-.",
            "e5",
            "1e",
            "1e+",
            "+-1",
            "1.2.3",
            "1.12345678:",
            "1.1234567/",
            "12345678x",
            "0x10",
            "1.5\u00e9",
            "--1",
            "1e5.5",
            "NaN",
            "1f",
            "1_0",
            "0." + "0".repeat(9990) + "1e20000",
            "1e400"
        }) {
            for (char separator : new char[] {LineBlock.BLANKS, ','}) {
                assertThat(assertThrows(
                                InputException.class,
                                () -> field(text, separator).number(1, "x", cursor)))
                        .as(text)
                        .hasMessageContaining("x");
                assertThat(field(text, separator).isNumber(1)).as(text).isFalse();
            }
        }
    }

    @Test
    void numbersOfAllLengthsAreRight() throws Exception {
        var cursor = new Cursor(Path.of("a"));
        var random = new SplittableRandom(9);
        var texts = new ArrayList<>(List.of(
                "1.",
                ".5",
                "-0",
                "+7",
                "-.5e-3",
                "007",
                "1E5",
                "0.000000000000000000",
                "1e-400",
                "0." + "0".repeat(9999) + "5e10001",
                "0".repeat(30) + "1.5"));
        for (int digits = 1; digits < 40; digits++) {
            for (int zeros = 0; zeros < 20; zeros++) {
                var text = new StringBuilder("0.").append("0".repeat(zeros));
                for (int k = 0; k < digits; k++) {
                    text.append((char) ('0' + random.nextInt(10)));
                }
                texts.add(text.toString());
                texts.add(text.reverse() + "e-5");
            }
        }
        for (var text : texts) {
            for (char separator : new char[] {LineBlock.BLANKS, ','}) {
                assertThat(field(text, separator).number(1, "x", cursor))
                        .as(text)
                        .isEqualTo(Double.parseDouble(text));
            }
        }
    }

    @Test
    void numbersInColumnsThatWereNotAskedForAreFoundToo() throws Exception {
        var cursor = new Cursor(Path.of("a"));
        var row = "0.5 1.25 -7 1e3 ".repeat(20).strip();
        var file = Files.writeString(folder.resolve("b.txt"), (row + "\n").repeat(2000));
        for (long columns :
                new long[] {0, 2, LineBlock.columns(new int[] {-1, 3}, new int[] {70}), LineBlock.ALL_COLUMNS}) {
            try (var lines = new TextLines(file, LineBlock.BLANKS)) {
                lines.numbersIn(columns);
                while (lines.next()) {
                    var fields = new Fields().split(lines);
                    for (int k = 0; k < 80; k++) {
                        double expected = new double[] {0.5, 1.25, -7, 1000}[k % 4];
                        assertThat(fields.number(k, "x", cursor)).isEqualTo(expected);
                    }
                }
                assertThat(lines.cursor().line()).isEqualTo(2000);
            }
        }
    }

    /** Between two others in a line of its own. */
    private Fields field(String text, char separator) throws Exception {
        var file = Files.writeString(folder.resolve("a.txt"), "H" + separator + text + separator + "7");
        try (var lines = new TextLines(file, separator)) {
            assertThat(lines.next()).isTrue();
            return new Fields().split(lines, separator);
        }
    }
}
