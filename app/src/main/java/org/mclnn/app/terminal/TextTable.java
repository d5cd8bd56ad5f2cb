package org.mclnn.app.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of characters that fits a width: long words are cut first, then columns go, those that matter least before others. Built from
 * columns, then rows.
 */
public final class TextTable {
    private static final String BETWEEN = "  ";

    /**
     * One column.
     *
     * @param rank 0 stays always; the larger, the sooner it goes
     * @param least characters to which words may be cut; a number is never cut
     */
    private record Column(String head, boolean number, int rank, int least) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A column of words, on the left.
     *
     * @param rank 0 stays always; the larger, the sooner it goes
     * @param least characters to which words may be cut
     */
    public TextTable text(String head, int rank, int least) {
        columns.add(new Column(head, false, rank, Math.max(least, Glyphs.columns(head))));
        return this;
    }

    /**
     * A column of numbers, on the right; never cut.
     *
     * @param rank 0 stays always; the larger, the sooner it goes
     */
    public TextTable number(String head, int rank) {
        columns.add(new Column(head, true, rank, 0));
        return this;
    }

    /** @throws IllegalArgumentException for more or fewer cells than columns */
    public TextTable row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "the table has " + columns.size() + " columns, a row was " + String.join(", ", cells));
        }
        rows.add(cells.stream().map(TextTable::harmless).toList());
        return this;
    }

    /** Control characters, such as a name of a file may hold, would break the line or command the terminal. */
    private static String harmless(String cell) {
        return cell.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The table; each line but the last ends with a line feed. */
    public String draw(int width, boolean unicode) {
        var shown = new ArrayList<Integer>();
        for (int c = 0; c < columns.size(); c++) {
            shown.add(c);
        }
        var widths = fit(shown, width);
        while (total(shown, widths) > width && shown.size() > 1) {
            int least = 0;
            for (int k = 0; k < shown.size(); k++) {
                least = columns.get(shown.get(k)).rank > columns.get(shown.get(least)).rank ? k : least;
            }
            if (columns.get(shown.get(least)).rank == 0) {
                break;
            }
            shown.remove(least);
            widths = fit(shown, width);
        }
        var out = new StringBuilder();
        line(columns.stream().map(Column::head).toList(), shown, widths, unicode, out);
        for (var row : rows) {
            out.append('\n');
            line(row, shown, widths, unicode, out);
        }
        return out.toString();
    }

    private static int total(List<Integer> shown, int[] widths) {
        int sum = BETWEEN.length() * (shown.size() - 1);
        for (int c : shown) {
            sum += widths[c];
        }
        return sum;
    }

    /** Widths of all columns, the longest words cut as far as needed and bearable. */
    private int[] fit(List<Integer> shown, int width) {
        var widths = new int[columns.size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Glyphs.columns(columns.get(c).head);
            for (var row : rows) {
                widths[c] = Math.max(widths[c], Glyphs.columns(row.get(c)));
            }
        }
        while (total(shown, widths) > width) {
            int longest = -1;
            for (int c : shown) {
                boolean bearable = !columns.get(c).number && widths[c] > columns.get(c).least;
                if (bearable && (longest < 0 || widths[c] > widths[longest])) {
                    longest = c;
                }
            }
            if (longest < 0) {
                break;
            }
            widths[longest]--;
        }
        return widths;
    }

    private void line(List<String> cells, List<Integer> shown, int[] widths, boolean unicode, StringBuilder out) {
        int start = out.length();
        for (int k = 0; k < shown.size(); k++) {
            int c = shown.get(k);
            var cell = cut(cells.get(c), widths[c], unicode);
            var blank = " ".repeat(widths[c] - Glyphs.columns(cell));
            out.append(k > 0 ? BETWEEN : "").append(columns.get(c).number ? blank + cell : cell + blank);
        }
        int end = out.length();
        while (end > start && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
    }

    private static String cut(String text, int width, boolean unicode) {
        return Glyphs.columns(text) <= width ? text : Glyphs.first(text, width - 1) + (unicode ? "…" : "~");
    }
}
