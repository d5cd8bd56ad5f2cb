package org.mclnn.io;

import java.io.IOException;

/** Rows in the order of time go to their frames at once. */
final class RowsInOrder implements TableRows {
    private final Cursor cursor;
    private final FrameCollector frames;
    private double time;
    private long line; // of the row before

    RowsInOrder(Cursor cursor, FrameCollector frames) {
        this.cursor = cursor;
        this.frames = frames;
    }

    @Override
    public boolean add(double now) throws InputException, IOException {
        if (frames.rows() > 0 && now != time) {
            if (now < time) {
                return false;
            }
            long here = cursor.line();
            cursor.moveTo(line);
            frames.endFrame(time);
            cursor.moveTo(here);
        }
        time = now;
        line = cursor.line();
        frames.add();
        return true;
    }

    @Override
    public void end() throws InputException, IOException {
        if (frames.rows() > 0) {
            frames.endFrame(time);
        }
    }
}
