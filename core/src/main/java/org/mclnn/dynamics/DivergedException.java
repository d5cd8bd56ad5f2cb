package org.mclnn.dynamics;

/** A rollout or simulation that left the numbers: what happened, when, to which pair, at which distance. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DivergedException(String message) {
        super(message);
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
