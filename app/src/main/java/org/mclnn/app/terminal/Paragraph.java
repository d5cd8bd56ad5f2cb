package org.mclnn.app.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text broken at blanks. */
public final class Paragraph {
    private Paragraph() {}

    /** Lines of at most so many characters, where no word is longer. */
    public static List<String> lines(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
