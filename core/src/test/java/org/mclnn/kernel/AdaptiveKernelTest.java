package org.mclnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A job that lasts goes over to the other kernel, and nothing else changes. */
class AdaptiveKernelTest {
    private static final int[] WIDTHS = {1, 4, 1}; // 13 parameters
    private static final long ENOUGH = 2_000_000;

    private final AtomicLong done = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();
    private final Kernel later = counting();

    /** The scalar kernel; counts what is asked of it, and calls itself otherwise. */
    private Kernel counting() {
        var scalar = new ScalarKernel();
        return (Kernel) Proxy.newProxyInstance(
                Kernel.class.getClassLoader(), new Class<?>[] {Kernel.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("name")) {
                        return "later";
                    }
                    calls.incrementAndGet();
                    try {
                        return method.invoke(scalar, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private AdaptiveKernel kernel() {
        return new AdaptiveKernel(new ScalarKernel(), later, done, ENOUGH);
    }

    @Test
    void aNetworkTakesItsParametersAlong() {
        var kernel = kernel();
        var adaptive = kernel.network(WIDTHS);
        var scalar = new ScalarKernel().network(WIDTHS);
        var random = new SplittableRandom(1);
        var theta = random.doubles(13, -1.0, 1.0).toArray();
        adaptive.parameters(theta);
        scalar.parameters(theta);
        var r = random.doubles(10_000, 0.5, 2.0).toArray();
        var expected = new double[r.length];
        scalar.slopes(r, r.length, expected);
        assertThat(kernel.name()).isEqualTo("scalar");
        for (int k = 0; k < 20; k++) { // 130,000 of work each, told from a million on
            var slope = new double[r.length];
            adaptive.slopes(r, r.length, slope);
            assertThat(slope).containsExactly(expected);
        }
        assertThat(kernel.name()).isEqualTo("later");
        assertThat(calls).hasValue(1); // network(), once
        assertThat(kernel().name()).isEqualTo("later");
    }

    @Test
    void theOtherOperationsGoOverToo() {
        var kernel = kernel();
        var rows = new double[8][400];
        var matrix = new double[400][400];
        for (int k = 0; k < 20; k++) { // 160,000 of work each
            kernel.rankUpdate(rows, 8, matrix);
        }
        assertThat(kernel.name()).isEqualTo("later");
        assertThat(calls.get()).isPositive();
        long before = calls.get();
        kernel.kickDrift(0.1, 0.1, 0.1, rows[0], rows[1], rows[2]);
        kernel.pairTangent(2, 1, 0, 0, 1, 1, 1, rows[0], 0, rows, new double[8][400], 0, 2);
        kernel.fourCubics(new double[16], new int[3], new double[3], 3, new double[12], new double[12]);
        kernel.network(WIDTHS);
        assertThat(calls.get()).isEqualTo(before + 4);
    }

    @Test
    void aShortJobStaysWhereItIs() {
        var kernel = kernel();
        kernel.rankUpdate(new double[8][8], 8, new double[8][8]);
        assertThat(kernel.name()).isEqualTo("scalar");
        assertThat(calls).hasValue(0);
    }
}
