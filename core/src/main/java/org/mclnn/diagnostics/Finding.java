package org.mclnn.diagnostics;

/**
 * What one look at a trajectory found.
 *
 * @param says one sentence without a full stop
 * @param remedy what to do about it; empty where there is nothing to do
 */
public record Finding(Verdict verdict, String says, String remedy) {
    static Finding ok(String says) {
        return new Finding(Verdict.OK, says, "");
    }

    static Finding warning(String says, String remedy) {
        return new Finding(Verdict.WARNING, says, remedy);
    }

    static Finding stop(String says, String remedy) {
        return new Finding(Verdict.STOP, says, remedy);
    }

    /** The same where it is no reason to stop. */
    Finding atMostWarning() {
        return verdict == Verdict.STOP ? warning(says, remedy) : this;
    }
}
