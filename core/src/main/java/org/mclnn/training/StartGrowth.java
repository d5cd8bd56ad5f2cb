package org.mclnn.training;

import org.mclnn.potential.FormPotential;

/**
 * How much a change of a window's start grows until its end (theory, T39).
 *
 * @param largest over the windows looked at; at most {@value Growth#MOST}, where windows end
 * @param regularFrames most frames of a window before that: all frames if any window lasts
 */
public record StartGrowth(double largest, int regularFrames) {
    /**
     * Measured along the observed paths.
     *
     * @param law whose forces pull neighbouring paths apart
     * @param windows how many of the training windows are looked at, at most
     */
    public static StartGrowth of(TrajectoryDataset data, FormPotential law, int windows) {
        var all = data.training();
        var growth = new Growth(all, data.mechanics(), law);
        double largest = 1.0;
        int regular = 0;
        for (int w = 0; w < Math.min(windows, all.count()); w++) {
            var path = growth.until(w, Growth.MOST);
            boolean whole = path.length - 1 == all.last(w);
            largest = Math.max(largest, whole ? path[path.length - 1] : Growth.MOST);
            regular = Math.max(regular, whole ? all.frames() : path.length);
        }
        return new StartGrowth(largest, regular);
    }
}
