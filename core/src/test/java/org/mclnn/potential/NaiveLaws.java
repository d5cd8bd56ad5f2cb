package org.mclnn.potential;

/** The formulas written down a second time, slowly and for complex r, to judge the kernels by. */
final class NaiveLaws {
    private static final double STEP = 1e-20;

    private NaiveLaws() {}

    static double energy(FormPotential law, double r) {
        return energy(law.form(), law.theta(), Complex.of(r)).re();
    }

    /** dV/dr by the complex step. */
    static double slope(FormPotential law, double r) {
        return slope(law.form(), law.theta(), r);
    }

    private static double slope(PotentialForm form, double[] t, double r) {
        return energy(form, t, new Complex(r, STEP)).im() / STEP;
    }

    private static Complex energy(PotentialForm form, double[] t, Complex r) {
        if (form instanceof Harmonic) {
            return r.minus(Complex.of(t[1])).power(2).times(0.5 * t[0]);
        } else if (form instanceof Quartic) {
            return r.minus(Complex.of(t[1])).power(4).times(0.5 * t[0]);
        } else if (form instanceof PowerLaw) {
            return r.log().times(t[1]).exp().times(t[0]);
        } else if (form instanceof LennardJones mie) {
            int n = mie.n();
            int m = mie.m();
            double c = n / (double) (n - m) * Math.pow(n / (double) m, m / (double) (n - m));
            var x = Complex.of(t[1]).over(r);
            return x.power(n).minus(x.power(m)).times(c * t[0]);
        } else if (form instanceof Morse) {
            var decay = r.minus(Complex.of(t[2])).times(-t[1]).exp();
            return Complex.of(1.0).minus(decay).power(2).times(t[0]);
        } else if (form instanceof Powers powers) {
            var sum = Complex.of(0.0);
            for (int p = 0; p < t.length; p++) {
                int k = powers.least() + p + 1;
                var term = k == 0 ? r.log() : r.log().times(k).exp().times(1.0 / k);
                sum = sum.minus(term.times(t[p]));
            }
            return sum;
        } else if (form instanceof Logarithm) {
            return r.log().times(t[0]);
        } else if (form instanceof Yukawa) {
            return r.times(-1.0 / t[1]).exp().over(r).times(t[0]);
        } else if (form instanceof Buckingham) {
            return r.times(-t[1]).exp().times(t[0]).minus(Complex.of(t[2]).over(r.power(6)));
        } else if (form instanceof Hertz) {
            return r.re() < t[1]
                    ? Complex.of(1.0).minus(r.times(1.0 / t[1])).power(5).sqrt().times(t[0])
                    : Complex.of(0.0);
        } else if (form instanceof PairNetwork network) {
            return network(network, t, r);
        } else if (form instanceof SmoothCutoff cut) {
            double end = cut.cutoff();
            if (r.re() >= end) {
                return Complex.of(0.0);
            }
            var atEnd = energy(cut.form(), t, Complex.of(end));
            var line = r.minus(Complex.of(end)).times(slope(cut.form(), t, end));
            return energy(cut.form(), t, r).minus(atEnd).minus(line);
        }
        throw new IllegalArgumentException("no second formula for " + form.name());
    }

    private static Complex network(PairNetwork network, double[] t, Complex r) {
        var widths = network.widths();
        var h = new Complex[] {r};
        int at = 0;
        for (int l = 1; l < widths.length; l++) {
            var next = new Complex[widths[l]];
            for (int j = 0; j < widths[l]; j++) {
                var z = Complex.of(t[at + widths[l] * widths[l - 1] + j]);
                for (int i = 0; i < widths[l - 1]; i++) {
                    z = z.plus(h[i].times(t[at + j * widths[l - 1] + i]));
                }
                boolean output = l == widths.length - 1;
                next[j] = output
                        ? z
                        : z.plus(z.power(2).plus(Complex.of(4.0)).sqrt()).times(0.5);
            }
            at += widths[l] * (widths[l - 1] + 1);
            h = next;
        }
        return h[0];
    }
}
