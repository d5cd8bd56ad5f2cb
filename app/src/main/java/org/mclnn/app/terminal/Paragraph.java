package org.mclnn.app.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text broken at blanks. */
public final class Paragraph {
    private Paragraph() {}

    /** Lines of at most so many columns, where no word is longer. */
    public static List<String> lines(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        int taken = 0;
        for (var word : text.split(" ", -1)) {
            int more = Glyphs.columns(word);
            if (line.length() > 0 && taken + 1 + more > width) {
                lines.add(line.toString());
                line.setLength(0);
                taken = 0;
            }
            taken += more + (line.length() > 0 ? 1 : 0);
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
