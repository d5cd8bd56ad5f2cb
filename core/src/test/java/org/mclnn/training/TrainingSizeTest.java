package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.training.TrainingOptions.Optimizer;

class TrainingSizeTest {
    private static TrainingSize size(TrajectoryDataset data, Optimizer optimizer, Integer... layers) {
        return TrainingSize.of(data, TrainingOptions.of(new FormChoice.Network(List.of(layers)), optimizer));
    }

    @Test
    void parametersAndStepsAreCounted() {
        var size = size(Problems.springs(30), Optimizer.LM, 10, 10);
        assertThat(size.parameters()).hasValue(141);
        assertThat(size.steps()).isEqualTo(30 * 19 * 10);
        assertThat(size.unknowns()).isZero();
        var spline = TrainingOptions.of(new FormChoice.Spline(), Optimizer.LM);
        assertThat(TrainingSize.of(Problems.springs(30), spline).parameters()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void startsThatAreNotKnownAreUnknowns() {
        var run = Problems.positionsOnly(Problems.run(ReferenceSystem.LINEAR, 1000));
        var data = TrajectoryDataset.windows(run, 10, 20, 1);
        var size = size(data, Optimizer.LM, 10, 10);
        assertThat(size.unknowns()).isEqualTo(10 * 12); // x, y, vx, vy of three
        assertThat(size.bytes())
                .isGreaterThan(size(Problems.springs(10), Optimizer.LM, 10, 10).bytes());
    }

    /** Normal equations of second order grow with the square of the parameters, gradients do not. */
    @Test
    void memoryGrowsAsTheOptimisersDo() {
        var data = Problems.springs(10);
        double narrow = size(data, Optimizer.LM, 30, 30).bytes();
        double wide = size(data, Optimizer.LM, 60, 60).bytes();
        assertThat(wide / narrow).isBetween(10.0, 16.0); // 1,021 and 3,841 parameters
        double gradients = size(data, Optimizer.LBFGS, 60, 60).bytes();
        assertThat(gradients).isLessThan(wide / 100);
        assertThat(wide).isBetween(3e9, 6e9); // 8 chunks of three matrices of 118 MB each, and ten more
    }
}
