package org.mclnn.io;

import java.io.IOException;

/** Takes the rows of a table. */
interface TableRows {
    /** Takes the row that the reader stands at; false if it should have come before others. */
    boolean add(double time) throws InputException, IOException;

    /** There are no more. */
    void end() throws InputException, IOException;
}
