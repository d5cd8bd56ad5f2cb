package org.mclnn.training;

import java.util.function.DoubleSupplier;
import org.mclnn.optimisation.Stepwise;

/** An optimiser whose steps are told by another number than its own value: by the loss, where it minimises more than that. */
record Reporting(Stepwise work, DoubleSupplier number) implements Stepwise {
    @Override
    public boolean ended() {
        return work.ended();
    }

    @Override
    public boolean step() {
        return work.step();
    }

    @Override
    public double value() {
        return number.getAsDouble();
    }

    @Override
    public double[] state() {
        return work.state();
    }

    @Override
    public void restore(double[] state) {
        work.restore(state);
    }
}
