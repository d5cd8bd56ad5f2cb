package org.mclnn.app.cli;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Where output goes, as found at the start.
 *
 * @param outIsTerminal whether somebody looks at {@code out}; {@code errIsTerminal} likewise
 * @param columns width in characters
 * @param unicode whether block and braille characters can be shown
 * @param dumb whether it cannot move the cursor
 * @param noColor whether colours are not wanted unless asked for
 */
record Terminal(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        int columns,
        boolean unicode,
        boolean dumb,
        boolean noColor) {
    private static final int USUAL_COLUMNS = 80;

    /** The terminal of this process; output is UTF-8 whatever the locale. */
    static Terminal detect(Pipe out, Pipe err) {
        return of(
                out.printer(),
                err.printer(),
                name -> System.getenv().getOrDefault(name, ""),
                name -> System.getProperty(name, ""));
    }

    /** The launcher tells by properties what only a shell can find out. */
    static Terminal of(
            PrintStream out, PrintStream err, UnaryOperator<String> environment, UnaryOperator<String> properties) {
        var told = properties.apply("mclnn.tty"); // "out,err", "out", "err" or "none"
        boolean guess = told.isEmpty() && consoleIsTerminal();
        var term = environment.apply("TERM");
        return new Terminal(
                out,
                err,
                guess || told.contains("out"),
                guess || told.contains("err"),
                columns(environment.apply("COLUMNS"), properties.apply("mclnn.columns")),
                unicode(environment, properties.apply("mclnn.locale"), term),
                term.equals("dumb"),
                term.equals("dumb") || !environment.apply("NO_COLOR").isEmpty());
    }

    private static int columns(String... candidates) {
        for (var text : candidates) {
            if (text.matches("[1-9][0-9]{0,4}")) {
                return Integer.parseInt(text);
            }
        }
        return USUAL_COLUMNS;
    }

    /** A locale that is not set says nothing, and nearly every terminal knows UTF-8; one that is set is believed. */
    private static boolean unicode(UnaryOperator<String> environment, String launcherLocale, String term) {
        if (term.equals("linux")) { // the text console has no braille
            return false;
        }
        var locale = launcherLocale;
        for (var name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            if (locale.isEmpty()) {
                locale = environment.apply(name);
            }
        }
        var charset = locale.toLowerCase(Locale.ROOT).replace("-", "");
        return locale.isEmpty() || charset.equals("unset") || charset.contains("utf8");
    }

    /** Since JDK 22 there may be a console where nobody looks; it tells by a method that 17 does not have. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean consoleIsTerminal() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
