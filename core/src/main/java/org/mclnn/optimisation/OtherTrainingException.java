package org.mclnn.optimisation;

/** A saved state that is not of the training that was to go on from it. */
public final class OtherTrainingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public OtherTrainingException(String why) {
        super("what was saved is of another training: " + why);
    }
}
