package org.mclnn.simd;

import java.util.Optional;
import org.mclnn.kernel.Kernel;
import org.mclnn.kernel.KernelProvider;

/** Offers the vector kernel; itself free of vector classes, so that it loads where they are missing. */
public final class VectorProvider implements KernelProvider {
    private static final String MODULE = "jdk.incubator.vector";

    @Override
    public String name() {
        return VectorKernel.NAME;
    }

    @Override
    public Optional<String> lack() {
        return ModuleLayer.boot().findModule(MODULE).isPresent()
                ? Optional.empty()
                : Optional.of("start Java with --add-modules " + MODULE + " for several times the speed");
    }

    @Override
    public Kernel kernel() {
        return new VectorKernel();
    }
}
