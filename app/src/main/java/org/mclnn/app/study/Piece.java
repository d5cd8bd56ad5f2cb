package org.mclnn.app.study;

import java.util.List;

/**
 * One piece of a study.
 *
 * @param name of letters, digits, dots and hyphens: the name of its file
 * @param title what is done, in a few words
 * @param inputs everything it depends on beside earlier pieces and the program: options, seeds, sizes
 * @param needs names of the earlier pieces whose findings it uses
 * @param seconds what it takes on two cores, roughly
 */
public record Piece(String name, String title, String inputs, List<String> needs, double seconds, Work work) {
    public Piece {
        needs = List.copyOf(needs);
    }

    /** What is to be done. */
    @FunctionalInterface
    public interface Work {
        Findings run(Desk desk);
    }
}
