package org.mclnn.diagnostics;

import org.mclnn.potential.Units;

/**
 * Whether the windows that training would use suit the motion.
 *
 * @param refusal why there are none; empty if there are
 * @param windows training windows
 * @param validation windows kept for validation
 * @param frames per window, the first included
 * @param framesPerPeriod of the fastest motion; NaN where noise hides it
 * @param growth how many times a change of the start grows over a window at most (theory, T39), of those looked at; NaN where not looked at
 * @param regularFrames most frames of any of them before the growth is beyond what tells anything
 */
public record WindowLength(
        String refusal,
        int windows,
        int validation,
        int frames,
        double framesPerPeriod,
        double growth,
        int regularFrames)
        implements Diagnostic {
    private static final double COARSE = 6.0;

    /** Windows that cannot be cut, with the reason and what to do. */
    static WindowLength refused(String reason, int frames, double framesPerPeriod) {
        return new WindowLength(reason, 0, 0, frames, framesPerPeriod, Double.NaN, frames);
    }

    @Override
    public String topic() {
        return "windows";
    }

    @Override
    public Finding finding(Units units) {
        if (!refusal.isEmpty()) {
            return Finding.stop(refusal, "");
        }
        var says = (windows == 0 ? "of " : windows + " x ") + frames + " frames";
        if (framesPerPeriod < COARSE) {
            return Finding.warning(
                    says + ", only " + Text.of(framesPerPeriod) + " frames per period of the fastest motion",
                    "Record faster: with less than " + (int) COARSE + " the motion between frames is hardly seen");
        }
        if (regularFrames < frames) {
            return Finding.warning(
                    says + ", all of those looked at are chaotic after " + regularFrames
                            + " or less (a change of the start grows more than 10000-fold)",
                    "--frames " + Math.max(3, regularFrames) + "; else training leaves out the rest of each");
        }
        return Finding.ok(says
                + (Double.isNaN(growth) ? "" : ", a change of the start grows " + Text.of(growth) + "-fold")
                + (Double.isNaN(framesPerPeriod)
                        ? ""
                        : ", " + Text.of(framesPerPeriod) + " frames per fastest period"));
    }
}
