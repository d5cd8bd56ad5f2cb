package org.mclnn.kernel;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Which {@link Kernel} runs: where this JVM has vectors, the scalar one at first and the vector one in jobs that last; else the scalar
 * one. {@code -Dmclnn.kernel} forces one.
 */
public final class Kernels {
    /** The system property that forces a kernel. */
    public static final String PROPERTY = "mclnn.kernel";

    private static final String VECTOR = "vector";
    /** What {@link #PROPERTY} may say. */
    public static final List<String> NAMES = List.of(ScalarKernel.NAME, VECTOR);

    private static final Kernel SCALAR = new ScalarKernel();

    private Kernels() {}

    /** Looked up once. */
    private static final class Found {
        static final Optional<KernelProvider> PROVIDER = ServiceLoader.load(
                        KernelProvider.class, Kernels.class.getClassLoader())
                .findFirst();
        static final Optional<String> LACK = PROVIDER.isEmpty()
                ? Optional.of("the module mclnn-simd is not on the class path")
                : PROVIDER.get().lack();
        static final Kernel BEST =
                LACK.isPresent() ? SCALAR : PROVIDER.orElseThrow().kernel();
    }

    /**
     * The kernel to use; for one thread.
     *
     * @throws IllegalArgumentException if {@link #PROPERTY} names one that does not exist or that this JVM cannot run
     */
    public static Kernel active() {
        var name = System.getProperty(PROPERTY, "");
        return switch (name) {
            case "" -> Found.LACK.isPresent() ? SCALAR : new AdaptiveKernel(SCALAR, Found.BEST);
            case ScalarKernel.NAME -> SCALAR;
            case VECTOR -> {
                Found.LACK.ifPresent(lack -> {
                    throw new IllegalArgumentException("no " + VECTOR + " kernel: " + lack);
                });
                yield Found.BEST;
            }
            default ->
                throw new IllegalArgumentException(
                        "Unknown kernel '" + name + "'. Known: " + String.join(", ", NAMES) + ".");
        };
    }

    /** Why the scalar kernel runs although nobody asked for it, and what to do. */
    public static Optional<String> remark() {
        return System.getProperty(PROPERTY) == null
                ? Found.LACK.map(lack -> "computing without vector instructions: " + lack)
                : Optional.empty();
    }
}
