package org.mclnn.potential;

import java.util.Arrays;

/** The law of a form at one parameter vector. Immutable. */
public final class FormPotential implements PairPotential {
    private final PotentialForm form;
    private final double[] theta;

    /** @throws IllegalArgumentException if theta has not P entries or one of them is not finite */
    public FormPotential(PotentialForm form, double[] theta) {
        if (theta.length != form.size()) {
            throw new IllegalArgumentException(
                    form.name() + " has " + form.size() + " parameters, was given " + theta.length);
        }
        for (int p = 0; p < theta.length; p++) {
            if (!Double.isFinite(theta[p])) {
                throw new IllegalArgumentException(
                        form.name() + ": parameter " + form.parameterNames().get(p) + " is " + theta[p]);
            }
        }
        this.form = form;
        this.theta = theta.clone();
    }

    public PotentialForm form() {
        return form;
    }

    /** A copy of the parameters. */
    public double[] theta() {
        return theta.clone();
    }

    @Override
    public double energy(double r) {
        var out = new double[1];
        kernel().energies(new double[] {r}, 1, out);
        return out[0];
    }

    @Override
    public double force(double r) {
        var out = new double[1];
        kernel().slopes(new double[] {r}, 1, out);
        return -out[0];
    }

    @Override
    public FormKernel kernel() {
        var kernel = form.kernel();
        kernel.parameters(theta);
        return kernel;
    }

    @Override
    public String toString() {
        return form.name() + Arrays.toString(theta);
    }
}
