package org.mclnn.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mclnn.kernel.Kernels;

/** Which kernel runs. */
class KernelsTest {
    private static <T> T with(String value, Supplier<T> what) {
        var before = System.getProperty(Kernels.PROPERTY);
        try {
            if (value.isEmpty()) {
                System.clearProperty(Kernels.PROPERTY);
            } else {
                System.setProperty(Kernels.PROPERTY, value);
            }
            return what.get();
        } finally {
            if (before == null) {
                System.clearProperty(Kernels.PROPERTY);
            } else {
                System.setProperty(Kernels.PROPERTY, before);
            }
        }
    }

    @Test
    void withoutThePropertyOneOfBothRuns() {
        assertThat(Kernels.NAMES).contains(with("", () -> Kernels.active().name()));
        assertThat(with("", Kernels::remark)).isEmpty();
    }

    @Test
    void thePropertyForcesOne() {
        for (var name : Kernels.NAMES) {
            assertThat(with(name, () -> Kernels.active().name())).isEqualTo(name);
        }
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> with("vektor", Kernels::active))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown kernel 'vektor'. Known: scalar, vector.");
    }
}
