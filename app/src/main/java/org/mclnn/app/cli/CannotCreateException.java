package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An output that cannot be created. */
public final class CannotCreateException extends IOException {
    private static final long serialVersionUID = 1L;

    public CannotCreateException(Path output, String why) {
        super("cannot create " + output + ": " + why);
    }

    public CannotCreateException(Path output, IOException cause) {
        super("cannot create " + output + ": " + reason(output, cause) + " give another place to -o", cause);
    }

    private static String reason(Path output, IOException cause) {
        var above = output.toAbsolutePath().getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        return above != null && !Files.isDirectory(above)
                ? above + " is a file, not a folder:"
                : Failure.describe(cause) + ". Allow it, or";
    }
}
