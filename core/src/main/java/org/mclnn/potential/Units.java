package org.mclnn.potential;

/**
 * The units of a trajectory's numbers, as they are printed; nothing is ever converted. An empty name is the reduced unit.
 *
 * @param length such as um
 * @param time such as s
 * @param mass such as kg; empty also where masses are not known and V stands for V/m
 */
public record Units(String length, String time, String mass) {
    /** Reduced units. */
    public static final Units REDUCED = new Units("", "", "");

    /** Whether there is nothing to print. */
    public boolean areReduced() {
        return length.isEmpty() && time.isEmpty() && mass.isEmpty();
    }

    /** These, and the other ones where these say nothing. */
    public Units orElse(Units other) {
        return new Units(
                length.isEmpty() ? other.length : length,
                time.isEmpty() ? other.time : time,
                mass.isEmpty() ? other.mass : mass);
    }

    /** Of V(r), or of V(r)/m where the mass has no unit: {@code um^2/s^2}; empty if not both length and time have one. */
    public String energy() {
        return product(2);
    }

    /** Of F(r) = -V'(r), or of F/m: {@code um/s^2}; empty if not both length and time have one. */
    public String force() {
        return product(1);
    }

    /** Mass times length to a power over time squared. */
    private String product(int power) {
        if (length.isEmpty() || time.isEmpty()) {
            return "";
        }
        return (mass.isEmpty() ? "" : mass + " ") + length + (power == 1 ? "" : "^" + power) + "/" + time + "^2";
    }
}
