package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mclnn.app.figure.Figure;

/** Kinds of files for figures. The largest first: it takes longest. */
enum FigureFormat {
    PNG,
    PDF,
    SVG;

    /** {@code .svg}. */
    String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a file; absent where its ending is another one. */
    static Optional<FigureFormat> of(Path file) {
        return Arrays.stream(values())
                .filter(format -> file.toString().endsWith(format.ending()))
                .findFirst();
    }

    /** @throws IOException if this machine has no fonts */
    byte[] bytes(Figure figure) throws IOException {
        return switch (this) {
            case PNG -> figure.png();
            case PDF -> figure.pdf();
            case SVG -> figure.svg().getBytes(StandardCharsets.UTF_8);
        };
    }
}
