package org.mclnn.app.figure;

/**
 * One axis of a panel.
 *
 * @param label what it shows, with its unit; may have {@link Marks}
 * @param logarithmic whether it counts decades; values of zero and below are then left out
 * @param low where it begins; NaN: where the data do
 * @param high where it ends; NaN: where the data do
 * @param focused whether a steep end of the data is cut off that would press the rest flat; the panel says how far it goes
 * @param bare whether it has no marks and no numbers
 * @param counting whether it has marks at whole numbers only
 */
public record Axis(
        String label, boolean logarithmic, double low, double high, boolean focused, boolean bare, boolean counting) {
    /** @throws IllegalArgumentException for ends in the wrong order, or not positive on a logarithmic axis */
    public Axis {
        if (Double.isInfinite(low) || Double.isInfinite(high) || low >= high) {
            throw new IllegalArgumentException(
                    "the axis '" + label + "' must go from a number to a larger one, was " + low + " to " + high);
        }
        if (logarithmic && (low <= 0 || high <= 0)) {
            throw new IllegalArgumentException(
                    "the logarithmic axis '" + label + "' has positive numbers only, was " + low + " to " + high);
        }
        if (logarithmic && focused) {
            throw new IllegalArgumentException("the logarithmic axis '" + label + "' shows everything");
        }
    }

    public static Axis linear(String label) {
        return new Axis(label, false, Double.NaN, Double.NaN, false, false, false);
    }

    /** Marks at whole numbers only: of what is counted. */
    public static Axis counts(String label) {
        return new Axis(label, false, Double.NaN, Double.NaN, false, false, true);
    }

    /** Decades, with marks at 2 to 9 between them. */
    public static Axis log(String label) {
        return new Axis(label, true, Double.NaN, Double.NaN, false, false, false);
    }

    /** Begins here, whatever the data. */
    public Axis from(double value) {
        return new Axis(label, logarithmic, value, high, focused, bare, counting);
    }

    /** Ends here, whatever the data. */
    public Axis to(double value) {
        return new Axis(label, logarithmic, low, value, focused, bare, counting);
    }

    /** Cuts off a steep end of the data that would press the rest flat, and says in the panel how far it goes. */
    public Axis focus() {
        return new Axis(label, logarithmic, low, high, true, bare, counting);
    }

    /** Without marks and numbers: of shares, where only more and less counts. */
    public Axis withoutNumbers() {
        return new Axis(label, logarithmic, low, high, focused, true, counting);
    }
}
