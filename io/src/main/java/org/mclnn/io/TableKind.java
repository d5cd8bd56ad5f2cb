package org.mclnn.io;

import java.util.List;
import java.util.Locale;

/** Whose table it is, as its columns tell: trackers have columns of the same name with other meanings. */
enum TableKind {
    PLAIN("table"),
    /** Its mass is the brightness of a spot. */
    TRACKPY("trackpy table"),
    /** ID numbers spots, not tracks; three more rows of names and units follow the header. */
    TRACKMATE("TrackMate table");

    private static final List<String> OF_TRACKPY = List.of("ecc", "signal", "raw_mass", "ep");

    private final String words;

    TableKind(String words) {
        this.words = words;
    }

    /** @param names of the columns, in lower case */
    static TableKind of(List<String> names) {
        if (names.contains("track_id") && names.contains("position_x") && names.contains("frame")) {
            return TRACKMATE;
        }
        boolean indexed = names.get(0).isEmpty(); // as pandas writes it
        if (names.contains("frame")
                && names.contains("particle")
                && (indexed || OF_TRACKPY.stream().anyMatch(names::contains))) {
            return TRACKPY;
        }
        return PLAIN;
    }

    String words() {
        return words;
    }

    boolean passesOver(Column column) {
        return this != PLAIN && (column == Column.MASS || column == Column.SPECIES);
    }

    /** How many more rows of names and units can follow the header. */
    int moreHeaders() {
        return this == TRACKMATE ? 3 : 0;
    }

    /** Whether there can be spots that belong to no track. */
    boolean hasLooseSpots() {
        return this != PLAIN;
    }

    /** Whether this name of a track says that there is none. */
    boolean isLoose(String track) {
        var name = track.strip().toLowerCase(Locale.ROOT);
        return name.isEmpty() || name.equals("nan") || name.equals("none");
    }

    /** The name of a track without the decimals that a number of tracks gets when some are missing: 3.0 is 3. */
    static String label(String track) {
        return track.matches("[0-9]+\\.0+") ? track.substring(0, track.indexOf('.')) : track;
    }
}
