package org.mclnn.diagnostics;

/** What follows from a finding; in ascending order of how bad it is. */
public enum Verdict {
    /** Nothing stands in the way. */
    OK,
    /** A law can be learned, with a doubt or a remedy that is worth knowing. */
    WARNING,
    /** No law can be learned from this as it is. */
    STOP
}
