package org.mclnn.app.paper;

import java.util.List;
import org.mclnn.app.study.Desk;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Piece;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.training.FormChoice;
import org.mclnn.training.Trainer;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrainingOptions.Optimizer;
import org.mclnn.training.TrainingResult;
import org.mclnn.training.TrajectoryDataset;

/**
 * MCLNN trained on the paper's data (100 windows of 20 frames, Eq. 6), one piece for each seed of the weights; beside it a spline through
 * the rollout, and the spline by least squares of second differences.
 */
final class Laws {
    static final String MCLNN = "MCLNN";
    static final String SPLINE = "spline";
    static final String LEAST_SQUARES = "least squares";

    private Laws() {}

    static String network(ReferenceSystem system, long seed) {
        return "law-" + system.key() + "-" + seed;
    }

    /** Names of the pieces of all seeds. */
    static List<String> networks(ReferenceSystem system, Settings settings) {
        return settings.cheap().stream().map(seed -> network(system, seed)).toList();
    }

    static String splines(ReferenceSystem system) {
        return "splines-" + system.key();
    }

    static Piece trainNetwork(ReferenceSystem system, long seed) {
        return new Piece(
                network(system, seed),
                "MCLNN on " + Task.title(system) + ", seed " + seed,
                "network 10,10 lm as far as it goes, seed " + seed,
                List.of(),
                2.5,
                desk -> {
                    var result = train(
                            Task.of(system).data(),
                            TrainingOptions.standard().withTargetLoss(0.0).withSeed(seed),
                            desk);
                    var findings = Findings.builder();
                    LawKeeping.losses(result, MCLNN, findings);
                    LawKeeping.judge(result.potential(), system.law(), MCLNN, findings);
                    LawKeeping.keep(result.potential(), MCLNN, findings);
                    return findings.build();
                });
    }

    static String positions(ReferenceSystem system) {
        return "positions-" + system.key();
    }

    /** MCLNN from positions alone. */
    static Piece trainPositions(ReferenceSystem system, long seed) {
        return new Piece(
                positions(system),
                "MCLNN on " + Task.title(system) + " from positions alone",
                "network 10,10 lm seed " + seed,
                List.of(),
                6,
                desk -> {
                    var options = TrainingOptions.standard().withSeed(seed);
                    var result = train(Task.of(system).positionsOnly(), options, desk);
                    var findings = Findings.builder();
                    LawKeeping.losses(result, MCLNN, findings);
                    LawKeeping.judge(result.potential(), system.law(), MCLNN, findings);
                    return findings.build();
                });
    }

    static Piece trainSplines(ReferenceSystem system) {
        return new Piece(
                splines(system),
                "spline and least squares on " + Task.title(system),
                "spline lm",
                List.of(),
                1.5,
                desk -> {
                    var options = TrainingOptions.of(new FormChoice.Spline(), Optimizer.LM);
                    var result = train(Task.of(system).data(), options, desk);
                    var findings = Findings.builder().number(LEAST_SQUARES + " training loss", result.baselineLoss());
                    LawKeeping.losses(result, SPLINE, findings);
                    LawKeeping.judge(result.potential(), system.law(), SPLINE, findings);
                    LawKeeping.keep(result.potential(), SPLINE, findings);
                    LawKeeping.judge(result.leastSquares(), system.law(), LEAST_SQUARES, findings);
                    LawKeeping.keep(result.leastSquares(), LEAST_SQUARES, findings);
                    return findings.build();
                });
    }

    static TrainingResult train(TrajectoryDataset data, TrainingOptions options, Desk desk) {
        return Trainer.of(options.withThreads(desk.threads()), desk.listener()).train(data, desk.journal());
    }

    /** MCLNN as a seed gave it. */
    static LearnedPotential network(Desk desk, ReferenceSystem system, long seed) {
        return LawKeeping.law(
                desk.findings(network(system, seed)),
                MCLNN,
                Task.of(system).data().coverage());
    }

    /** The spline, or the least-squares law. */
    static LearnedPotential spline(Desk desk, ReferenceSystem system, String which) {
        return LawKeeping.law(
                desk.findings(splines(system)), which, Task.of(system).data().coverage());
    }
}
