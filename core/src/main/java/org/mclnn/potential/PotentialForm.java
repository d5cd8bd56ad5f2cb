package org.mclnn.potential;

import java.util.List;

/**
 * A family of laws V(r; theta), theta of {@link #size()} entries. Immutable. Every family trains through the same machinery, which sees
 * it only through its {@link FormKernel}.
 */
public interface PotentialForm {
    /** The name that {@link Forms#parse} reads back, with what is not in theta: {@code network:10,10}, {@code lennard-jones:12-6}. */
    String name();

    /** P, the number of parameters. */
    int size();

    /** One name per parameter. */
    List<String> parameterNames();

    /**
     * Sizes by which the parameters around theta can be compared with each other, each in its own unit: what moves by its size is moved
     * equally much. A fit uses them to see which parameters are hardly felt.
     */
    double[] sizes(double[] theta);

    /** The first of the last parameters, those in which V is linear while the others rest; {@link #size} where none is known to be. */
    default int firstLinear() {
        return size();
    }

    /** Whether V' is analytic below any cut-off and costs more than a polynomial: many evaluations then become few. */
    default boolean interpolates() {
        return false;
    }

    /** A worker for batches; one per thread. */
    FormKernel kernel();

    /** This family made to end smoothly at a cut-off: V and F vanish there and beyond. */
    default PotentialForm withCutoff(double cutoff) {
        return new SmoothCutoff(this, cutoff);
    }

    /** The law at theta. */
    default FormPotential at(double... theta) {
        return new FormPotential(this, theta);
    }
}
