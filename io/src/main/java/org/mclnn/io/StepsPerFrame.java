package org.mclnn.io;

import java.nio.file.Path;

/** The integrator steps between frames, of files that keep them as a floating point number. */
final class StepsPerFrame {
    private StepsPerFrame() {}

    /** 0 where the file does not tell. */
    static int of(double number, Path file) throws InputException {
        if (!(number >= 0 && number <= Integer.MAX_VALUE && number == Math.rint(number))) {
            throw InputException.of(
                    file, "steps_per_frame is " + number, "Give a whole number from 0 to " + Integer.MAX_VALUE);
        }
        return (int) number;
    }
}
