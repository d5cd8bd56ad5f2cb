package org.mclnn.app.page;

import org.mclnn.app.figure.Marks;
import org.mclnn.app.figure.Xml;

/** Text inside a line, as HTML. */
final class Inline {
    private final Places places;

    Inline(Places places) {
        this.places = places;
    }

    /** Marks become elements, everything else stands as it is. */
    String html(String text) {
        var out = new StringBuilder();
        for (var run : Marks.of(text).runs()) {
            run(out, run);
        }
        return out.toString();
    }

    private void run(StringBuilder out, Marks.Run run) {
        var text = run.text();
        if (!run.link().isEmpty()) {
            var words = places.words(Ids.link(run.link())); // so that a reference to nothing is found
            text = text.isEmpty() ? words : text;
            out.append("<a href=\"").append(Xml.escape(run.link())).append("\">");
        }
        open(out, run, "");
        out.append(Xml.escape(text));
        open(out, run, "/");
        if (!run.link().isEmpty()) {
            out.append("</a>");
        }
    }

    private static void open(StringBuilder out, Marks.Run run, String slash) {
        var names = new StringBuilder();
        names.append(run.strong() ? "strong " : "").append(run.emphasis() ? "em " : "");
        names.append(run.code() ? "code " : "");
        names.append(run.level() > 0 ? "sup " : run.level() < 0 ? "sub " : "");
        if (names.length() == 0) {
            return;
        }
        var tags = names.toString().strip().split(" ");
        for (int k = 0; k < tags.length; k++) {
            var tag = tags[slash.isEmpty() ? k : tags.length - 1 - k];
            out.append('<').append(slash).append(tag).append('>');
        }
    }
}
