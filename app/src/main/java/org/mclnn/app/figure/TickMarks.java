package org.mclnn.app.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mclnn.app.chart.Ticks;

/**
 * Where an axis has its marks, and what stands at them.
 *
 * @param labels beside the long marks; empty: none
 * @param factor what all numbers are to be multiplied with, written once; empty: nothing
 */
record TickMarks(List<Double> major, List<String> labels, List<Double> minor, String factor) {
    static final TickMarks NONE = new TickMarks(List.of(), List.of(), List.of(), "");
    private static final double EDGE = 1e-9;
    private static final int FULL = 5; // numbers that are enough within a decade
    private static final int MANY_DECADES = 6;

    TickMarks {
        major = List.copyOf(major);
        labels = List.copyOf(labels);
        minor = List.copyOf(minor);
    }

    /** Round numbers, about {@code wanted} of them, and marks between them. */
    static TickMarks linear(double low, double high, int wanted) {
        var round = Ticks.of(low, high, wanted);
        double largest = Math.max(Math.abs(low), Math.abs(high));
        int exponent = exponent(largest);
        boolean factored = largest >= 1e5 || round.step() < 1e-4;
        double unit = factored ? power(exponent) : 1;
        var labels = new ArrayList<String>();
        for (double value : round.values()) {
            labels.add(number(value / unit, round.step() / unit));
        }
        int parts = leading(round.step()) == 2 ? 4 : 5;
        double fine = round.step() / parts;
        var minor = new ArrayList<Double>();
        long last = (long) Math.floor(high / fine + EDGE);
        for (long k = (long) Math.ceil(low / fine - EDGE); k <= last; k++) {
            if (k % parts != 0) {
                minor.add(k * fine);
            }
        }
        return new TickMarks(round.values(), labels, minor, factored ? "×10^{" + signed(exponent) + "}" : "");
    }

    /** As {@link #linear}, at whole numbers only. */
    static TickMarks counts(double low, double high, int wanted) {
        var marks = linear(low, high, Math.min(wanted, Math.max(1, (int) (high - low))));
        var whole = marks.minor.stream()
                .filter(x -> Math.abs(x - Math.rint(x)) < EDGE)
                .toList();
        return new TickMarks(marks.major, marks.labels, whole, marks.factor);
    }

    /**
     * Powers of ten, or every second, fifth, ... of them if there are more than {@code wanted}; 1, 2 and 5 times powers of ten where there
     * are fewer than two. Between them marks at 2 to 9, or at the powers left out.
     */
    static TickMarks decades(double low, double high, int wanted) {
        int first = (int) Math.ceil(StrictMath.log10(low) - EDGE);
        int last = (int) Math.floor(StrictMath.log10(high) + EDGE);
        if (last - first < 1) {
            return withinDecades(low, high, wanted);
        }
        int every = every(first, last, wanted);
        var major = new ArrayList<Double>();
        var labels = new ArrayList<String>();
        var minor = new ArrayList<Double>();
        for (int e = first - 1; e <= last; e++) {
            double power = power(e);
            if (Math.floorMod(e, every) == 0 && e >= first) {
                major.add(power);
                labels.add("10^{" + signed(e) + "}");
            } else if (e >= first) {
                minor.add(power);
            }
            if (every == 1 && last - first <= MANY_DECADES) {
                for (int d = 2; d <= 9; d++) {
                    if (d * power >= low && d * power <= high) {
                        minor.add(d * power);
                    }
                }
            }
        }
        return new TickMarks(major, labels, minor, "");
    }

    private static int every(int first, int last, int wanted) {
        for (int every : new int[] {1, 2, 3, 4, 5, 10, 20, 50, 100}) {
            int count = Math.floorDiv(last, every) - Math.floorDiv(first - 1, every);
            if (count <= Math.max(2, wanted)) {
                return every;
            }
        }
        return 200;
    }

    private static TickMarks withinDecades(double low, double high, int wanted) {
        int first = (int) Math.floor(StrictMath.log10(low) - EDGE);
        int last = (int) Math.floor(StrictMath.log10(high) + EDGE);
        for (var digits : new int[][] {{1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 5, 7}, {1, 2, 5}, {1, 3}, {2, 5}, {1}}) {
            var major = new ArrayList<Double>();
            var labels = new ArrayList<String>();
            var minor = new ArrayList<Double>();
            for (int e = first; e <= last; e++) {
                double power = power(e);
                for (int d = 1; d <= 9; d++) {
                    double value = d * power;
                    if (value < low * (1 - EDGE) || value > high * (1 + EDGE)) {
                        continue;
                    }
                    if (contains(digits, d)) {
                        major.add(value);
                        labels.add(small(d, e));
                    } else {
                        minor.add(value);
                    }
                }
            }
            if (major.size() <= Math.max(3, Math.min(FULL, wanted)) && major.size() >= 2) {
                return new TickMarks(major, labels, minor, "");
            }
        }
        return linear(low, high, wanted);
    }

    private static boolean contains(int[] digits, int wanted) {
        for (int d : digits) {
            if (d == wanted) {
                return true;
            }
        }
        return false;
    }

    private static String small(int digit, int exponent) {
        if (exponent >= 0 && exponent <= 3) {
            return digit + "0".repeat(exponent);
        }
        if (exponent < 0 && exponent >= -2) {
            return "0." + "0".repeat(-exponent - 1) + digit;
        }
        return digit == 1 ? "10^{" + signed(exponent) + "}" : digit + "×10^{" + signed(exponent) + "}";
    }

    /** With as many digits as the step needs, and a true minus sign. */
    private static String number(double value, double step) {
        int digits = Math.max(0, (int) -Math.floor(StrictMath.log10(step) + EDGE));
        double shown = Math.abs(value) < step / 2 ? 0.0 : value; // no minus zero
        return String.format(Locale.ROOT, "%." + digits + "f", shown).replace('-', '−');
    }

    private static String signed(int exponent) {
        return String.valueOf(exponent).replace('-', '−');
    }

    /** The nearest number to this power of ten, which a power function need not give. */
    private static double power(int exponent) {
        return Double.parseDouble("1e" + exponent);
    }

    private static int exponent(double value) {
        return value > 0 ? (int) Math.floor(StrictMath.log10(value) + EDGE) : 0;
    }

    private static int leading(double step) {
        return (int) Math.rint(step / power(exponent(step)));
    }

    /** The widest label, in pixels. */
    double width() {
        return labels.stream()
                .mapToDouble(text -> Words.width(text, Look.SMALL))
                .max()
                .orElse(0);
    }

    /** Whether the numbers have room beside each other. */
    boolean fits(Span span, double length, boolean logarithmic, double apart) {
        double end = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < labels.size(); k++) {
            double half = 0.5 * Words.width(labels.get(k), Look.SMALL);
            double at = length * span.share(major.get(k), logarithmic);
            if (at - half < end + apart) {
                return false;
            }
            end = at + half;
        }
        return true;
    }
}
