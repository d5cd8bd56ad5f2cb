package org.mclnn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page we write, in a browser: the sample, or the file named by {@code -Dmclnn.report=...}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
    private static final long LARGEST = 5_000_000; // bytes
    private static final int LONGEST_LINE = 78; // characters, the mean over a paragraph

    private final ShownPage shown = new ShownPage();

    @BeforeAll
    void takePictures() throws IOException {
        shown.pictures();
    }

    @AfterAll
    void close() {
        shown.close();
    }

    private Page open(int width) {
        return shown.open(width, ColorScheme.LIGHT);
    }

    @Test
    void nothingElseIsAskedForAndNothingIsComplainedAbout() {
        var asked = new ArrayList<String>();
        var complaints = new ArrayList<String>();
        var page = shown.blank(new Browser.NewContextOptions());
        page.onRequest(request -> asked.add(request.url()));
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.navigate(shown.address());
        page.waitForTimeout(500);
        assertThat(asked).containsExactly(shown.address());
        assertThat(complaints).isEmpty();
    }

    @Test
    void thePageIsSmallEnoughToSend() throws IOException {
        assertThat(Files.size(shown.file())).isLessThan(LARGEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 400, 768, 1120, 1600})
    void thePageDoesNotScrollSideways(int width) {
        assertThat(ShownPage.faults(open(width), "overflow()")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,400", "LIGHT,1600", "DARK,400", "DARK,1600"})
    void allWordsStandOutFromTheirGround(ColorScheme colours, int width) {
        assertThat(ShownPage.faults(shown.open(width, colours), "contrast()")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"headings()", "names()", "ids()", "links()"})
    void thePageIsWellFormed(String question) {
        assertThat(ShownPage.faults(open(1600), question)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1600})
    void wordsInFiguresDoNotTouch(int width) {
        assertThat(ShownPage.faults(open(width), "collisions()")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1600})
    void linesAreShortEnoughToRead(int width) {
        assertThat(ShownPage.faults(open(width), "lines(" + LONGEST_LINE + ")")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1600})
    void whatScrollsCanBeScrolledByKeyboard(int width) {
        assertThat(ShownPage.faults(open(width), "regions()")).isEmpty();
    }

    @Test
    void theFirstTabReachesTheSkipLinkWhichSkips() {
        var page = open(1600);
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        assertThat(page.evaluate("document.activeElement.getBoundingClientRect().top >= 0"))
                .isEqualTo(true);
        assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.querySelector('main').contains(document.activeElement)"))
                .isEqualTo(true);
    }

    @Test
    void everyLinkOfTheContentsLeadsToItsHeading() {
        for (int width : new int[] {400, 1600}) {
            var page = open(width);
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            if (width == 400) {
                page.click("details.fold > summary");
            }
            for (var link : page.querySelectorAll(width == 400 ? ".fold .toc a" : ".side .toc a")) {
                var id = link.getAttribute("href").substring(1);
                link.click();
                var top = ((Number) page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", id))
                        .doubleValue();
                assertThat(top).as(id).isBetween(-1.0, 900.0);
                assertThat(page.evaluate("location.hash")).isEqualTo("#" + id);
            }
            assertThat(page.querySelectorAll(".toc a")).isNotEmpty();
        }
    }

    @Test
    void theContentsSayWhereOneIs() {
        var page = open(1600);
        page.evaluate("document.querySelectorAll('h2')[1].scrollIntoView({behavior: 'instant'})");
        page.waitForTimeout(200);
        assertThat(
                        page.evaluate(
                                "document.querySelector('[aria-current]').hash === '#' + document.querySelectorAll('h2')[1].id"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void theSwitchTurnsLightToDarkAndBack(ColorScheme colours) {
        var page = shown.open(1600, colours);
        var before = page.evaluate("getComputedStyle(document.body).backgroundColor");
        page.click("button.theme");
        var after = page.evaluate("getComputedStyle(document.body).backgroundColor");
        assertThat(after).isNotEqualTo(before);
        assertThat(ShownPage.faults(page, "contrast()")).isEmpty();
        page.click("button.theme");
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(before);
    }

    @Test
    void withoutScriptNothingIsMissingButTheButtons() {
        var page = shown.blank(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1600, 900));
        page.navigate(shown.address());
        assertThat(page.isVisible("h1")).isTrue();
        assertThat(page.isVisible(".side .toc a >> nth=0")).isTrue();
        assertThat(page.querySelectorAll("button")).isEmpty();
        assertThat(page.querySelectorAll("svg")).hasSameSizeAs(open(1600).querySelectorAll("svg"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void onPaperTheGroundIsWhiteAndOnlyTheTextIsPrinted(ColorScheme colours) {
        var page = shown.open(794, colours); // A4
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(colours));
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        for (var hidden : List.of(".side", ".fold", ".skip", ".theme")) {
            assertThat(page.isVisible(hidden)).as(hidden).isFalse();
        }
        assertThat(ShownPage.faults(page, "contrast()")).isEmpty();
        assertThat(ShownPage.faults(page, "overflow()")).isEmpty();
    }

    @Test
    void thePageSaysItsLanguageAndTitle() {
        var page = open(1600);
        assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
        assertThat(page.title()).isNotBlank();
    }
}
