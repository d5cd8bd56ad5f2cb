package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Path;

/** An output that cannot be created. */
public final class CannotCreateException extends IOException {
    private static final long serialVersionUID = 1L;

    public CannotCreateException(Path output, String why) {
        super("cannot create " + output + ": " + why);
    }

    public CannotCreateException(Path output, IOException cause) {
        super(
                "cannot create " + output + ": " + Failure.describe(cause) + ". Allow it, or give another place to -o",
                cause);
    }
}
