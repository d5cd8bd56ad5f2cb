package org.mclnn.training;

import java.util.List;

/** How many iterations a phase will probably take, from how its loss falls: for the estimate of the time left, nothing else. */
final class Forecast {
    private static final int TYPICAL = 8; // of a good start
    private static final int LOOK_BACK = 5;

    private Forecast() {}

    /**
     * Expected number of iterations in all.
     *
     * @param losses after each iteration so far
     * @param target the loss that ends the phase, 0 for none
     * @param most allowed
     */
    static int iterations(List<Double> losses, double target, int most) {
        int done = losses.size();
        if (done < 2) {
            return Math.min(most, TYPICAL);
        }
        int back = Math.min(LOOK_BACK, done - 1);
        double last = losses.get(done - 1);
        double fall = StrictMath.log(losses.get(done - 1 - back) / last) / back;
        double left = target > 0.0 && last > target && fall > 0.0 ? StrictMath.log(last / target) / fall : 1.0;
        return (int) Math.min(most, done + Math.max(1.0, Math.ceil(left)));
    }
}
