package org.mclnn.io;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mclnn.training.TrainingState;

/**
 * A training that was left before its end.
 *
 * @param manifest what it is made from
 * @param saved when
 * @param state how far it came
 */
public record Checkpoint(Manifest manifest, Instant saved, TrainingState state) {
    private static final String DATA = "the data";

    /** What makes another training of it, one phrase each; the JVM and the name of the data file do not matter. */
    public List<String> differences(Manifest now) {
        var before = values(manifest);
        var after = values(now);
        var names = new TreeMap<>(before);
        names.putAll(after);
        var differences = new ArrayList<String>();
        for (var name : names.keySet()) {
            var old = before.getOrDefault(name, "not given");
            var changed = after.getOrDefault(name, "not given");
            boolean moved = name.equals(DATA) && manifest.dataSha256().equals(now.dataSha256());
            if (!old.equals(changed) && !moved) {
                differences.add(name + " was " + old + " and is now " + changed);
            }
        }
        return differences;
    }

    private static Map<String, String> values(Manifest manifest) {
        var values = new TreeMap<>(manifest.configuration());
        values.put("seed", Long.toString(manifest.seed()));
        values.put(DATA, manifest.dataFile() + " (SHA-256 " + manifest.dataSha256() + ")");
        values.put("the version of mclnn", manifest.version());
        return values;
    }
}
