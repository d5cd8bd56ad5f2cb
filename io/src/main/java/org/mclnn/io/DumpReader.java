package org.mclnn.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Names;

/** LAMMPS text dumps: any order of columns and atoms, coordinates wrapped, scaled or unwrapped. */
final class DumpReader {
    private static final String ITEM = "ITEM:";
    private static final List<String> ITEMS =
            List.of("TIMESTEP", "TIME", "UNITS", "NUMBER OF ATOMS", "BOX BOUNDS", "ATOMS");
    private static final String TIMES = "Give the time of one timestep with --dt, or dump with dump_modify time yes";

    private final TextLines lines;
    private final Cursor cursor;
    private final ReadOptions options;
    private final Fields fields = new Fields();
    private final Row row = new Row();
    private Optional<FrameCollector> frames = Optional.empty();
    private Optional<DumpColumns> columns = Optional.empty();
    private Box box = Box.open();
    private Optional<DumpBounds> lastBounds = Optional.empty();
    private boolean timed;
    private long firstTimestep;
    private long lastTimestep;
    private long stepsPerFrame; // 0: not constant, or not known yet

    // of the frame being read
    private OptionalLong timestep = OptionalLong.empty();
    private OptionalDouble time = OptionalDouble.empty();
    private long timeLine;
    private int atoms;
    private Optional<DumpBounds> bounds = Optional.empty();

    private DumpReader(TextLines lines, ReadOptions options) {
        this.lines = lines;
        this.cursor = lines.cursor();
        this.options = options;
    }

    static Trajectory read(Path file, ReadOptions options) throws InputException, IOException {
        try (var lines = new TextLines(file, LineBlock.BLANKS)) {
            return new DumpReader(lines, options).read();
        }
    }

    private Trajectory read() throws InputException, IOException {
        boolean inFrame = false;
        while (lines.nextFilled()) {
            inFrame = !item(lines.text());
        }
        if (inFrame) {
            throw truncated("the file ends inside the head of frame " + (frameCount() + 1));
        }
        if (frames.isEmpty()) {
            throw InputException.of(
                    cursor.file(), "there is no frame in it", "Give a trajectory of at least one frame");
        }
        var collector = frames.get();
        var layout = columns.orElseThrow();
        boolean flat = layout.dimensions() == 3 && collector.isFlat();
        if (flat) {
            // a two-dimensional run: LAMMPS gives it a thin periodic box along z
            box = box.opened(2);
        }
        return collector.build(run -> run.box(box)
                .dimensions(flat ? 2 : layout.dimensions())
                .stepsPerFrame(stepsPerFrame > Integer.MAX_VALUE ? 0 : (int) stepsPerFrame)
                .origin("LAMMPS dump: " + layout.words()));
    }

    private int frameCount() {
        return frames.map(FrameCollector::frames).orElse(0);
    }

    /** Reads one section; true if it ended a frame. */
    private boolean item(String line) throws InputException, IOException {
        var name = line.startsWith(ITEM) ? line.substring(ITEM.length()).strip() : "";
        if (name.equals("TIMESTEP")) {
            timestep = OptionalLong.of(cursor.whole(value(), 1, "the timestep"));
            timeLine = time.isEmpty() ? cursor.line() : timeLine;
        } else if (name.equals("TIME")) {
            time = OptionalDouble.of(cursor.number(value(), 1, "the time"));
            timeLine = cursor.line();
        } else if (name.equals("UNITS")) {
            value();
        } else if (name.equals("NUMBER OF ATOMS")) {
            atoms = cursor.particles(value(), "Write how many rows the frame has");
        } else if (name.startsWith("BOX BOUNDS")) {
            bounds = Optional.of(bounds(name.substring("BOX BOUNDS".length())));
            lastBounds = bounds;
        } else if (name.startsWith("ATOMS")) {
            frame(name.substring("ATOMS".length()).strip());
            return true;
        } else {
            throw unknown(line, name);
        }
        return false;
    }

    private InputException unknown(String line, String name) {
        if (name.isEmpty()) {
            return cursor.error(
                    Cursor.quoted(line) + " where a section begins",
                    "A section begins with ITEM: check the number of atoms before");
        }
        var words = name.replaceAll("[^A-Z ].*", "").strip(); // without the columns
        var guess = Names.closest(words, ITEMS).map(c -> "Did you mean 'ITEM: " + c + "'? ");
        return cursor.error(
                "unknown section 'ITEM: " + Cursor.quoted(name).substring(1),
                guess.orElse("") + "Known: " + String.join(", ", ITEMS));
    }

    private String value() throws InputException, IOException {
        advance();
        fields.split(lines);
        if (fields.count() != 1) {
            throw cursor.error(
                    fields.count() + " values where one belongs", "Write one value on the line after its ITEM");
        }
        return fields.text(0);
    }

    private void advance() throws InputException, IOException {
        if (!lines.next()) {
            throw truncated("the file ends inside frame " + (frameCount() + 1));
        }
    }

    private InputException truncated(String what) {
        return cursor.error(what, "Complete the last frame or remove it");
    }

    private DumpBounds bounds(String flags) throws InputException, IOException {
        var same = lastBounds.filter(last -> last.isFor(flags));
        var read = same.isPresent() ? same.get() : new DumpBounds(flags, cursor);
        for (int axis = 0; axis < 3; axis++) {
            advance();
            read.read(axis, fields.split(lines), cursor);
        }
        return read;
    }

    private void frame(String header) throws InputException, IOException {
        if (timestep.isEmpty() || atoms == 0 || bounds.isEmpty()) {
            throw cursor.error(
                    "ITEM: ATOMS comes before "
                            + (timestep.isEmpty() ? "TIMESTEP" : atoms == 0 ? "NUMBER OF ATOMS" : "BOX BOUNDS"),
                    "Give each frame its TIMESTEP, NUMBER OF ATOMS and BOX BOUNDS first");
        }
        var layout = columns(header);
        layout.check(bounds.get(), cursor);
        var into = collector(layout, bounds.get());
        double at = time(timestep.getAsLong());
        for (int i = 0; i < atoms; i++) {
            if (!lines.next()) {
                throw truncated(
                        "the file ends after " + i + " of the " + atoms + " atoms of frame " + (frameCount() + 1));
            }
            layout.read(fields.split(lines), row, bounds.get(), cursor);
            into.add();
        }
        long last = cursor.line();
        cursor.moveTo(timeLine);
        into.endFrame(at);
        cursor.moveTo(last);
        countSteps(timestep.getAsLong(), into.frames());
        timestep = OptionalLong.empty();
        time = OptionalDouble.empty();
        bounds = Optional.empty();
        atoms = 0;
    }

    private DumpColumns columns(String header) throws InputException {
        if (columns.isPresent() && columns.get().isFor(header)) {
            return columns.get();
        }
        var layout = new DumpColumns(header, options, cursor);
        if (columns.isPresent() && !columns.get().sameKind(layout)) {
            throw cursor.error("the columns are others than in the frame before", "Give every frame the same columns");
        }
        columns = Optional.of(layout);
        lines.numbersIn(layout.numbers());
        return layout;
    }

    private FrameCollector collector(DumpColumns layout, DumpBounds now) throws InputException {
        var boxNow = now.box(layout.dimensions());
        if (frames.isPresent()) {
            if (!boxNow.equals(box)) {
                throw cursor.error(
                        "the box changes: it was " + box + " and is now " + boxNow,
                        "Only boxes that stay the same are read");
            }
            return frames.get();
        }
        options.checkNoTimePerFrame(cursor, "a LAMMPS dump counts timesteps, not frames");
        box = boxNow;
        timed = time.isPresent();
        firstTimestep = timestep.orElse(0);
        var collector = new FrameCollector(cursor, row, layout.known());
        var wrapped = box;
        for (int axis = 0; axis < 3; axis++) {
            wrapped = layout.needsUnwrapping(axis) ? wrapped : wrapped.opened(axis);
        }
        collector.unwrap(wrapped);
        frames = Optional.of(collector);
        return collector;
    }

    private double time(long step) throws InputException {
        if (time.isPresent() != timed) {
            throw cursor.error(
                    timed
                            ? "this frame has no ITEM: TIME, others have"
                            : "this frame has an ITEM: TIME, others have not",
                    "Give every frame its ITEM: TIME");
        }
        return timed ? time.getAsDouble() : options.time((double) step, cursor, TIMES);
    }

    private void countSteps(long step, int count) {
        if (count == 2) {
            stepsPerFrame = Math.max(0, step - firstTimestep);
        } else if (count > 2 && step - lastTimestep != stepsPerFrame) {
            stepsPerFrame = 0;
        }
        lastTimestep = step;
    }
}
