package org.mclnn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mclnn.kernel.Kernels;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, once and without a look at the time. */
class BenchmarksTest {
    @AfterEach
    void anyKernel() {
        System.clearProperty(Kernels.PROPERTY);
    }

    @ParameterizedTest
    @CsvSource({"KernelBenchmark, 11", "TrainingBenchmark, 5", "RolloutBenchmark, 6"})
    void benchmarksRun(String name, int count) throws Exception {
        var options = new OptionsBuilder()
                .include(name)
                .param("kernel", "vector")
                .forks(0)
                .mode(Mode.SingleShotTime)
                .warmupIterations(0)
                .measurementIterations(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (name.startsWith("Training")) {
            options.param("system", "linear").param("threads", "1");
        }
        assertThat(new Runner(options.build()).run()).hasSize(count);
    }
}
