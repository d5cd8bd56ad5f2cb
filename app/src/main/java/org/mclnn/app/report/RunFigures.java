package org.mclnn.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mclnn.app.figure.Axis;
import org.mclnn.app.figure.Corner;
import org.mclnn.app.figure.Figure;
import org.mclnn.app.figure.LawFigure;
import org.mclnn.app.figure.Panel;
import org.mclnn.app.figure.Role;
import org.mclnn.evaluation.Conservation;
import org.mclnn.evaluation.HeldOutMotion;
import org.mclnn.evaluation.ResidualAnalysis;
import org.mclnn.potential.Units;

/** The figures of a run: the law, its training, what is left of the data, motion, conservation. */
public final class RunFigures {
    /** The name of the figure of the law. */
    public static final String LAW = "law";

    static final String LOSS = "loss";
    static final String RESIDUALS = "residuals";
    static final String MOTION = "motion";
    static final String CONSERVATION = "conservation";

    private static final int SINGLE = 560; // width in pixels of a figure of one panel
    private static final int WIDE = 960;
    private static final int FEW = 60; // points that get markers
    private static final int LEAST_ITERATIONS = 10; // that an axis shows
    private static final double LEAST = 1e-17; // below the rounding of anything that is drawn
    private static final double STEEP = 30.0; // largest over smallest that a linear axis shows

    private RunFigures() {}

    /** Of what there is, in the order of the page. */
    public static List<Figure> of(RunFindings findings) {
        var figures = new ArrayList<Figure>();
        var units = findings.trained().data().units();
        figures.add(LawFigure.of(
                findings.trained().result().potential(),
                findings.trained().truth(),
                "V(r) learned from " + findings.trained().source()));
        if (findings.trained().result().losses().size() > 1) {
            figures.add(loss(findings));
        }
        findings.residuals().value().ifPresent(residuals -> figures.add(residuals(residuals, units)));
        findings.motion().value().ifPresent(motion -> {
            figures.add(motion(motion, units));
            figures.add(conservation(
                    motion.conservation(), findings.trained().model().box().isPeriodic(), units));
        });
        return figures;
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] counted(int from, int count) {
        return IntStream.range(from, from + count).asDoubleStream().toArray();
    }

    private static Figure loss(RunFindings findings) {
        var losses = numbers(findings.trained().result().losses());
        var x = counted(1, losses.length);
        var ends = new double[] {0, Math.max(LEAST_ITERATIONS, losses.length)};
        var iterations = Axis.counts("iteration").from(ends[0]).to(ends[1]);
        var panel = Panel.of(
                "",
                iterations,
                Axis.log("loss ("
                        + UnitWords.lengthSquared(findings.trained().data().units()) + ")"));
        panel = losses.length <= FEW ? panel.measured(Role.TRAIN, x, losses) : panel.line(Role.TRAIN, x, losses);
        double valid = findings.trained().result().validLoss().orElse(Double.NaN);
        if (valid > 0.0) {
            panel = panel.line(Role.VALID, "validation, at the end", ends, new double[] {valid, valid});
        }
        double baseline = findings.trained().result().baselineLoss();
        if (baseline > 0.0 && Double.isFinite(baseline)) {
            panel = panel.line(Role.LEAST_SQUARES, ends, new double[] {baseline, baseline});
        }
        return single(LOSS, "Training loss against iterations, with the validation loss at the end", panel);
    }

    private static Figure single(String name, String title, Panel panel) {
        return Figure.of(name, title, 1, List.of(panel)).width(SINGLE).heights(230);
    }

    private static Figure residuals(ResidualAnalysis residuals, Units units) {
        return Figure.of(
                        RESIDUALS,
                        "Residuals: autocorrelation, size at each frame of a window, size for each particle",
                        3,
                        List.of(autocorrelation(residuals), byFrame(residuals, units), byParticle(residuals, units)))
                .width(WIDE)
                .heights(210);
    }

    private static Panel autocorrelation(ResidualAnalysis residuals) {
        var values = numbers(residuals.autocorrelation());
        var bound = numbers(residuals.bound());
        double most = Math.max(
                Arrays.stream(bound).max().orElse(1.0),
                Arrays.stream(values).map(Math::abs).max().orElse(1.0));
        var axis = Axis.linear("autocorrelation").from(-1.25 * most).to(1.25 * most);
        var panel = Panel.of("(a) from frame to frame", Axis.counts("frames apart"), axis)
                .horizontal(0, "");
        if (values.length == 0) {
            return panel.note(Corner.TOP_LEFT, "too few to tell");
        }
        var x = counted(1, values.length);
        return panel.spread(
                        Role.SPLINE,
                        "95 % of white noise",
                        x,
                        Arrays.stream(bound).map(b -> -b).toArray(),
                        bound)
                .measured(Role.MCLNN, "residuals", x, values, values, values);
    }

    private static Panel byFrame(ResidualAnalysis residuals, Units units) {
        var values = numbers(residuals.byFrame());
        var expected = numbers(residuals.expectedByFrame());
        return Panel.of("(b) within the window", Axis.counts("frame of the window"), size(values, units))
                .line(Role.TRUTH, "as white noise would", counted(0, expected.length), positive(expected))
                .measured(Role.MCLNN, "residuals", counted(0, values.length), values, values, values);
    }

    private static Panel byParticle(ResidualAnalysis residuals, Units units) {
        var values = numbers(residuals.byParticle());
        var x = counted(0, values.length);
        var panel = Panel.of(
                        "(c) by particle",
                        Axis.counts("particle").from(-0.5).to(values.length - 0.5),
                        size(values, units))
                .horizontal(residuals.sigma(), "");
        return values.length <= FEW
                ? panel.measured(Role.MCLNN, "residuals", x, values, values, values)
                : panel.scatter(Role.MCLNN, "residuals", x, values);
    }

    /** From 0 where all are alike, else decades. */
    private static Axis size(double[] values, Units units) {
        double most = Arrays.stream(values).filter(x -> x > 0.0).max().orElse(1.0);
        double least = Arrays.stream(values).filter(x -> x > 0.0).min().orElse(1.0);
        var label = "RMS residual (" + UnitWords.length(units) + ")";
        return most > STEEP * least
                ? Axis.log(label)
                : Axis.linear(label).from(0).to(1.3 * most);
    }

    /** What a logarithmic axis would leave out lifts the pen. */
    private static double[] positive(double[] values) {
        return Arrays.stream(values).map(x -> x > 0.0 ? x : Double.NaN).toArray();
    }

    private static Figure motion(HeldOutMotion motion, Units units) {
        var t = numbers(motion.times());
        var panel = Panel.of(
                        "",
                        Axis.linear(UnitWords.timeAxis(units)),
                        Axis.log("mean |*q* − *q*_{observed}| (" + UnitWords.length(units) + ")"))
                .line(Role.TRUTH, "if nothing moved", t, positive(numbers(motion.displacements())))
                .line(Role.MCLNN, "learned law", t, positive(numbers(motion.errors())));
        return single(
                MOTION, "Mean absolute error of simulated positions on the part of the run kept for validation", panel);
    }

    private static Figure conservation(Conservation kept, boolean periodic, Units units) {
        var t = numbers(kept.times());
        double from = t[0];
        for (int k = 0; k < t.length; k++) {
            t[k] -= from;
        }
        var panel = Panel.of("", Axis.linear(UnitWords.timeAxis(units)), Axis.log("relative change"))
                .line(Role.FIRST, "energy *H*", t, floored(kept.energy()))
                .line(Role.SECOND, "momentum", t, floored(kept.momentum()));
        if (!periodic) {
            panel = panel.line(Role.THIRD, "angular momentum", t, floored(kept.angularMomentum()));
        }
        return single(CONSERVATION, "Relative change of energy, momentum and angular momentum along the motion", panel);
    }

    /** The start, which is compared with itself, lifts the pen. */
    private static double[] floored(List<Double> values) {
        var y = values.stream().mapToDouble(x -> Math.max(LEAST, x)).toArray();
        y[0] = Double.NaN;
        return y;
    }
}
