package org.mclnn.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.mclnn.app.config.ConfigException;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.io.InputException;

/** What to say about something thrown, and the exit code for it. */
record Failure(int code, String message) {

    static Failure of(Throwable thrown) {
        var e = unwrap(thrown);
        if (e instanceof UsageException) {
            return new Failure(ExitCode.USAGE, message(e));
        }
        if (e instanceof ConfigException config) {
            return new Failure(config.inFile() ? ExitCode.CONFIG : ExitCode.USAGE, message(e));
        }
        if (e instanceof InputException input) {
            int code = input.kind() == InputException.Kind.NO_INPUT ? ExitCode.NO_INPUT : ExitCode.BAD_DATA;
            return new Failure(code, message(e));
        }
        if (e instanceof DivergedException) {
            return new Failure(ExitCode.DIVERGED, message(e));
        }
        if (e instanceof InvalidPathException path) {
            return new Failure(ExitCode.USAGE, describe(path));
        }
        if (e instanceof CannotCreateException) {
            return new Failure(ExitCode.CANNOT_CREATE, message(e));
        }
        if (e instanceof NoSuchFileException io) {
            return new Failure(ExitCode.NO_INPUT, describe(io));
        }
        if (e instanceof IOException io) {
            return new Failure(ExitCode.IO, describe(io));
        }
        if (e instanceof InterruptedException || e instanceof CancellationException) {
            return new Failure(ExitCode.INTERRUPTED, "interrupted");
        }
        if (e instanceof OutOfMemoryError) {
            return new Failure(
                    ExitCode.BUG, "out of memory. Give more with MCLNN_JAVA_OPTS=-Xmx8g, or use less data at a time.");
        }
        if (e instanceof IllegalArgumentException && thrownByUs(e)) {
            return new Failure(ExitCode.BAD_DATA, message(e));
        }
        return new Failure(
                ExitCode.BUG,
                "internal error: " + e.getClass().getSimpleName() + ": " + message(e)
                        + ". Run again with --debug for the trace.");
    }

    /** Our argument checks speak about the user's data in whole sentences; those of the JDK and of libraries do not. */
    private static boolean thrownByUs(Throwable e) {
        var trace = e.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("org.mclnn.");
    }

    private static Throwable unwrap(Throwable thrown) {
        var e = thrown;
        for (var cause = e.getCause(); cause != null && isWrapper(e); cause = e.getCause()) {
            e = cause;
        }
        return e;
    }

    private static boolean isWrapper(Throwable e) {
        return e instanceof UncheckedIOException
                || e instanceof ExecutionException
                || e instanceof CompletionException
                || e instanceof picocli.CommandLine.ExecutionException;
    }

    /** A name with letters that the locale of the process does not have is the usual case. */
    static String describe(InvalidPathException e) {
        boolean foreign = !e.getInput().chars().allMatch(c -> c < 0x80);
        return "'" + e.getInput() + "' cannot be the name of a file here (" + e.getReason() + "). "
                + (foreign
                        ? "The language of this shell lacks letters of it: set LC_ALL=C.UTF-8"
                        : "Give another name");
    }

    /** The exceptions of java.nio.file carry the file name only. */
    static String describe(IOException e) {
        if (e instanceof FileSystemException file && file.getReason() == null) {
            if (e instanceof NoSuchFileException) {
                return file.getFile() + ": no such file or folder";
            }
            if (e instanceof AccessDeniedException) {
                return file.getFile() + ": permission denied";
            }
            if (e instanceof FileAlreadyExistsException) {
                return file.getFile() + ": exists already";
            }
        }
        return message(e);
    }

    private static String message(Throwable e) {
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
