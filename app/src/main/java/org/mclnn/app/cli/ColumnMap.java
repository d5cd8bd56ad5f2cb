package org.mclnn.app.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mclnn.io.Column;

/** Which column of a table means what, as {@code --map} says it. */
final class ColumnMap {
    private ColumnMap() {}

    /**
     * The columns' names by what they mean.
     *
     * @param pairs each as {@code x=POSITION_X}
     * @throws IllegalArgumentException for an unknown meaning, one that is given twice, and one without a column
     */
    static Map<Column, String> of(List<String> pairs) {
        var columns = new EnumMap<Column, String>(Column.class);
        for (var pair : pairs) {
            int at = pair.indexOf('=');
            if (at < 0) {
                throw new IllegalArgumentException("'" + pair + "' names no column: write it as x=POSITION_X");
            }
            var meaning = Column.named(pair.substring(0, at));
            var name = pair.substring(at + 1);
            var other = columns.put(meaning, name);
            if (other != null) {
                throw new IllegalArgumentException(
                        meaning + " is given twice, as '" + other + "' and as '" + name + "'. Leave one out");
            }
        }
        return columns;
    }
}
