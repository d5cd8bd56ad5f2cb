package org.mclnn.app.study;

import org.mclnn.training.Journal;
import org.mclnn.training.TrainingListener;

/**
 * What a piece of work has at hand.
 *
 * @param earlier findings of the pieces it needs, and of others that are done
 * @param threads change the time, never the numbers
 * @param listener hears how far a training is
 * @param journal of the piece, so that it can be stopped and gone on with
 */
public record Desk(Earlier earlier, int threads, TrainingListener listener, Journal journal) {
    /** Findings by the name of the piece. */
    public interface Earlier {
        /** @throws IllegalArgumentException if it is not done */
        Findings of(String piece);
    }

    /** Findings of a piece that this one needs. */
    public Findings findings(String piece) {
        return earlier.of(piece);
    }
}
