package org.mclnn.app.cli;

/** What the process tells its caller; the numbers of sysexits.h where there is one. */
public final class ExitCode {
    public static final int OK = 0;
    /** A rollout or a simulation left the numbers. */
    public static final int DIVERGED = 3;
    /** The command line is wrong. */
    public static final int USAGE = 64;
    /** The content of an input is wrong. */
    public static final int BAD_DATA = 65;
    /** An input is not there or cannot be opened. */
    public static final int NO_INPUT = 66;
    /** The launcher found no JDK or no Maven, or could not build. */
    public static final int UNAVAILABLE = 69;
    /** A fault of ours. */
    public static final int BUG = 70;
    /** An output cannot be created. */
    public static final int CANNOT_CREATE = 73;
    /** Reading or writing failed on the way, for instance on a full disk. */
    public static final int IO = 74;
    /** Stopped on request. */
    public static final int INTERRUPTED = 75;
    /** A file of settings is wrong. */
    public static final int CONFIG = 78;

    private ExitCode() {}
}
