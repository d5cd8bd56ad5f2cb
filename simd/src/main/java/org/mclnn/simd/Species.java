package org.mclnn.simd;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.mclnn.kernel.Kernel;

/** How many doubles a vector holds. */
final class Species {
    private static final List<VectorSpecies<Double>> KNOWN =
            List.of(DoubleVector.SPECIES_128, DoubleVector.SPECIES_256, DoubleVector.SPECIES_512);

    /** Constant for the compiler. */
    static final VectorSpecies<Double> DOUBLE = chosen();

    private Species() {}

    private static VectorSpecies<Double> chosen() {
        int lanes = Integer.getInteger("mclnn.lanes", Math.min(Kernel.PARTS, DoubleVector.SPECIES_PREFERRED.length()));
        return KNOWN.stream()
                .filter(species -> species.length() == lanes)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("-Dmclnn.lanes must be 2, 4 or 8, was " + lanes));
    }
}
