package org.mclnn.io;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a model comes from: enough to make it again.
 *
 * @param configuration every option of the training run, resolved
 * @param dataSha256 SHA-256 of the data file, hexadecimal
 */
public record Manifest(
        long seed, Map<String, String> configuration, String dataFile, String dataSha256, String version, String jvm) {
    public Manifest {
        configuration = Collections.unmodifiableMap(new TreeMap<>(configuration));
    }
}
