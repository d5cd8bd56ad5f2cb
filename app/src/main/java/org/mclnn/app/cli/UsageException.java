package org.mclnn.app.cli;

import java.util.function.Supplier;

/** A command line that asks for something impossible. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to write instead; whole sentences */
    public UsageException(String message) {
        super(message);
    }

    private UsageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What {@code make} returns; its {@link IllegalArgumentException} becomes a complaint about the option. */
    public static <T> T in(String option, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + ": " + e.getMessage(), e);
        }
    }
}
