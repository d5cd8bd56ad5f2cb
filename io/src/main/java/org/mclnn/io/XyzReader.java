package org.mclnn.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.Trajectory;

/** Extended XYZ: per frame the number of particles, a line of {@code key=value}, and one row a particle. */
final class XyzReader {
    private static final String TIMES =
            "Add Time=... to the second line of each frame, or give the time between frames with --dt";

    private final TextLines lines;
    private final Cursor cursor;
    private final ReadOptions options;
    private final Fields fields = new Fields();
    private final Row row = new Row();
    private Optional<FrameCollector> frames = Optional.empty();
    private Optional<XyzColumns> columns = Optional.empty();
    private Box box = Box.open();
    private Optional<XyzNotes> notes = Optional.empty();
    private boolean timed;
    private int firstRows;

    private XyzReader(TextLines lines, ReadOptions options) {
        this.lines = lines;
        this.cursor = lines.cursor();
        this.options = options;
    }

    static Trajectory read(Path file, ReadOptions options) throws InputException, IOException {
        try (var lines = new TextLines(file, LineBlock.BLANKS)) {
            return new XyzReader(lines, options).read();
        }
    }

    private Trajectory read() throws InputException, IOException {
        while (lines.nextFilled()) {
            frame();
        }
        if (frames.isEmpty()) {
            throw InputException.of(
                    cursor.file(), "there is no frame in it", "Give a trajectory of at least one frame");
        }
        var known = notes.orElseThrow();
        // a two-dimensional run in a thin periodic box, as of LAMMPS
        boolean flat =
                known.dimensions() == 3 && box.isPeriodic(2) && frames.get().isFlat();
        return frames.get()
                .build(run -> run.box(flat ? box.opened(2) : box)
                        .dimensions(flat ? 2 : known.dimensions())
                        .stepsPerFrame(known.stepsPerFrame())
                        .units(known.units())
                        .origin("extended XYZ: " + columns.orElseThrow().words()));
    }

    private void frame() throws InputException, IOException {
        int n = declared();
        if (!lines.next()) {
            throw truncated(0, n);
        }
        var comment = new XyzComment(lines.text(), cursor);
        var layout = columns(comment);
        var into = frames.isEmpty() ? start(comment, layout, n) : check(comment, layout, n);
        double time = time(comment, into.frames());
        long timeLine = cursor.line();
        for (int i = 0; i < n; i++) {
            if (!lines.next()) {
                throw truncated(i, n);
            }
            layout.read(fields.split(lines), row, cursor);
            into.add();
        }
        long last = cursor.line();
        cursor.moveTo(timeLine);
        into.endFrame(time);
        cursor.moveTo(last);
    }

    private int declared() throws InputException {
        fields.split(lines);
        if (fields.count() != 1) {
            throw cursor.error(
                    Cursor.quoted(lines.text()) + " where a frame begins",
                    "A frame begins with a line that holds the number of its atoms alone: check the number before");
        }
        return cursor.particles(fields.text(0), "Write how many rows the frame has");
    }

    private InputException truncated(int rows, int n) {
        int frame = frames.map(FrameCollector::frames).orElse(0) + 1;
        return cursor.error(
                "the file ends after " + rows + " of the " + n + " atoms of frame " + frame,
                "Complete the last frame or remove it");
    }

    private XyzColumns columns(XyzComment comment) throws InputException {
        var declared = comment.value("properties");
        if (columns.isEmpty() || !columns.get().isFor(declared)) {
            columns = Optional.of(XyzColumns.of(declared, options, cursor));
            lines.numbersIn(columns.get().numbers());
        }
        return columns.get();
    }

    private FrameCollector start(XyzComment comment, XyzColumns layout, int n) throws InputException {
        firstRows = n;
        var collector = new FrameCollector(cursor, row, layout.known());
        box = comment.box();
        var known = XyzNotes.of(comment);
        notes = Optional.of(known);
        if (!known.unwrapped()) {
            collector.unwrap(box);
        }
        timed = comment.time().isPresent();
        if (timed) {
            options.checkNoTimePerFrame(cursor, "the frames have their Time");
        }
        frames = Optional.of(collector);
        return collector;
    }

    private FrameCollector check(XyzComment comment, XyzColumns layout, int n) throws InputException {
        var collector = frames.orElseThrow();
        if (!collector.known().labels() && n != firstRows) {
            cursor.moveTo(cursor.line() - 1);
            throw cursor.error(
                    n + " atoms, where the first frame has " + firstRows,
                    "Without an id every particle must be in every frame: add ids, or cut the trajectory");
        }
        if (!layout.known().equals(collector.known())) {
            throw cursor.error("Properties are others than in the first frame", "Give every frame the same Properties");
        }
        notes.orElseThrow().check(XyzNotes.of(comment), cursor);
        if (!comment.box().equals(box)) {
            throw cursor.error(
                    "the box changes: it was " + box + " and is now " + comment.box(),
                    "Only boxes that stay the same are read");
        }
        return collector;
    }

    private double time(XyzComment comment, int frame) throws InputException {
        var time = comment.time();
        if (time.isPresent() != timed) {
            throw cursor.error(
                    timed ? "this frame has no Time, others have" : "this frame has a Time, others have not",
                    "Give every frame its Time");
        }
        return time.isPresent() ? time.get() : options.frameTime(frame, cursor, TIMES);
    }
}
