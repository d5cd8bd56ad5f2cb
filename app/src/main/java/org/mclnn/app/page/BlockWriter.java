package org.mclnn.app.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mclnn.app.figure.Xml;

/** Writes what stands in a section. */
final class BlockWriter {
    private static final int MANY = 8; // columns that fit a sheet of paper in letters of the usual size

    private final StringBuilder out;
    private final Places places;
    private final Inline inline;

    BlockWriter(StringBuilder out, Places places, Inline inline) {
        this.out = out;
        this.places = places;
        this.inline = inline;
    }

    void write(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            line("<p>" + inline.html(paragraph.text()) + "</p>");
        } else if (block instanceof Block.Items items) {
            items(items);
        } else if (block instanceof Block.Terms terms) {
            terms(terms);
        } else if (block instanceof Block.Quote quote) {
            line("<blockquote><p>" + inline.html(quote.text()) + "</p><p class=\"source\">"
                    + inline.html(quote.source()) + "</p></blockquote>");
        } else if (block instanceof Block.Judged judged) {
            line("<p class=\"verdict\">" + judged.verdict().html() + " " + inline.html(judged.text()) + "</p>");
        } else if (block instanceof Block.Code code) {
            line("<div class=\"copy\"><pre tabindex=\"0\"><code>" + Xml.escape(code.text()) + "</code></pre></div>");
        } else if (block instanceof Block.Grid grid) {
            table(grid.table());
        } else if (block instanceof Block.Plate plate) {
            plate(plate);
        }
    }

    private void items(Block.Items items) {
        var tag = items.numbered() ? "ol" : "ul";
        line("<" + tag + ">");
        items.items().forEach(item -> line("<li>" + inline.html(item) + "</li>"));
        line("</" + tag + ">");
    }

    private void terms(Block.Terms terms) {
        line("<dl>");
        for (int k = 0; k < terms.names().size(); k++) {
            line("<dt>" + inline.html(terms.names().get(k)) + "</dt>");
            line("<dd>" + inline.html(terms.texts().get(k)) + "</dd>");
        }
        line("</dl>");
    }

    private void table(Table table) {
        var id = Places.tableId(table);
        var size = table.columns().size() > MANY ? " wide" : "";
        line("<div class=\"grid" + size + "\" id=\"" + id + "\" tabindex=\"-1\">");
        line("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + id + "-caption\">");
        line("<table>");
        line("<caption id=\"" + id + "-caption\"><strong>Table" + Places.NO_BREAK + places.number(id) + ".</strong> "
                + inline.html(table.caption()) + "</caption>");
        out.append("<thead><tr>");
        table.columns().forEach(this::head);
        line("</tr></thead>\n<tbody>");
        for (var row : table.rows()) {
            out.append("<tr>");
            for (int k = 0; k < row.size(); k++) {
                cell(table.columns().get(k), row.get(k), k == 0);
            }
            line("</tr>");
        }
        line("</tbody>\n</table>\n</div>");
        table.notes().forEach(note -> line("<p class=\"note\">" + inline.html(note) + "</p>"));
        files(table.files());
        line("</div>");
    }

    private void head(Table.Column column) {
        out.append("<th scope=\"col\"").append(kind(column)).append('>').append(inline.html(column.head()));
        if (!column.unit().isEmpty()) {
            out.append(" <span class=\"unit\">")
                    .append(inline.html(column.unit()))
                    .append("</span>");
        }
        out.append("</th>");
    }

    private void cell(Table.Column column, String text, boolean first) {
        boolean verdict = column.kind() == Table.Kind.VERDICT && !text.isEmpty();
        out.append(first ? "<th scope=\"row\"" : "<td").append(kind(column)).append('>');
        out.append(verdict ? Verdict.of(text).html() : inline.html(text));
        out.append(first ? "</th>" : "</td>");
    }

    private static String kind(Table.Column column) {
        return column.kind() == Table.Kind.NUMBER ? " class=\"number\"" : "";
    }

    private void plate(Block.Plate plate) {
        var id = Places.figureId(plate);
        var name = "Figure" + Places.NO_BREAK + places.number(id);
        line("<figure id=\"" + id + "\" tabindex=\"-1\">");
        line("<div class=\"card scroll\" role=\"group\" tabindex=\"0\" aria-label=\"" + name + "\">");
        out.append(plate.figure().svg());
        line("</div>");
        line("<figcaption><p><strong>" + name + ".</strong> " + inline.html(plate.caption()) + "</p>");
        if (!plate.command().isEmpty()) {
            line("<div class=\"copy\"><pre tabindex=\"0\" aria-label=\"Command that makes " + name + "\"><code>"
                    + Xml.escape(plate.command()) + "</code></pre></div>");
        }
        files(plate.files());
        line("</figcaption>\n</figure>");
    }

    private void files(List<String> files) {
        if (!files.isEmpty()) {
            line("<p class=\"files\">"
                    + files.stream().map(BlockWriter::file).collect(Collectors.joining(" "))
                    + "</p>");
        }
    }

    /** Named by its kind; the name of the file is told to those who cannot see where it stands. */
    private static String file(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var kind = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return "<a href=\"" + Xml.escape(path) + "\" aria-label=\"" + Xml.escape(kind + ", " + name) + "\">" + kind
                + "</a>";
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
