package org.mclnn.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round numbers along an axis: 1, 2 or 5 times a power of ten apart. */
public record Ticks(double step, List<Double> values) {
    /** How much closer than wanted ticks may stand. */
    private static final double ENOUGH = 0.8;

    public Ticks {
        values = List.copyOf(values);
    }

    /** About {@code wanted} ticks from {@code low} to {@code high}. */
    public static Ticks of(double low, double high, int wanted) {
        double raw = (high - low) / Math.max(1, wanted);
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(raw)));
        double step = 10 * power;
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= ENOUGH * raw) {
                step = factor * power;
                break;
            }
        }
        var values = new ArrayList<Double>();
        long last = (long) Math.floor(high / step + 1e-9);
        for (long k = (long) Math.ceil(low / step - 1e-9); k <= last; k++) {
            values.add(k * step);
        }
        return new Ticks(step, values);
    }

    /** The value with as many digits as the step needs. */
    public String label(double value) {
        double largest = values.stream().mapToDouble(Math::abs).max().orElse(0.0);
        if (largest >= 1e5 || step < 1e-4) {
            return Math.abs(value) < step / 2 ? "0" : String.format(Locale.ROOT, "%.1e", value);
        }
        int digits = Math.max(0, (int) -Math.floor(StrictMath.log10(step) + 1e-9));
        double shown = Math.abs(value) < step / 2 ? 0.0 : value; // no minus zero
        return String.format(Locale.ROOT, "%." + digits + "f", shown);
    }
}
