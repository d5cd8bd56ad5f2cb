package org.mclnn.baseline;

import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.mclnn.potential.Check;

/** L given by a formula over numbers with 2n parameters, q0 ... v0 ..., and derivatives up to the second order. */
final class FormulaLagrangian implements Lagrangian {
    private final int n;
    private final Formula formula;
    private final DSFactory numbers;
    private final int[] first; // where the derivative with respect to each parameter stands among all of a number
    private final int[] mixed; // the same for velocity (row) and parameter (column): n x 2n

    FormulaLagrangian(int coordinates, Formula formula) {
        n = Check.atLeast(1, "the number of coordinates", coordinates);
        this.formula = formula;
        numbers = new DSFactory(2 * n, 2);
        first = new int[2 * n];
        mixed = new int[n * 2 * n];
        var orders = new int[2 * n];
        for (int p = 0; p < 2 * n; p++) {
            orders[p]++;
            first[p] = numbers.getCompiler().getPartialDerivativeIndex(orders);
            for (int j = 0; j < n; j++) {
                orders[n + j]++;
                mixed[j * 2 * n + p] = numbers.getCompiler().getPartialDerivativeIndex(orders);
                orders[n + j]--;
            }
            orders[p]--;
        }
    }

    @Override
    public int coordinates() {
        return n;
    }

    @Override
    public LagrangianDerivatives at(double[] q, double[] v) {
        Lengths.check(n, q, v);
        var result = formula.of(variables(0, q), variables(n, v));
        if (result.getFreeParameters() != 2 * n || result.getOrder() != 2) {
            throw new IllegalArgumentException("the formula must return a number made from its arguments, with " + 2 * n
                    + " parameters and derivatives of order 2, returned one with " + result.getFreeParameters()
                    + " and order " + result.getOrder());
        }
        var all = result.getAllDerivatives();
        var dQ = new double[n];
        var dV = new double[n];
        var dVdV = new double[n * n];
        var dVdQ = new double[n * n];
        for (int k = 0; k < n; k++) {
            dQ[k] = all[first[k]];
            dV[k] = all[first[n + k]];
            for (int j = 0; j < n; j++) {
                dVdQ[j * n + k] = all[mixed[j * 2 * n + k]];
                dVdV[j * n + k] = all[mixed[j * 2 * n + n + k]];
            }
        }
        return new LagrangianDerivatives(result.getValue(), dQ, dV, dVdV, dVdQ);
    }

    private DerivativeStructure[] variables(int from, double[] values) {
        var variables = new DerivativeStructure[n];
        for (int k = 0; k < n; k++) {
            variables[k] = numbers.variable(from + k, values[k]);
        }
        return variables;
    }
}
