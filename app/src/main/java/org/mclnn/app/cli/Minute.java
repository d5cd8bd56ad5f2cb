package org.mclnn.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as a clock on the wall shows it. */
final class Minute {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Minute() {}

    static String of(Instant moment) {
        return FORMAT.format(moment.atZone(ZoneId.systemDefault()));
    }
}
