package org.mclnn.app.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mclnn.app.terminal.ProgressLine;

/** How a verb talks: results, notes, warnings, progress, and one JSON object if that was asked for. */
public final class Console {
    private static final int WIDEST = 120;
    private static final Pattern COLOURS = Pattern.compile("\033\\[[0-9;]*m");

    private final Terminal terminal;
    private final boolean json;
    private final boolean quiet;
    private final Common.When color;
    private final StringBuilder said = new StringBuilder();
    private boolean jsonWritten;

    Console(Terminal terminal, boolean json, boolean quiet, Common.When color) {
        this.terminal = terminal;
        this.json = json;
        this.quiet = quiet;
        this.color = color;
    }

    /** The result in words: on stdout, with {@code --json} on stderr. Formatted with {@link Locale#ROOT}. */
    public void say(String format, Object... args) {
        println(talk(), text(format, args));
    }

    /** The result as ready-made text, a chart for instance; a line end is added. */
    public void print(String text) {
        println(talk(), text);
    }

    /** What was decided or what to do next: on stderr, not with {@code --quiet}. */
    public void note(String format, Object... args) {
        var text = text(format, args);
        if (quiet) {
            keep(text);
        } else {
            println(terminal.err(), text);
        }
    }

    /** Something the user should not miss: on stderr. */
    public void warn(String format, Object... args) {
        println(terminal.err(), paint(errColor(), "33", "warning: ") + text(format, args));
    }

    /** With {@code --json}, writes the one object that stdout carries; without, does nothing. */
    public void result(JsonOut object) {
        if (!json) {
            return;
        }
        if (jsonWritten) {
            throw new IllegalStateException("stdout carries one JSON object only");
        }
        jsonWritten = true;
        terminal.out().println(object.toText());
        terminal.out().flush();
    }

    /**
     * Progress of a job on stderr; close it before other output.
     *
     * @param label short, such as {@code training}
     * @param unit what is counted, such as {@code it}
     * @param total how many there will be, 0 if not known
     */
    public ProgressLine progress(String label, String unit, long total) {
        boolean redraw = terminal.errIsTerminal() && !terminal.dumb();
        return new ProgressLine(
                terminal.err(),
                new ProgressLine.Look(redraw, quiet, width(), unicode()),
                label,
                unit,
                total,
                System::nanoTime);
    }

    /** Whether stdout is wanted as JSON. */
    public boolean json() {
        return json;
    }

    public boolean quiet() {
        return quiet;
    }

    /** Whether what {@link #print} shows may be coloured. */
    public boolean color() {
        return wanted(json ? terminal.errIsTerminal() : terminal.outIsTerminal());
    }

    /** Whether block and braille characters can be shown. */
    public boolean unicode() {
        return terminal.unicode();
    }

    /** Columns to fill: those of the terminal, at most {@value #WIDEST}. */
    public int width() {
        return Math.min(WIDEST, terminal.columns());
    }

    /** Where progress and notes go. */
    public PrintStream err() {
        return terminal.err();
    }

    /** Text for {@link #say} in a colour, by its ANSI code, where colours are wanted. */
    String ink(String code, String text) {
        return paint(color(), code, text);
    }

    void error(int code, String message) {
        println(terminal.err(), paint(errColor(), "31", "mclnn: ") + message);
        if (json && !jsonWritten) {
            result(new JsonOut().put("error", message).put("exitCode", code));
        }
    }

    private boolean errColor() {
        return wanted(terminal.errIsTerminal());
    }

    private boolean wanted(boolean isTerminal) {
        return color == Common.When.ALWAYS || (color == Common.When.AUTO && isTerminal && !terminal.noColor());
    }

    private PrintStream talk() {
        return json ? terminal.err() : terminal.out();
    }

    private static String paint(boolean color, String code, String text) {
        return color ? "\033[" + code + "m" + text + "\033[0m" : text;
    }

    private static String text(String format, Object... args) {
        return args.length == 0 ? format : String.format(Locale.ROOT, format, args);
    }

    private void println(PrintStream stream, String text) {
        stream.println(text);
        stream.flush();
        keep(text);
    }

    private synchronized void keep(String text) {
        said.append(COLOURS.matcher(text).replaceAll("")).append('\n');
    }

    /** All that was said so far, notes also where they were not wanted on the screen; without progress and colours. */
    synchronized String said() {
        return said.toString();
    }
}
