package org.mclnn.kernel;

/** The operations in plain Java: what they mean, and what runs where there are no vector instructions to be had. */
public final class ScalarKernel implements Kernel {
    static final String NAME = "scalar";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public NetworkLoops network(int[] widths) {
        return new ScalarNetwork(widths);
    }
}
