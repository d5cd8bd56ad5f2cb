package org.mclnn.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.mclnn.app.page.SamplePage;

/** A page in a file and the browser that shows it. */
final class ShownPage implements AutoCloseable {
    private final Path file = choose();
    private final Playwright playwright = Chromium.playwright();
    private final Browser browser = Chromium.launch(playwright);

    private static Path choose() {
        var given = System.getProperty("mclnn.report", "");
        if (!given.isEmpty()) {
            if (!Files.isRegularFile(Path.of(given))) {
                throw new AssertionError("there is no page " + given + " (from -Dmclnn.report)");
            }
            return Path.of(given).toAbsolutePath();
        }
        try {
            var sample = Files.createDirectories(Path.of("target", "sample")).resolve("report.html");
            return Files.writeString(sample, SamplePage.page().html()).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    String address() {
        return file.toUri().toString();
    }

    /** An empty window. */
    Page blank(Browser.NewContextOptions options) {
        return browser.newContext(options).newPage();
    }

    Page open(int width, ColorScheme colours) {
        var page = blank(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(colours));
        page.navigate(address());
        return page;
    }

    /**
     * What is wrong, in sentences.
     *
     * @param question a call of a function in look.js
     */
    @SuppressWarnings("unchecked")
    static List<String> faults(Page page, String question) {
        return (List<String>) page.evaluate("() => {" + script() + "return look." + question + ";}");
    }

    private static String script() {
        try (var in = Objects.requireNonNull(ShownPage.class.getResourceAsStream("look.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pictures of the page for people to look at, if {@code -Dmclnn.pictures=FOLDER} asks for them. */
    void pictures() throws IOException {
        var folder = System.getProperty("mclnn.pictures", "");
        if (folder.isEmpty()) {
            return;
        }
        Files.createDirectories(Path.of(folder));
        for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {400, 1600}) {
                var name = colours.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
                open(width, colours)
                        .screenshot(
                                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name)));
            }
        }
        open(1200, ColorScheme.LIGHT).pdf(new Page.PdfOptions().setFormat("A4").setPath(Path.of(folder, "print.pdf")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
