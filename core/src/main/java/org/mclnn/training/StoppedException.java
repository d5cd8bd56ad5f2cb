package org.mclnn.training;

/** A training that was stopped on request, after its state had been kept. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException(TrainingState state) {
        super("stopped " + state.where());
    }
}
