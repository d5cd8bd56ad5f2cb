package org.mclnn.diagnostics;

import org.mclnn.potential.Units;

/**
 * Noise of the positions, from the positions alone (theory, T74).
 *
 * @param sigma standard deviation of the noise on each coordinate; an upper bound where it is not resolved
 * @param resolved whether differences of ever higher order stay as large, as those of white noise do and those of smooth motion do not
 * @param perStep sigma over the RMS displacement of a coordinate from frame to frame
 * @param perWindow sigma over that from the first frame of a window to its last
 * @param perBend sigma over the RMS distance of a coordinate's path in a window from a straight line: what forces are seen by
 * @param grid step to which positions are rounded; 0 where none can be told
 * @param digits most significant digits of a position, 17 where they are not short
 * @param windowFrames frames of a window
 * @param velocitiesUsed whether training would begin windows from the file's positions and velocities as they are
 */
public record Noise(
        double sigma,
        boolean resolved,
        double perStep,
        double perWindow,
        double perBend,
        double grid,
        int digits,
        int windowFrames,
        boolean velocitiesUsed)
        implements Diagnostic {
    private static final double EXACT = 1e-5; // of the bend: starts may be taken as they are
    private static final double LOUD = 0.5; // springs are still learned to a percent

    static Noise of(NoiseLevel level, Scales scales, Resolution resolution, int windowFrames, boolean velocitiesUsed) {
        return new Noise(
                level.sigma(),
                level.resolved(),
                level.sigma() / scales.step(),
                level.sigma() / scales.window(),
                level.sigma() / scales.bend(),
                resolution.grid(),
                resolution.digits(),
                windowFrames,
                velocitiesUsed);
    }

    /** Whether windows should not begin from positions as they are. */
    boolean spoilsStarts() {
        return resolved && velocitiesUsed && perBend > EXACT;
    }

    private boolean isRounding() {
        return resolved && grid > 0.0 && sigma < 0.6 * grid; // 0.29 of the grid where rounding is all there is
    }

    @Override
    public String topic() {
        return "noise";
    }

    @Override
    public Finding finding(Units units) {
        if (Double.isNaN(perBend)) {
            return Finding.ok("not judged: too few frames in a row");
        }
        var size = (resolved ? "" : "below ") + Text.of(sigma, units.length()) + ", "
                + (perBend > 1.0 ? "more than" : Text.percent(perBend) + " of what") + " paths bend by in "
                + windowFrames + " frames" + origin(units);
        if (perBend > LOUD && resolved) {
            return Finding.warning(
                    size + (isRounding() ? "" : ": or else the motion is too fast for these frames"),
                    (isRounding() ? "Write positions more finely" : "More precise positions, or more frames per time")
                            + "; else longer windows (--frames " + longer() + ")" + starts());
        }
        return spoilsStarts()
                ? Finding.warning(
                        size,
                        "--positions-only: each window's start is then found with the law, not taken from noisy positions"
                                + " and velocities")
                : Finding.ok(size);
    }

    private String origin(Units units) {
        if (!isRounding()) {
            return "";
        }
        return grid >= 1.0
                ? ": positions are whole numbers, pixels perhaps"
                : ": positions are rounded to " + Text.of(grid, units.length());
    }

    private String starts() {
        return spoilsStarts() ? ", and --positions-only" : "";
    }

    /** Frames in which paths, which bend as the square of time, bend enough. */
    private int longer() {
        double times = Math.min(4.0, Math.max(2.0, Math.sqrt(4.0 * perBend)));
        return 10 * (int) Math.ceil(windowFrames * times / 10);
    }
}
