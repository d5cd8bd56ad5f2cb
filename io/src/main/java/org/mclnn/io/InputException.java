package org.mclnn.io;

import java.nio.file.Path;

/** Input that cannot be used: which file, where in it, what is wrong and what to do about it. */
public final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of failure, for the exit code. */
    public enum Kind {
        /** The content is wrong. */
        BAD_DATA,
        /** There is no such file, or it cannot be opened. */
        NO_INPUT
    }

    private final Kind kind;

    private InputException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** A file that is missing, a directory, or not readable. */
    public static InputException noInput(Path file, String what, String remedy) {
        return new InputException(Kind.NO_INPUT, file + ": " + what + ". " + remedy);
    }

    /** Wrong content of the file as a whole. */
    public static InputException of(Path file, String what, String remedy) {
        return new InputException(Kind.BAD_DATA, file + ": " + what + ". " + remedy);
    }

    /** A file whose content cannot serve, for a reason that says what and why. */
    public static InputException unusable(String source, IllegalArgumentException reason) {
        return new InputException(Kind.BAD_DATA, source + ": " + reason.getMessage());
    }

    /** Wrong content at a line, counted from 1. */
    public static InputException at(Path file, long line, String what, String remedy) {
        return new InputException(Kind.BAD_DATA, file + ":" + line + ": " + what + ". " + remedy);
    }

    /** Wrong content at a line and column (field), counted from 1. */
    public static InputException at(Path file, long line, int column, String what, String remedy) {
        return new InputException(Kind.BAD_DATA, file + ":" + line + ":" + column + ": " + what + ". " + remedy);
    }

    public Kind kind() {
        return kind;
    }
}
