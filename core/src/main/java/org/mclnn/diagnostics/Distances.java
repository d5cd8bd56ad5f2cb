package org.mclnn.diagnostics;

import java.util.Arrays;
import java.util.List;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.Units;

/**
 * Which distances between particles were seen: where a law can be learned.
 *
 * @param coverage bands and histogram, of the windows that training would use, or of a sample
 * @param cutoff where pairs cease to interact, 0 for none
 * @param cutoffNeeded the largest that the periodic box allows, where it needs one and none was given; else 0
 */
public record Distances(Coverage coverage, double cutoff, double cutoffNeeded) implements Diagnostic {
    private static final double NARROW = 0.01;

    /** The histogram, joined to so many counts. */
    public List<Long> histogram(int bins) {
        var counts = new Long[bins];
        Arrays.fill(counts, 0L);
        int n = coverage.counts().size();
        for (int k = 0; k < n; k++) {
            counts[(int) ((long) k * bins / n)] += coverage.counts().get(k);
        }
        return List.of(counts);
    }

    @Override
    public String topic() {
        return "distances";
    }

    @Override
    public Finding finding(Units units) {
        var parts = coverage.bands().stream()
                .map(band -> Text.of(band.from()) + " .. " + Text.of(band.to(), units.length()))
                .toList();
        var says = String.join(" and ", parts)
                + (parts.size() > 1
                        ? ": " + parts.size() + " bands, V has its own constant in each and is not known between"
                        : ", one connected band");
        if (cutoffNeeded > 0.0) {
            return Finding.warning(
                    says + " up to half the box",
                    "A periodic box needs a cut-off: --cutoff " + cutoffNeeded + ", or less if forces end earlier");
        }
        return coverage.to() - coverage.from() < NARROW * coverage.to()
                ? Finding.warning(
                        says,
                        "Distances hardly vary, so that of the law little more than one force is seen: give a run in"
                                + " which particles come nearer and go further")
                : Finding.ok(says);
    }
}
