package org.mclnn.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mclnn.app.figure.Axis;
import org.mclnn.app.figure.Figure;
import org.mclnn.app.figure.Panel;
import org.mclnn.app.figure.Role;

class PageTest {
    private static Figure figure(String name) {
        var panel = Panel.of("", Axis.linear("*x*"), Axis.linear("*y*"))
                .line(Role.FIRST, new double[] {0, 1}, new double[] {0, 1});
        return Figure.of(name, "A line", 1, List.of(panel)).width(400);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Test
    void thePageAsksForNothing() {
        var html = SamplePage.page().html();
        assertThat(html).doesNotContain("<link", "@import", "src=", "url(http", "<iframe", " style=", "onclick");
        assertThat(found("url\\(([^)]*)\\)", html)).allMatch(target -> target.startsWith("#"));
        var style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        var script = html.substring(html.indexOf("<script>") + 8, html.indexOf("</script>"));
        assertThat(html)
                .contains("content=\"default-src 'none'; style-src " + Assets.fingerprint(style)
                        + "; img-src data:; script-src " + Assets.fingerprint(script)
                        + "; base-uri 'none'; form-action 'none'\"");
    }

    @Test
    void theSamePageIsTheSameText() {
        assertThat(SamplePage.page().html()).isEqualTo(SamplePage.page().html());
    }

    @Test
    void idsAreUniqueAndEveryReferenceLeadsToOne() {
        var html = SamplePage.page().html();
        var ids = found(" id=\"([^\"]*)\"", html);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(new HashSet<>(ids))
                .containsAll(found("href=\"#([^\"]*)\"", html))
                .containsAll(found("aria-labelledby=\"([^\"]*)\"", html))
                .containsAll(found("url\\(#([^)]*)\\)", html));
    }

    @Test
    void textStandsAsItIsWhateverIsInIt() {
        var page = Page.of("a < b & c");
        page.section("s", "<i>title</i>")
                .text("<script>alert('x')</script> \"&amp;\"")
                .code("a && b < \"c\"")
                .table(Table.of("t", "<b>").text("<head>").row("<cell>"));
        var html = page.html();
        assertThat(html)
                .contains("<title>a &lt; b &amp; c</title>")
                .contains("&lt;i&gt;title&lt;/i&gt;")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;&amp;amp;&quot;")
                .contains("a &amp;&amp; b &lt; &quot;c&quot;")
                .contains("&lt;cell&gt;");
        assertThat(found("(<script)", html)).hasSize(1);
    }

    @Test
    void marksBecomeElements() {
        var page = Page.of("t");
        page.section("s", "S").text("*V* **all** `x<y` r_{0} 10⁻⁸ [there](#s)");
        assertThat(page.html())
                .contains("<em>V</em> <strong>all</strong> <code>x&lt;y</code> r<sub>0</sub> 10<sup>−8</sup> "
                        + "<a href=\"#s\">there</a>");
    }

    @Test
    void figuresTablesAndSectionsAreNumberedAndReferredTo() {
        var page = Page.of("t").lead("[](#figure-b), [](#table-t), [](#inner)");
        var outer = page.section("outer", "Outer");
        outer.figure(figure("a"), "first", "");
        outer.section("inner", "Inner")
                .figure(figure("b"), "second", "./mclnn law", "figures/b.svg", "b.csv")
                .table(Table.of("t", "numbers").text("x"));
        var html = page.html();
        assertThat(html)
                .contains("<a href=\"#figure-b\">Figure\u00A02</a>, <a href=\"#table-t\">Table\u00A01</a>, "
                        + "<a href=\"#inner\">Section\u00A01.1</a>")
                .contains("<strong>Figure\u00A02.</strong> second")
                .contains("<code>./mclnn law</code>")
                .contains("href=\"figures/b.svg\"", ">CSV</a>");
    }

    @Test
    void verdictsAreWordsAndASign() {
        var page = Page.of("t");
        page.section("s", "S")
                .verdict(Verdict.UNDECIDED, "why")
                .table(Table.of("t", "c")
                        .text("claim")
                        .verdict("verdict")
                        .row("one", "FAILS")
                        .row("two", ""));
        assertThat(page.html()).contains("?</span> CANNOT BE DECIDED", "✗</span> FAILS");
    }

    @Test
    void numbersStandOnTheRightWithTheirUnitInTheHead() {
        var page = Page.of("t");
        page.section("s", "S")
                .table(Table.of("t", "c")
                        .text("system")
                        .number("error", "m s⁻¹")
                        .row("spring", "1.5"));
        assertThat(page.html())
                .contains("<th scope=\"col\" class=\"number\">error <span class=\"unit\">m s<sup>−1</sup></span></th>")
                .contains("<th scope=\"row\">spring</th><td class=\"number\">1.5</td>");
    }

    @Test
    void whatWouldBreakThePageIsRefused() {
        var page = Page.of("t");
        var section = page.section("s", "S");
        assertThatIllegalArgumentException().isThrownBy(() -> Page.of(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> page.section("S 1", "x"))
                .withMessageContaining("S 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> section.section("t", "T").section("u", "U"))
                .withMessageContaining("third level");
        assertThatIllegalArgumentException().isThrownBy(() -> section.terms("name"));
        for (var elsewhere :
                List.of("/etc/passwd", "../x.svg", "https://a.b/x.svg", "javascript:alert(1)", "a b.svg", "")) {
            assertThatIllegalArgumentException()
                    .as(elsewhere)
                    .isThrownBy(() -> section.figure(figure("a"), "c", "", elsewhere));
        }
        var table = Table.of("t", "c").text("a").verdict("b");
        assertThatIllegalArgumentException().isThrownBy(() -> table.row("x")).withMessageContaining("2 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.row("x", "MAYBE"))
                .withMessageContaining("MAYBE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.row("x", "HOLDS").text("late"));
    }

    @Test
    void referencesToNothingAndTwoThingsOfOneNameAreFoundWhenThePageIsWritten() {
        var dangling = Page.of("t").lead("[](#figure-x)");
        assertThatIllegalArgumentException().isThrownBy(dangling::html).withMessageContaining("#figure-x");
        var script = Page.of("t").lead("[x](javascript:alert)");
        assertThatIllegalArgumentException().isThrownBy(script::html);
        var twice = Page.of("t");
        twice.section("s", "S").figure(figure("a"), "", "").figure(figure("a"), "", "");
        assertThatIllegalArgumentException().isThrownBy(twice::html).withMessageContaining("figure-a");
    }
}
