package org.mclnn.io;

import java.io.IOException;

/** How frames look in a file. */
interface FrameFormat {
    /**
     * Takes the frame after the ones before.
     *
     * @param q length 3N, NaN for a particle that was not seen
     * @param v length 3N, or empty if not known
     */
    void write(NewFile file, double time, double[] q, double[] v) throws IOException;

    /** Whether a particle may be missing in a frame: its coordinates are then NaN. */
    default boolean hasGaps() {
        return true;
    }

    /** Writes what can be written only once all frames are known. */
    default void finish(NewFile file) throws IOException {}
}
