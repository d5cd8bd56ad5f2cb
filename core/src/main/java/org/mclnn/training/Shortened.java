package org.mclnn.training;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Training windows of which only the first frames are compared, because the motion is chaotic.
 *
 * @param windows how many are shortened
 * @param of how many there are
 * @param fewest frames that are left of one of them, the first included
 * @param most frames that are left of one of them, the first included
 * @param frames of a whole window
 */
public record Shortened(int windows, int of, int fewest, int most, int frames) {
    /** What was shortened; absent where nothing was. */
    static Optional<Shortened> between(Windows whole, Windows used) {
        var less = IntStream.range(0, whole.count())
                .filter(w -> used.last(w) < whole.last(w))
                .map(w -> used.last(w) + 1)
                .summaryStatistics();
        return less.getCount() == 0
                ? Optional.empty()
                : Optional.of(new Shortened(
                        (int) less.getCount(), whole.count(), less.getMin(), less.getMax(), whole.frames()));
    }

    /** In a sentence, with what to do. */
    public String note() {
        return windows + " of " + of + (windows == 1 ? " windows is" : " windows are")
                + " chaotic (a change of the start grows more than "
                + (int) Growth.MOST + "-fold): shortened to "
                + (fewest == most ? "" + fewest : "between " + fewest + " and " + most) + " of " + frames
                + " frames; use --frames " + Math.max(3, fewest) + " for shorter ones";
    }
}
