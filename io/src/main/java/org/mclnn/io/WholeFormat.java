package org.mclnn.io;

import java.io.IOException;

/** A format that can be written only once all frames are known. */
interface WholeFormat {
    void write(NewFile file, Header header, Spooled frames) throws IOException;
}
