package org.mclnn.app.paper;

import org.mclnn.app.page.Verdict;

/**
 * A claim of the paper and what came of it.
 *
 * @param value what came out, in words and numbers
 * @param reason for the verdict
 */
record Claim(Question question, String value, Verdict verdict, String reason) {
    /**
     * What is asked.
     *
     * @param number as the facts of the paper are counted here, 1 to 8
     * @param title in a few words
     * @param claim what the paper says
     * @param measure what is measured
     * @param threshold fixed before the experiment is run
     */
    record Question(int number, String title, String claim, String measure, String threshold) {
        Claim settled(String value, boolean holds, String reason) {
            return new Claim(this, value, holds ? Verdict.HOLDS : Verdict.FAILS, reason);
        }

        Claim leftOut() {
            return new Claim(this, "not measured", Verdict.UNDECIDED, "Its experiments were left out of this run.");
        }
    }
}
