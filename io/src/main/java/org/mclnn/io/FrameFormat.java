package org.mclnn.io;

import java.io.IOException;

/** How frames look in a file. */
interface FrameFormat {
    /**
     * Takes the frame after the ones before.
     *
     * @param q length 3N
     * @param v length 3N, or empty if not known
     */
    void write(NewFile file, double time, double[] q, double[] v) throws IOException;

    /** Writes what can be written only once all frames are known. */
    default void finish(NewFile file) throws IOException {}
}
