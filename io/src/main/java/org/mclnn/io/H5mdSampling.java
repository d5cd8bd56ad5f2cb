package org.mclnn.io;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.util.Arrays;
import java.util.Optional;

/** The steps and times of the frames of an H5MD element, where it has them: stored one by one, or an increment with an offset. */
final class H5mdSampling {
    private static final double ROUNDING = 1e-12; // of times that are the same, one stored and the other one computed

    private final Hdf file;
    private final String element;
    private final int frames;
    private final Optional<Dataset> step;
    private final Optional<double[]> steps;
    private final Optional<Dataset> time;
    private final Optional<double[]> times;

    H5mdSampling(Hdf file, Group group, String element, int frames) throws InputException {
        this.file = file;
        this.element = element;
        this.frames = frames;
        step = file.dataset(group, "step");
        time = file.dataset(group, "time");
        steps = step.isPresent() ? Optional.of(list(step.get())) : Optional.empty();
        times = time.isPresent() ? Optional.of(list(time.get())) : Optional.empty();
    }

    private double[] list(Dataset dataset) throws InputException {
        var found = file.numbers(dataset);
        if (dataset.isScalar()) {
            double offset = file.attribute(dataset, "offset");
            var list = new double[frames];
            Arrays.setAll(list, k -> offset + k * found[0]);
            return list;
        }
        if (found.length != frames) {
            throw InputException.of(
                    file.path(),
                    element + "/" + dataset.getName() + " has " + found.length + " entries for " + frames + " frames",
                    "Store one for each frame, or the increment as a scalar");
        }
        return found;
    }

    String timeUnit() {
        return time.map(file::unit).orElse("");
    }

    /** Times of the frames: those of the file, else of its steps, else of frame numbers. */
    double[] times(ReadOptions options, Cursor cursor) throws InputException {
        if (times.isPresent()) {
            options.checkNoTimePerFrame(cursor, "the file has times");
            return times.get();
        }
        boolean counts = countsFrames();
        if (!counts) {
            options.checkNoTimePerFrame(cursor, "position/step counts integrator steps, not frames");
        }
        var remedy = "Store position/time too, or give the time of a step with --dt"
                + (counts ? ", or frames per second with --fps" : "");
        var found = new double[frames];
        for (int k = 0; k < frames; k++) {
            double count = steps.isPresent() ? steps.get()[k] : k;
            found[k] = counts ? options.frameTime(count, cursor, remedy) : options.time(count, cursor, remedy);
        }
        return found;
    }

    /** Whether the file numbers frames one after the other, and no more than that. */
    private boolean countsFrames() {
        return steps.isEmpty() || frames == 1 || increment() == 1.0;
    }

    /** From one step to the next, if it is the same throughout; 0 if not. */
    private double increment() {
        if (steps.isEmpty() || frames < 2) {
            return 0.0;
        }
        var all = steps.get();
        double first = all[1] - all[0];
        for (int k = 2; k < frames; k++) {
            if (all[k] - all[k - 1] != first) {
                return 0.0;
            }
        }
        return first;
    }

    /** Integrator steps between frames: as we note them, or as others count them; 0 if not told. */
    int stepsPerFrame() throws InputException {
        if (step.isEmpty()) {
            return 0;
        }
        int noted = StepsPerFrame.of(file.attribute(step.get(), H5mdFormat.STEPS), file.path());
        double each = increment();
        // frames that are merely numbered tell nothing
        boolean told = each > 1 && each <= Integer.MAX_VALUE && each == Math.rint(each);
        return noted > 0 || !told ? noted : (int) each;
    }

    /** Refuses frames of other steps or times than those of the positions; frames that have neither are those of the positions. */
    void checkSame(H5mdSampling position, String remedy) throws InputException {
        if (steps.isPresent() && position.steps.isPresent()) {
            checkSame("step", steps.get(), position.steps.get(), 0.0, remedy);
        }
        if (times.isPresent() && position.times.isPresent()) {
            checkSame("time", times.get(), position.times.get(), ROUNDING, remedy);
        }
        boolean comparable =
                (steps.isPresent() && position.steps.isPresent()) || (times.isPresent() && position.times.isPresent());
        if (!comparable && (steps.isPresent() || times.isPresent())) {
            throw InputException.of(
                    file.path(),
                    element + " and position cannot be compared: one has " + (steps.isPresent() ? "steps" : "times")
                            + " and the other one has not",
                    remedy);
        }
    }

    private void checkSame(String what, double[] own, double[] other, double rounding, String remedy)
            throws InputException {
        for (int k = 0; k < frames; k++) {
            if (!(Math.abs(own[k] - other[k]) <= rounding * Math.max(Math.abs(own[k]), Math.abs(other[k])))) {
                throw InputException.of(
                        file.path(),
                        element + " and position are of different moments: the " + what + " of frame " + k + " is "
                                + own[k] + " for " + element + " and " + other[k] + " for position",
                        remedy);
            }
        }
    }
}
