package org.mclnn.training;

import java.util.Arrays;
import java.util.List;
import org.mclnn.optimisation.LevenbergMarquardt;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.PotentialForm;

/** A given law on windows: its loss (Eq. 6), and where their starts are unknown, those that suit the law best. */
final class HeldOut {
    private static final int ITERATIONS = 30;

    final double[] x; // the unknowns of the starts
    final double loss;

    private HeldOut(double[] x, double loss) {
        this.x = x;
        this.loss = loss;
    }

    /** @throws org.mclnn.dynamics.DivergedException if a rollout diverges */
    static double loss(Windows windows, Mechanics mechanics, FormPotential law, Workers workers) {
        return fit(windows, mechanics, law, workers).loss;
    }

    /** @throws org.mclnn.dynamics.DivergedException if a rollout diverges */
    static HeldOut fit(Windows windows, Mechanics mechanics, FormPotential law, Workers workers) {
        var form = given(law);
        var problem = new RolloutProblem(windows, mechanics, form, workers);
        var theta = new double[0];
        var starts = new IntegralForce(windows, mechanics).starts(law);
        if (windows.startsKnown()) {
            var known = problem.join(theta, starts);
            return new HeldOut(known, problem.misfit(known) / problem.terms());
        }
        var x = new Horizons(windows, mechanics, form, workers, Journal.none())
                .approach(theta, starts, Horizons::marquardt);
        problem.misfit(x);
        var fit = new LevenbergMarquardt(0, ITERATIONS, 0.0, 0.0).begin(problem, x);
        fit.run((iteration, now, at) -> true);
        return new HeldOut(fit.theta(), fit.value() / problem.terms());
    }

    /** A law as a form without parameters. */
    static PotentialForm given(FormPotential law) {
        return new Given(law);
    }

    private record Given(FormPotential law) implements PotentialForm {
        @Override
        public String name() {
            return law.form().name();
        }

        @Override
        public int size() {
            return 0;
        }

        @Override
        public List<String> parameterNames() {
            return List.of();
        }

        @Override
        public double[] sizes(double[] theta) {
            return new double[0];
        }

        @Override
        public FormKernel kernel() {
            return new GivenKernel(law);
        }
    }

    private static final class GivenKernel implements FormKernel {
        private final FormKernel kernel;
        private final double[] unused;
        private double[] zeros = new double[0];

        GivenKernel(FormPotential law) {
            kernel = law.kernel();
            unused = new double[law.form().size()];
        }

        @Override
        public void parameters(double[] theta) {
            // there are none
        }

        @Override
        public void energies(double[] r, int n, double[] energy) {
            kernel.energies(r, n, energy);
        }

        @Override
        public void slopes(double[] r, int n, double[] slope) {
            kernel.slopes(r, n, slope);
        }

        @Override
        public void pullback(double[] r, int n, double[] c, double[] slope, double[] curvature, double[] dTheta) {
            Arrays.fill(unused, 0.0);
            kernel.pullback(r, n, c, slope, curvature, unused);
        }

        @Override
        public void rows(double[] r, int n, double[] slope, double[] curvature, double[] out, int stride) {
            if (zeros.length < n) {
                zeros = new double[n];
            }
            pullback(r, n, zeros, slope, curvature, unused); // rows of the law's own parameters would take memory
        }
    }
}
