package org.mclnn.diagnostics;

import java.util.stream.IntStream;
import org.mclnn.potential.Units;

/**
 * Frames that are the frame before once more: every particle to the last bit where it was, while most of them moved just before or after.
 * Positions that move by less than three steps of their rounding in a frame may stay for good reason and are not counted.
 *
 * @param count how many
 * @param share of the frames looked at
 * @param first number of the first, -1 if there is none
 */
public record Repeats(int count, double share, int first) implements Diagnostic {
    private static final double COARSE = 3.0;
    private static final double MANY = 0.2;
    private static final int LOOKS = 307; // frames whose steps are measured

    static Repeats of(int[] frames, Stretches run) {
        return new Repeats(
                frames.length, (double) frames.length / run.allFrames(), frames.length == 0 ? -1 : frames[0]);
    }

    /** Numbers of the repeating frames. */
    static int[] frames(Stretches run, double grid) {
        var found = IntStream.builder();
        if (step(run) > COARSE * grid) {
            for (int s = 0; s < run.count(); s++) {
                for (int k = 1; k < run.frames(); k++) {
                    if (moved(run, s, k) == 0.0 && (mostMove(run, s, k - 1) || mostMove(run, s, k + 1))) {
                        found.add(run.number(s, k));
                    }
                }
            }
        }
        return found.build().toArray();
    }

    private static boolean mostMove(Stretches run, int stretch, int frame) {
        return frame > 0 && frame < run.frames() && moved(run, stretch, frame) > 0.5;
    }

    /** Share of the particles that are elsewhere than in the frame before; 1 where none was seen in both. */
    private static double moved(Stretches run, int stretch, int frame) {
        var before = run.at(stretch, frame - 1);
        var now = run.at(stretch, frame);
        int seen = 0;
        int moved = 0;
        for (int i = 0; i < now.length; i += 3) {
            if (Double.isNaN(now[i]) != Double.isNaN(before[i])) {
                return 1.0; // a particle came or went
            }
            if (!Double.isNaN(now[i])) {
                seen++;
                moved += now[i] == before[i] && now[i + 1] == before[i + 1] && now[i + 2] == before[i + 2] ? 0 : 1;
            }
        }
        return seen == 0 ? 1.0 : (double) moved / seen;
    }

    /** RMS displacement in a frame along an axis. */
    private static double step(Stretches run) {
        double sum = 0.0;
        long terms = 0;
        for (var place : run.places(2, LOOKS)) {
            var before = run.at(place.stretch(), place.frame());
            var now = run.at(place.stretch(), place.frame() + 1);
            for (int c = 0; c < now.length; c++) {
                double step = now[c] - before[c];
                if (c % 3 < run.axes() && !Double.isNaN(step)) {
                    sum += step * step;
                    terms++;
                }
            }
        }
        return terms == 0 ? 0.0 : Math.sqrt(sum / terms);
    }

    @Override
    public String topic() {
        return "repeats";
    }

    @Override
    public Finding finding(Units units) {
        if (count == 0) {
            return Finding.ok("no frame is there twice");
        }
        var says = Text.count(count, "frame") + (count == 1 ? " repeats" : " repeat")
                + " the one before, the first is frame " + first;
        var remedy = "Take repeated frames out and keep the times of the others";
        return share >= MANY ? Finding.stop(says, remedy) : Finding.warning(says, remedy);
    }
}
