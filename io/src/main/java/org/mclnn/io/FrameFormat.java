package org.mclnn.io;

import java.io.IOException;
import java.io.Writer;

/** How frames look in a file. */
interface FrameFormat {
    /**
     * Writes the frame after the ones before.
     *
     * @param q length 3N
     * @param v length 3N, or empty if not known
     */
    void write(Writer out, double time, double[] q, double[] v) throws IOException;
}
