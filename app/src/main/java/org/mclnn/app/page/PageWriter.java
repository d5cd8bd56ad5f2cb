package org.mclnn.app.page;

import java.util.List;
import org.mclnn.app.figure.Marks;
import org.mclnn.app.figure.Palette;
import org.mclnn.app.figure.Xml;

/** Writes the frame of a page: head, contents, sections. */
final class PageWriter {
    private static final int ROOM = 992; // widest figure, in pixels
    private static final int MARGINS = 42; // of the page

    private final Page page;
    private final Places places;
    private final Inline inline;
    private final BlockWriter blocks;
    private final StringBuilder out = new StringBuilder();

    PageWriter(Page page) {
        this.page = page;
        places = new Places(page.sections());
        inline = new Inline(places);
        blocks = new BlockWriter(out, places, inline);
    }

    String write() {
        head();
        line("<body id=\"top\">");
        line("<a class=\"skip\" href=\"#main\">Skip to the text</a>");
        line("<div class=\"frame\">");
        if (!page.sections().isEmpty()) {
            line("<nav class=\"side\" aria-label=\"Contents\"><p class=\"toc-title\">Contents</p>");
            contents();
            line("</nav>");
        }
        line("<main id=\"main\" tabindex=\"-1\">");
        header();
        for (var section : page.sections()) {
            section(section);
            line("<p class=\"up\"><a href=\"#top\">Back to top</a></p>");
        }
        if (!page.footer().isEmpty()) {
            line("<footer><p>" + inline.html(page.footer()) + "</p></footer>");
        }
        line("</main>\n</div>");
        line("<script>" + Assets.read("page.js") + "</script>");
        line("</body>\n</html>");
        return out.toString();
    }

    private void head() {
        var style = Assets.read("page.css")
                        .replace("/* figures, light */", Palette.light())
                        .replace("/* figures, dark */", Palette.dark())
                + Palette.rules(".card")
                + widths();
        line("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
        line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                + Assets.fingerprint(style) + "; img-src data:; script-src "
                + Assets.fingerprint(Assets.read("page.js")) + "; base-uri 'none'; form-action 'none'\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<meta name=\"color-scheme\" content=\"light dark\">");
        line("<title>" + Xml.escape(plain(page.title())) + "</title>");
        line("<style>" + style + "</style>\n</head>");
    }

    private static String plain(String text) {
        return Marks.of(text).plain();
    }

    /** Figures grow with the page up to a limit, and scroll where they would get too small to read. */
    private String widths() {
        var rules = new StringBuilder();
        for (var plate : places.plates()) {
            int width = plate.figure().width();
            int least = width * 4 / 5;
            var id = '#' + Places.figureId(plate);
            rules.append(id).append(" svg{max-width:").append(Math.min(ROOM, width * 11 / 8));
            rules.append("px;min-width:").append(least).append("px}\n");
            rules.append("@media screen and (max-width:")
                    .append(least + MARGINS)
                    .append("px){");
            rules.append(id).append(" .card::before{content:'scrolls sideways \\2192'}}\n");
        }
        return rules.toString();
    }

    private void contents() {
        line("<ol class=\"toc\">");
        for (var section : page.sections()) {
            out.append("<li>").append(link(section));
            if (!section.parts().isEmpty()) {
                out.append("<ol>");
                for (var part : section.parts()) {
                    out.append("<li>").append(link(part)).append("</li>");
                }
                out.append("</ol>");
            }
            line("</li>");
        }
        line("</ol>");
    }

    private String link(Section section) {
        return "<a href=\"#" + section.id() + "\"><span class=\"number\">" + places.number(section.id()) + "</span> "
                + inline.html(section.title()) + "</a>";
    }

    private void header() {
        line("<header>");
        line("<h1>" + inline.html(page.title()) + "</h1>");
        if (!page.lead().isEmpty()) {
            line("<div class=\"lead\">");
            page.lead().forEach(text -> line("<p>" + inline.html(text) + "</p>"));
            line("</div>");
        }
        facts(page.facts());
        line("</header>");
        if (!page.sections().isEmpty()) {
            line("<details class=\"fold\"><summary>Contents</summary>\n<nav aria-label=\"Contents\">");
            contents();
            line("</nav></details>");
        }
    }

    private void facts(List<String> facts) {
        if (facts.isEmpty()) {
            return;
        }
        line("<dl class=\"facts\">");
        for (int k = 0; k < facts.size(); k += 2) {
            line("<div><dt>" + inline.html(facts.get(k)) + "</dt><dd>" + inline.html(facts.get(k + 1)) + "</dd></div>");
        }
        line("</dl>");
    }

    private void section(Section section) {
        var heading = "h" + (section.level() + 1);
        line("<section aria-labelledby=\"" + section.id() + "\">");
        line("<" + heading + " id=\"" + section.id() + "\" tabindex=\"-1\"><span class=\"number\">"
                + places.number(section.id()) + "</span> " + inline.html(section.title()) + "</" + heading + ">");
        for (var block : section.blocks()) {
            if (block instanceof Block.Part part) {
                section(part.section());
            } else {
                blocks.write(block);
            }
        }
        line("</section>");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
