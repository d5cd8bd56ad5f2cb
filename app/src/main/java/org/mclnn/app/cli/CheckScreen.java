package org.mclnn.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.mclnn.app.terminal.Paragraph;
import org.mclnn.app.terminal.ProgressLine;
import org.mclnn.diagnostics.Diagnosis;
import org.mclnn.diagnostics.Diagnostic;
import org.mclnn.diagnostics.Distances;
import org.mclnn.diagnostics.Finding;
import org.mclnn.diagnostics.Verdict;
import org.mclnn.dynamics.Trajectory;

/** What was found in a trajectory, in words and in JSON. */
final class CheckScreen {
    private static final int TAG = 6; // [stop]
    private static final int TOPIC = 10;
    private static final int INDENT = 2 + TAG + 1 + TOPIC + 1;
    private static final int LEAST = 20; // columns of text
    private static final int BARS = 30;

    private CheckScreen() {}

    static void show(Console console, Source source, Diagnosis diagnosis) {
        console.say("%s", source.name());
        for (var line : read(source.run())) {
            console.say("%s", lines("  ", 2, line, console));
        }
        for (var check : diagnosis.checks()) {
            show(console, check, diagnosis.finding(check));
        }
        if (!diagnosis.skipped().isEmpty()) {
            var skipped = String.join(", ", diagnosis.skipped());
            console.say("%s", lines("  ", 2, "not looked at before that is mended: " + skipped, console));
        }
    }

    /** A sentence broken to the width of the screen. */
    static void say(Console console, String sentence) {
        console.say("%s", lines("", 0, sentence, console));
    }

    /** What was read, and how it was understood: the one place for format, columns and units. */
    private static List<String> read(Trajectory run) {
        var parts = new ArrayList<String>();
        if (run.origin().isEmpty()) {
            parts.add(run.hasVelocities() ? "positions and velocities" : "positions");
        }
        parts.add(run.masses().length > 0 ? "masses" : "no masses: all are 1, V/m is learned");
        long kinds = run.species().stream().distinct().count();
        if (kinds > 1) {
            parts.add(kinds + " species, one law for all pairs");
        }
        parts.add(run.box().isPeriodic() ? "periodic box " + run.box() : "open space");
        var lines = new ArrayList<String>();
        if (!run.origin().isEmpty()) {
            lines.add(run.origin());
        }
        lines.add(String.join("; ", parts));
        run.notes().forEach(note -> lines.add("note: " + note));
        return lines;
    }

    private static void show(Console console, Diagnostic check, Finding finding) {
        var tag = "[" + word(finding.verdict()) + "]";
        var head = "  " + console.ink(ink(finding.verdict()), tag) + " ".repeat(TAG + 1 - tag.length()) + check.topic()
                + " ".repeat(Math.max(1, TOPIC + 1 - check.topic().length()));
        console.say("%s", lines(head, INDENT, finding.says(), console));
        if (!finding.remedy().isEmpty()) {
            console.say("%s", lines(" ".repeat(INDENT) + "-> ", INDENT + 3, finding.remedy(), console));
        }
        if (check instanceof Distances seen && console.unicode() && console.width() >= INDENT + BARS) {
            console.say("%s", " ".repeat(INDENT) + bars(seen));
        }
    }

    private static String bars(Distances seen) {
        return ProgressLine.sparkline(
                seen.histogram(BARS).stream().mapToDouble(Long::doubleValue).toArray(), BARS);
    }

    /** Text broken at blanks to the width of the screen, lines after the first indented. */
    private static String lines(String head, int indent, String text, Console console) {
        var lines = Paragraph.lines(text, Math.max(LEAST, console.width() - indent));
        return head + String.join("\n" + " ".repeat(indent), lines);
    }

    /** {@code ok}, {@code !} or {@code stop}. */
    static String word(Verdict verdict) {
        return switch (verdict) {
            case OK -> "ok";
            case WARNING -> "!";
            case STOP -> "stop";
        };
    }

    private static String ink(Verdict verdict) {
        return switch (verdict) {
            case OK -> "32";
            case WARNING -> "33";
            case STOP -> "31";
        };
    }

    /** A file's part of the object that {@code --json} writes. */
    static JsonOut json(Source source, Diagnosis diagnosis) {
        var run = source.run();
        return new JsonOut()
                .put("file", source.name())
                .put("velocities", run.hasVelocities())
                .put("masses", run.masses().length > 0)
                .put("species", run.species().stream().distinct().toList())
                .put("box", run.box().numbers())
                .put("verdict", word(diagnosis.verdict()))
                .put(
                        "checks",
                        diagnosis.checks().stream()
                                .map(check -> numbers(check, diagnosis.finding(check)))
                                .toList())
                .put("skipped", diagnosis.skipped());
    }

    private static JsonOut numbers(Diagnostic check, Finding finding) {
        return new JsonOut()
                .put("topic", check.topic())
                .put("verdict", word(finding.verdict()))
                .put("says", finding.says())
                .put("remedy", finding.remedy())
                .put("numbers", (Record) check);
    }
}
