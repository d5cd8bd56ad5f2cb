package org.mclnn.app.figure;

import java.util.Locale;

/**
 * What a page with figures inside needs so that they can be dark: rules that ask for each colour by a variable, and the variables'
 * values. In a file of its own a figure is always on white.
 */
public final class Palette {
    private Palette() {}

    /** Rules of CSS for figures below this selector. */
    public static String rules(String selector) {
        var out = new StringBuilder();
        out.append(selector).append(" svg{fill:").append(value(Ink.BLACK)).append(";stroke:");
        out.append(value(Ink.BLACK)).append("}\n");
        for (var ink : Ink.values()) {
            for (var property : new String[] {"fill", "stroke"}) {
                out.append(selector)
                        .append(" svg [")
                        .append(property)
                        .append("=\"")
                        .append(ink.hex());
                out.append("\"]{")
                        .append(property)
                        .append(':')
                        .append(value(ink))
                        .append("}\n");
            }
        }
        return out.toString();
    }

    /** The variables as they are on white. */
    public static String light() {
        return variables(false);
    }

    /** The variables for a dark ground, {@code #161616}. */
    public static String dark() {
        return variables(true);
    }

    private static String variables(boolean dark) {
        var out = new StringBuilder();
        for (var ink : Ink.values()) {
            out.append(name(ink))
                    .append(':')
                    .append(dark ? ink.darkHex() : ink.hex())
                    .append(';');
        }
        return out.toString();
    }

    private static String value(Ink ink) {
        return "var(" + name(ink) + ")";
    }

    private static String name(Ink ink) {
        return "--ink-" + ink.name().toLowerCase(Locale.ROOT);
    }
}
