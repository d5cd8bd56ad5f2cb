package org.mclnn.app.cli;

import org.jspecify.annotations.Nullable;
import org.mclnn.app.terminal.ProgressLine;
import org.mclnn.training.TrainingListener;

/** Shows a training as it goes on: one progress line, counted anew in each phase. */
final class TrainingProgress implements TrainingListener, AutoCloseable {
    private final Console console;
    private String phase = "";
    private @Nullable ProgressLine line;

    TrainingProgress(Console console) {
        this.console = console;
    }

    /** A remark while the training goes on. */
    synchronized void note(String words) {
        close();
        console.note("%s", words);
    }

    @Override
    public synchronized void iteration(String newPhase, int iteration, int expected, double loss) {
        var current = line;
        if (current == null) {
            current = console.progress(newPhase, "it", expected);
            line = current;
        } else if (!newPhase.equals(phase)) {
            current.next(newPhase, expected);
        }
        phase = newPhase;
        current.expect(expected);
        current.update(iteration, loss);
    }

    /** Takes the line away; the next iteration brings it back. */
    @Override
    public synchronized void close() {
        if (line != null) {
            line.close();
        }
    }
}
