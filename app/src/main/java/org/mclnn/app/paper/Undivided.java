package org.mclnn.app.paper;

import java.util.List;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Piece;
import org.mclnn.app.study.Table;
import org.mclnn.baseline.BaselineTrainer;
import org.mclnn.baseline.EulerLagrange;
import org.mclnn.baseline.LagrangianNetwork;
import org.mclnn.baseline.LagrangianTrainer;
import org.mclnn.baseline.RungeKutta;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.dynamics.ReferenceSystem;

/** The original, undivided LNN: L by one network of (q, v), trained through Eq. 3. */
final class Undivided {
    private static final List<Integer> HIDDEN = List.of(20, 20); // [10,10] learns it less well
    private static final int SAMPLES = 2_000;
    private static final int QUICK_SAMPLES = 300;
    private static final double OFF = 0.1; // largest error of a coordinate at which a motion counts as lost

    private Undivided() {}

    static String name(ReferenceSystem system, long seed) {
        return "undivided-" + system.key() + "-" + seed;
    }

    static Piece piece(ReferenceSystem system, Settings settings, long seed) {
        int count = settings.quick() ? QUICK_SAMPLES : SAMPLES;
        int iterations = settings.quick() ? 15 : 60;
        return new Piece(
                name(system, seed),
                "undivided LNN on " + Task.title(system) + ", seed " + seed,
                HIDDEN + " lm, samples " + count + ", iterations " + iterations + ", seed " + seed,
                List.of(),
                settings.quick() ? 1.5 : 20,
                desk -> {
                    var samples = Baselines.training(system, count);
                    var options = new BaselineTrainer.Options(
                            HIDDEN, BaselineTrainer.Optimizer.LM, iterations, seed, desk.threads());
                    var network = LagrangianTrainer.train(samples, options, desk.listener(), desk.journal());
                    return Findings.builder()
                            .number("samples", count)
                            .number("parameters", network.theta().length)
                            .number("iterations", network.losses().size())
                            .number("training loss", network.loss())
                            .number("training R2", network.rSquared(samples))
                            .number("test R2", network.rSquared(Baselines.test(system)))
                            .number("steps", steps(system, network))
                            .table("losses", Table.empty().with("loss", network.losses()))
                            .exact("theta", network.theta())
                            .build();
                });
    }

    /** How many steps of 10,000 from the first unseen start no coordinate is off by more than a tenth. */
    private static double steps(ReferenceSystem system, LagrangianNetwork network) {
        var task = Task.of(system);
        var start = task.unseen(1).get(0);
        var truth = Task.SIMULATOR.run(task.system(), start, Task.FRAMES);
        var equation = new EulerLagrange(network);
        var scheme = new RungeKutta(Task.SIMULATOR.dt(), Task.SIMULATOR.stride());
        var q = network.seen(start.positions());
        var v = network.seen(start.velocities());
        for (int frame = 1; frame <= Task.FRAMES; frame++) {
            try {
                var motion = scheme.run(equation, q, v, 1);
                q = motion.positions(1);
                v = motion.velocities(1);
            } catch (DivergedException e) { // a singular mass matrix ends a motion too
                return (double) (frame - 1) * Task.SIMULATOR.stride();
            }
            var known = network.seen(truth.positions(frame));
            for (int c = 0; c < q.length; c++) {
                if (!(Math.abs(q[c] - known[c]) <= OFF)) {
                    return (double) (frame - 1) * Task.SIMULATOR.stride();
                }
            }
        }
        return (double) Task.FRAMES * Task.SIMULATOR.stride();
    }
}
