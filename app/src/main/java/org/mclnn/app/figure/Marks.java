package org.mclnn.app.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with a few marks: {@code *emphasis*} (variables in figures), {@code **strong**}, {@code `code`}, {@code ^{raised}},
 * {@code _{lowered}}, {@code [words](#place)}, {@code [](#place)} with the
 * words that the place has itself; a backslash before a mark makes it an ordinary character. A mark that is not closed is
 * an ordinary character too.
 *
 * @param runs pieces of one style each
 */
public record Marks(List<Run> runs) {
    private static final String MARKS = "\\*`^_[";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋";
    private static final String ORDINARY = "0123456789+−";

    /**
     * A piece of one style.
     *
     * @param level 1 raised, -1 lowered, 0 neither
     * @param link where it leads; empty: nowhere
     */
    public record Run(String text, boolean emphasis, boolean strong, boolean code, int level, String link) {}

    public Marks {
        runs = List.copyOf(runs);
    }

    public static Marks of(String text) {
        var runs = new ArrayList<Run>();
        new Parser(runs).parse(text, new Run("", false, false, false, 0, ""));
        return new Marks(runs);
    }

    /** The text that shows these characters as they are. */
    public static String escape(String text) {
        var out = new StringBuilder();
        for (int k = 0; k < text.length(); k++) {
            if (MARKS.indexOf(text.charAt(k)) >= 0) {
                out.append('\\');
            }
            out.append(text.charAt(k));
        }
        return out.toString();
    }

    /** The characters alone. */
    public String plain() {
        var out = new StringBuilder();
        runs.forEach(run -> out.append(run.text()));
        return out.toString();
    }

    private static final class Parser {
        private final List<Run> runs;

        Parser(List<Run> runs) {
            this.runs = runs;
        }

        void parse(String text, Run style) {
            var plain = new StringBuilder();
            int k = 0;
            while (k < text.length()) {
                int end = marked(text, k);
                if (end > k) {
                    flush(plain, style);
                    piece(text.substring(k, end), style);
                    k = end;
                } else {
                    boolean escaped = text.charAt(k) == '\\' && k + 1 < text.length() && isMark(text.charAt(k + 1));
                    k += escaped ? 1 : 0;
                    plain.append(text.charAt(k));
                    k++;
                }
            }
            flush(plain, style);
        }

        private static boolean isMark(char c) {
            return MARKS.indexOf(c) >= 0 || c == ']' || c == '}' || c == ')';
        }

        /** Digits that Unicode raises are raised like all others: few fonts have all of them, in one size. */
        private void flush(StringBuilder plain, Run style) {
            int from = 0;
            while (from < plain.length()) {
                int level = level(plain.charAt(from), style.level());
                var text = new StringBuilder();
                for (; from < plain.length() && level(plain.charAt(from), style.level()) == level; from++) {
                    text.append(ordinary(plain.charAt(from)));
                }
                runs.add(new Run(text.toString(), style.emphasis(), style.strong(), style.code(), level, style.link()));
            }
            plain.setLength(0);
        }

        private static int level(char c, int otherwise) {
            return RAISED.indexOf(c) >= 0 ? 1 : LOWERED.indexOf(c) >= 0 ? -1 : otherwise;
        }

        private static char ordinary(char c) {
            int k = Math.max(RAISED.indexOf(c), LOWERED.indexOf(c));
            return k >= 0 ? ORDINARY.charAt(k) : c;
        }

        /** Where the marked piece ends that begins at k; k where none does. */
        private static int marked(String text, int k) {
            return switch (text.charAt(k)) {
                case '*' -> text.startsWith("**", k) ? closed(text, k, "**") : closed(text, k, "*");
                case '`' -> closed(text, k, "`");
                case '^', '_' -> text.startsWith("{", k + 1) ? after(text, k + 2, '}', k) : k;
                case '[' -> {
                    int close = after(text, k + 1, ']', k);
                    yield close > k && text.startsWith("(", close) ? after(text, close + 1, ')', k) : k;
                }
                default -> k;
            };
        }

        private static int closed(String text, int k, String mark) {
            int from = k + mark.length();
            if (from >= text.length() || Character.isWhitespace(text.charAt(from))) {
                return k;
            }
            for (int i = from + 1; i < text.length(); i++) {
                boolean free = !Character.isWhitespace(text.charAt(i - 1)) && text.charAt(i - 1) != '\\';
                if (text.startsWith(mark, i) && free) {
                    return i + mark.length();
                }
            }
            return k;
        }

        private static int after(String text, int from, char close, int otherwise) {
            int at = text.indexOf(close, from);
            while (at > 0 && text.charAt(at - 1) == '\\') {
                at = text.indexOf(close, at + 1);
            }
            return at < 0 ? otherwise : at + 1;
        }

        private void piece(String text, Run in) {
            char first = text.charAt(0);
            if (text.startsWith("**")) {
                parse(inside(text, 2), new Run("", in.emphasis(), true, in.code(), in.level(), in.link()));
            } else if (first == '*') {
                parse(inside(text, 1), new Run("", true, in.strong(), in.code(), in.level(), in.link()));
            } else if (first == '`') {
                runs.add(new Run(inside(text, 1), in.emphasis(), in.strong(), true, in.level(), in.link()));
            } else if (first == '[') {
                int close = after(text, 1, ']', 0);
                var link = text.substring(close + 1, text.length() - 1);
                if (close == 2) { // without words: who shows it knows better
                    runs.add(new Run("", in.emphasis(), in.strong(), in.code(), in.level(), link));
                }
                parse(
                        text.substring(1, close - 1),
                        new Run("", in.emphasis(), in.strong(), in.code(), in.level(), link));
            } else {
                int level = first == '^' ? 1 : -1;
                parse(
                        text.substring(2, text.length() - 1),
                        new Run("", in.emphasis(), in.strong(), in.code(), level, in.link()));
            }
        }

        private static String inside(String text, int mark) {
            return text.substring(mark, text.length() - mark);
        }
    }
}
