package org.mclnn.dynamics;

import java.util.List;

/** A rollout or simulation that left the numbers: what happened, when, to which pair, at which distance. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private int first = -1; // the pair, where it is one of a single frame
    private int second = -1;
    private double distance;

    public DivergedException(String message) {
        super(message);
    }

    /** Two particles at one place, or so far apart that it is no number. */
    static DivergedException of(int first, int second, double distance) {
        var met = new DivergedException(Pairs.describe(first + "", second + "", distance));
        met.first = first;
        met.second = second;
        met.distance = distance;
        return met;
    }

    /** What happened, particles by their names where it is about two of them. */
    public String naming(List<String> labels) {
        return first < 0
                ? String.valueOf(getMessage())
                : Pairs.describe(labels.get(first), labels.get(second), distance);
    }

    /** The same with the moment put before it. */
    public DivergedException at(String moment) {
        return saying(moment + ": " + getMessage());
    }

    /** The same with what to do put behind it. */
    public DivergedException advising(String remedy) {
        return saying(getMessage() + ". " + remedy);
    }

    private DivergedException saying(String message) {
        var said = new DivergedException(message);
        said.initCause(this);
        return said;
    }
}
