package org.mclnn.potential;

/**
 * The units of numbers, as they are printed; nothing is ever converted. An empty name is the reduced unit.
 *
 * @param length such as um
 * @param time such as s
 * @param mass such as kg
 * @param perMass whether masses are not known: all are 1, and V stands for V/m
 */
public record Units(String length, String time, String mass, boolean perMass) {
    /** Reduced units, masses known. */
    public static final Units REDUCED = new Units("", "", "", false);

    private static final String NONE = "reduced units";

    /** Units of lengths, times and masses that are known. */
    public Units(String length, String time, String mass) {
        this(length, time, mass, false);
    }

    /** These, and the other ones where these say nothing. */
    public Units orElse(Units other) {
        return new Units(
                length.isEmpty() ? other.length : length,
                time.isEmpty() ? other.time : time,
                mass.isEmpty() ? other.mass : mass,
                perMass);
    }

    /** Whether something has a unit in both, and not the same. */
    public boolean contradict(Units other) {
        return differ(length, other.length) || differ(time, other.time) || differ(mass, other.mass);
    }

    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    /** These, masses being known or not. */
    public Units perMass(boolean unknown) {
        return new Units(length, time, unknown ? "" : mass, unknown);
    }

    /** {@code 0.12 um}: a number of a length with its unit behind a blank; empty in reduced units. */
    public String behindLength() {
        return length.isEmpty() ? "" : " " + length;
    }

    /** {@code 3 s}: likewise of a time. */
    public String behindTime() {
        return time.isEmpty() ? "" : " " + time;
    }

    /** Likewise of V(r), or of V(r)/m. */
    public String behindEnergy() {
        return energy().isEmpty() ? "" : " " + energy();
    }

    /** {@code um}, or {@code reduced units}. */
    public String lengthWords() {
        return length.isEmpty() ? NONE : length;
    }

    /** Of V(r), or of V(r)/m where masses are not known: {@code um^2/s^2}, or {@code reduced units}. */
    public String energyWords() {
        return energy().isEmpty() ? NONE : energy();
    }

    /** Of F(r) = -V'(r), or of F/m: {@code um/s^2}, or {@code reduced units}. */
    public String forceWords() {
        return force().isEmpty() ? NONE : force();
    }

    /** As {@link #energyWords}; empty if not all that it is made of has a unit. */
    public String energy() {
        return product(2);
    }

    /** As {@link #forceWords}; empty if not all that it is made of has a unit. */
    public String force() {
        return product(1);
    }

    /** What stands behind V and F: {@code /m} where masses are not known. */
    public String behindSymbol() {
        return perMass ? "/m" : "";
    }

    /** Mass times length to a power over time squared. */
    private String product(int power) {
        if (length.isEmpty() || time.isEmpty() || (mass.isEmpty() && !perMass)) {
            return "";
        }
        return (mass.isEmpty() ? "" : mass + " ") + length + (power == 1 ? "" : "^" + power) + "/" + time + "^2";
    }
}
