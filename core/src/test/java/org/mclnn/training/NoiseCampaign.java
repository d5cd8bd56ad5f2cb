package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mclnn.potential.Forms;

/**
 * Laws from noisy positions over many draws of the noise, beside the least error that any method can reach in the families of powers that
 * hold the truth (Cramér-Rao): {@code mvn -Dquick -Pcampaign -pl core verify}, and {@code -Dmclnn.draws=20} for more draws.
 */
class NoiseCampaign {
    private static final int DRAWS = Integer.getInteger("mclnn.draws", 5);

    /**
     * @param bound least relative RMS error of F for sigma = 1e-3; it scales with sigma
     * @param within the median error may be this many times the bound: 1.2 where the family is known, else 2
     */
    @ParameterizedTest
    @CsvSource({
        "linear, powers:0..5, 5.2e-4, 1.2",
        "nonlinear, powers:0..5, 3.9e-4, 1.2",
        "gravity, powers:-4..0, 3.5e-4, 1.2",
        "linear, spline, 5.2e-4, 2",
        "nonlinear, spline, 3.9e-4, 2",
        "gravity, spline, 3.5e-4, 2",
        "linear, network, 5.2e-4, 2",
        "nonlinear, network, 3.9e-4, 2",
        "gravity, network, 3.5e-4, 2"
    })
    void theMedianErrorIsNearTheLeastPossible(String system, String family, double bound, double within) {
        for (double scale : new double[] {1, 10}) {
            double sigma = 1e-3 * scale;
            var errors = new double[DRAWS];
            double worstSigma = 0.0;
            double slowest = 0.0;
            for (int draw = 0; draw < DRAWS; draw++) {
                long begin = System.nanoTime();
                var windows = GoldenTracks.windows(system, sigma, 0, 1000 + draw);
                var result = GoldenTracks.train(Golden.mechanics(system), windows, choice(family));
                slowest = Math.max(slowest, 1e-9 * (System.nanoTime() - begin));
                errors[draw] = GoldenTracks.forceError(result.potential(), system);
                worstSigma = Math.max(worstSigma, Math.abs(result.sigma().orElseThrow() / sigma - 1));
            }
            Arrays.sort(errors);
            double median = 0.5 * (errors[(DRAWS - 1) / 2] + errors[DRAWS / 2]);
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %-13s sigma %.0e: median %.2e (limit %.2e), %.2e to %.2e; sigma within %.1f %%; slowest %.1f s%n",
                    system,
                    family,
                    sigma,
                    median,
                    within * scale * bound,
                    errors[0],
                    errors[DRAWS - 1],
                    100 * worstSigma,
                    slowest);
            assertThat(median).isLessThan(within * scale * bound);
            assertThat(worstSigma).isLessThan(0.05);
        }
    }

    private static FormChoice choice(String family) {
        return switch (family) {
            case "spline" -> new FormChoice.Spline();
            case "network" -> new FormChoice.Network(List.of(10, 10));
            default -> new FormChoice.Closed(Forms.closed(family));
        };
    }
}
