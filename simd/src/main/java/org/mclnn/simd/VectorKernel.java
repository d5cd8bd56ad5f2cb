package org.mclnn.simd;

import org.mclnn.kernel.Kernel;
import org.mclnn.kernel.NetworkLoops;

/** The operations on vectors of doubles, as many lanes as the machine prefers or {@code -Dmclnn.lanes} says. */
final class VectorKernel implements Kernel {
    static final String NAME = "vector";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public NetworkLoops network(int[] widths) {
        return new VectorNetwork(widths);
    }
}
