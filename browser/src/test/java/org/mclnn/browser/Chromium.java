package org.mclnn.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The browser that is on the PATH, without a window. */
final class Chromium {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private Chromium() {}

    /** Fails with what to do where there is none: a page that no browser has shown is not tested. */
    static Browser launch(Playwright playwright) {
        var program = find().orElseThrow(() -> new AssertionError("no browser on the PATH (looked for "
                + String.join(", ", NAMES)
                + "), so pages cannot be tested; get one with: apt install chromium (Debian), "
                + "snap install chromium (Ubuntu), brew install --cask chromium (macOS)"));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--enable-unsafe-swiftshader",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private static Optional<Path> find() {
        var folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(Pattern.quote(File.pathSeparator));
        for (var name : NAMES) {
            for (var folder : folders) {
                var program = Path.of(folder, name);
                if (Files.isExecutable(program)) {
                    return Optional.of(program);
                }
            }
        }
        return Optional.empty();
    }
}
