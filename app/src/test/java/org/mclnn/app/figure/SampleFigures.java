package org.mclnn.app.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Figures of all kinds, as a report on a law would have them. */
public final class SampleFigures {
    private static final List<String> SYSTEMS = List.of("linear springs", "non-linear springs", "gravity");
    private static final List<String> QUANTITIES =
            List.of("*L* (reduced units)", "*H* (reduced units)", "|*P*| (reduced units)", "|*J*| (reduced units)");

    private SampleFigures() {}

    public static List<Figure> all() {
        return List.of(evolution(), errors(), laws(), parity(), learning(), losses(), edge());
    }

    private static double[] grid(double from, double to, int points) {
        var x = new double[points];
        for (int k = 0; k < points; k++) {
            x[k] = from + (to - from) * k / (points - 1);
        }
        return x;
    }

    private static double[] map(double[] x, DoubleUnaryOperator f) {
        var y = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            y[k] = f.applyAsDouble(x[k]);
        }
        return y;
    }

    /** 4 x 3 panels of 10,000 points a curve. */
    public static Figure evolution() {
        var panels = new ArrayList<Panel>();
        var t = grid(0, 1000, 10_000);
        for (int q = 0; q < 4; q++) {
            for (int s = 0; s < 3; s++) {
                double speed = 0.05 * (s + 1);
                int quantity = q;
                var truth =
                        map(t, x -> quantity == 0 ? Math.sin(speed * x) * Math.cos(0.3 * speed * x) : 0.5 * quantity);
                var model = map(
                        t,
                        x -> (quantity == 0
                                ? Math.sin(speed * 1.0002 * x) * Math.cos(0.3 * speed * x)
                                : 0.5 * quantity));
                var base = map(
                        t,
                        x -> (quantity == 0
                                ? Math.sin(speed * x * (1 + 1e-4 * x)) * Math.cos(0.3 * speed * x)
                                : 0.5 * quantity + 2e-4 * x * Math.sin(x)));
                var title = q == 0 ? "(" + "abc".charAt(s) + ") " + SYSTEMS.get(s) : "";
                panels.add(Panel.of(
                                title, Axis.linear("*t* (reduced units)"), Axis.linear(s == 0 ? QUANTITIES.get(q) : ""))
                        .line(Role.TRUTH, t, truth)
                        .line(Role.BASELINE, t, base)
                        .line(Role.MCLNN, t, model));
            }
        }
        return Figure.of("evolution", "Lagrangian, energy and momenta of three systems over time", 3, panels)
                .sharedX()
                .heights(80);
    }

    public static Figure errors() {
        var random = new Random(1);
        var panels = new ArrayList<Panel>();
        var t = grid(0, 1000, 10_000);
        for (int q = 0; q < 4; q++) {
            for (int s = 0; s < 3; s++) {
                double rate = 0.02 * (s + 1);
                var model = map(
                        t,
                        x -> x == 0 ? 0 : 1e-9 * (1 + x) * Math.abs(Math.sin(rate * x) + 0.3 * random.nextGaussian()));
                var base = map(t, x -> x == 0 ? 0 : 1e-3 * Math.expm1(x * rate / 10) * Math.abs(Math.cos(rate * x)));
                var zero = map(t, x -> 0);
                var title = q == 0 ? "(" + "abc".charAt(s) + ") " + SYSTEMS.get(s) : "";
                var y = Axis.log(s == 0 ? "error of " + QUANTITIES.get(q).replaceAll(" .*", "") : "");
                panels.add(Panel.of(title, Axis.linear("*t* (reduced units)"), y)
                        .line(Role.BASELINE, t, base)
                        .line(Role.MCLNN, t, q == 3 ? zero : model)
                        .horizontal(1e-6, q == 0 ? "gate" : ""));
            }
        }
        return Figure.of("errors", "Errors of Lagrangian, energy and momenta over time", 3, panels)
                .sharedX()
                .heights(90);
    }

    public static Figure laws() {
        var panels = new ArrayList<Panel>();
        DoubleUnaryOperator[] laws = {r -> 0.5 * (r - 1) * (r - 1), r -> 0.5 * Math.pow(r - 1, 4), r -> -1 / r};
        double[][][] bands = {{{0.2, 2.6}}, {{0.1, 2.4}}, {{0.6, 2}, {8, 12}}};
        for (int s = 0; s < 3; s++) {
            var law = laws[s];
            var r = s == 2 ? grid(0.3, 14, 1000) : grid(0, 3.2, 1000);
            var panel = Panel.of(
                    "(" + "abc".charAt(s) + ") " + SYSTEMS.get(s),
                    Axis.linear("*r* (reduced units)"),
                    Axis.linear(s == 0 ? "*V*(*r*) (reduced units)" : "").focus());
            for (var band : bands[s]) {
                panel = panel.seen(band[0], band[1]);
            }
            if (s == 2) {
                panel = panel.undetermined(2, 8);
            }
            panel = panel.spread(
                            Role.MCLNN,
                            r,
                            map(r, x -> law.applyAsDouble(x) - 0.05 * x),
                            map(r, x -> law.applyAsDouble(x) + 0.05 * x))
                    .line(Role.TRUTH, r, map(r, law))
                    .line(
                            Role.MCLNN,
                            r,
                            map(r, x -> s(bands, x) ? law.applyAsDouble(x) + 1e-3 : law.applyAsDouble(x) * 1.05))
                    .line(Role.SPLINE, r, map(r, x -> law.applyAsDouble(x) + 0.02 * Math.sin(5 * x)))
                    .vertical(1, s == 0 ? "*r*_{0}" : "");
            panels.add(panel);
        }
        return Figure.of("laws", "The learned laws beside the true ones", 3, panels);
    }

    private static boolean s(double[][][] bands, double x) {
        return x > bands[0][0][0] && x < bands[0][0][1];
    }

    public static Figure parity() {
        var random = new Random(2);
        var panels = new ArrayList<Panel>();
        for (int s = 0; s < 3; s++) {
            int n = 6000;
            var x = new double[n];
            var y = new double[n];
            var z = new double[n];
            for (int k = 0; k < n; k++) {
                x[k] = random.nextGaussian();
                y[k] = x[k] + 0.3 * s * random.nextGaussian();
                z[k] = x[k] * (1 + 0.001 * random.nextGaussian());
            }
            panels.add(Panel.of(
                            "(" + "abc".charAt(s) + ") " + SYSTEMS.get(s),
                            Axis.linear("true *F* (reduced units)"),
                            Axis.linear(s == 0 ? "predicted *F* (reduced units)" : ""))
                    .scatter(Role.BASELINE, x, y)
                    .scatter(Role.MCLNN, x, z)
                    .identity()
                    .note(Corner.TOP_LEFT, "*R*² = 0.99" + s)
                    .note(Corner.BOTTOM_RIGHT, "6000 forces"));
        }
        return Figure.of("parity", "Predicted against true forces", 3, panels).heights(180);
    }

    public static Figure learning() {
        double[] n = {1, 2, 5, 10, 20, 50, 100};
        var one = Panel.of("(a) error of the force", Axis.log("trajectories"), Axis.log("relative error of *F*"))
                .measured(
                        Role.MCLNN,
                        n,
                        map(n, x -> 1e-2 * Math.pow(x, -1.5)),
                        map(n, x -> 4e-3 * Math.pow(x, -1.5)),
                        map(n, x -> 2e-2 * Math.pow(x, -1.5)))
                .measured(
                        Role.BASELINE,
                        n,
                        map(n, x -> 0.9 / Math.sqrt(x)),
                        map(n, x -> 0.7 / Math.sqrt(x)),
                        map(n, x -> 1.2 / Math.sqrt(x)))
                .measured(Role.UNDIVIDED, n, map(n, x -> 0.4 / Math.sqrt(x)))
                .measured(Role.SPLINE, n, map(n, x -> 2e-3 / x))
                .measured(Role.LEAST_SQUARES, n, map(n, x -> 3e-3))
                .measured(Role.ADAM, n, map(n, x -> 0.1 / x))
                .vertical(20, "paper");
        var two = Panel.of("(b) other roles", Axis.linear("trajectories"), Axis.linear("loss (reduced units)"))
                .measured(Role.TRUTH, n, map(n, x -> 3e-7 * x))
                .measured(Role.TRAIN, n, map(n, x -> 2e-7 * x))
                .measured(Role.VALID, n, map(n, x -> 2.5e-7 * x))
                .measured(Role.FIRST, n, map(n, x -> 1e-7 * x))
                .measured(Role.SECOND, n, map(n, x -> 5e-8 * x))
                .measured(Role.THIRD, n, map(n, x -> 1e-6));
        return Figure.of("learning", "Errors against the number of trajectories", 2, List.of(one, two));
    }

    public static Figure losses() {
        var epoch = grid(1, 100_000, 10_000);
        var random = new Random(3);
        var loss = map(epoch, x -> 3 / Math.pow(x, 1.6) * Math.exp(0.5 * random.nextGaussian()));
        var valid = map(epoch, x -> 6 / Math.pow(x, 1.5) + 2e-8);
        return Figure.of(
                        "losses",
                        "Losses against epochs",
                        1,
                        List.of(Panel.of("", Axis.log("epoch"), Axis.log("loss (length²)"))
                                .line(Role.TRAIN, epoch, loss)
                                .line(Role.VALID, epoch, valid)
                                .horizontal(1e-8, "target 10⁻⁸")))
                .width(480);
    }

    /** What seldom comes, and must not look broken. */
    public static Figure edge() {
        var x = grid(0, 1, 50);
        return Figure.of(
                "edge",
                "Panels with odd data",
                3,
                List.of(
                        Panel.of("(a) a constant", Axis.linear("*x*"), Axis.linear("*y*"))
                                .line(Role.FIRST, x, map(x, v -> 3e8)),
                        Panel.of("(b) zeros, decades", Axis.linear("*x*"), Axis.log("*y*"))
                                .line(Role.FIRST, x, map(x, v -> 0)),
                        Panel.of("(c) no data", Axis.linear("*x*"), Axis.linear("*y*"))
                                .note(Corner.TOP_RIGHT, "not measured"),
                        Panel.of("(d) many decades", Axis.linear("*x*"), Axis.log("*y*"))
                                .line(Role.SECOND, x, map(x, v -> Math.pow(10, -30 + 35 * v))),
                        Panel.of("(e) less than one", Axis.log("*x*"), Axis.log("*y*"))
                                .line(Role.THIRD, map(x, v -> 2 + 5 * v), map(x, v -> 2e-5 + 5e-5 * v)),
                        Panel.of(
                                        "(f) gaps and poles",
                                        Axis.linear("*x*"),
                                        Axis.linear("*y*").from(-5).to(5))
                                .line(
                                        Role.MCLNN,
                                        x,
                                        map(x, v -> v > 0.7 && v < 0.8 ? Double.NaN : 0.1 / (v - 0.4001)))));
    }
}
