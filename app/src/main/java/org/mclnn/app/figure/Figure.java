package org.mclnn.app.figure;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A figure of panels in rows and columns with one legend, as a journal prints it. Immutable; the same figure gives the same bytes of SVG
 * on every machine. Lengths are in pixels of 1/96 inch.
 */
public final class Figure {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final int WIDTH = 720; // two columns of a journal
    private static final int LEAST_WIDTH = 160;
    private static final double ASPECT = 0.72;

    private final String name;
    private final String title;
    private final int columns;
    private final List<Panel> panels;
    private final String heading;
    private final boolean sharedX;
    private final int width;
    private final List<Integer> heights;
    private volatile String svg = ""; // once it is drawn

    private Figure(
            String name,
            String title,
            int columns,
            List<Panel> panels,
            String heading,
            boolean sharedX,
            int width,
            List<Integer> heights) {
        this.name = name;
        this.title = title;
        this.columns = columns;
        this.panels = List.copyOf(panels);
        this.heading = heading;
        this.sharedX = sharedX;
        this.width = width;
        this.heights = List.copyOf(heights);
    }

    /**
     * Panels row by row; the last row may be short.
     *
     * @param name of its files and the start of all ids in its SVG: small letters, digits and hyphens
     * @param title a sentence that says what it shows, for those who cannot see it; not drawn
     * @throws IllegalArgumentException for a name of other characters, no panels, or no columns
     */
    public static Figure of(String name, String title, int columns, List<Panel> panels) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a figure's name has small letters, digits and hyphens, was '" + name + "'");
        }
        if (panels.isEmpty() || columns < 1) {
            throw new IllegalArgumentException("figure '" + name + "' needs panels and columns, was " + panels.size()
                    + " panels in " + columns + " columns");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("figure '" + name + "' needs a title for those who cannot see it");
        }
        int wide = Math.min(columns, panels.size());
        int height = Math.max(110, (int) Math.rint(ASPECT * (WIDTH / (double) wide - 55)));
        return new Figure(name, title, wide, panels, "", false, WIDTH, List.of(Math.min(height, 320)));
    }

    /** The panels of a column have the same x, which stands under the last one only. */
    public Figure sharedX() {
        return new Figure(name, title, columns, panels, heading, true, width, heights);
    }

    /** Words above everything. */
    public Figure heading(String text) {
        return new Figure(name, title, columns, panels, text, sharedX, width, heights);
    }

    public Figure width(int pixels) {
        if (pixels < LEAST_WIDTH * columns) {
            throw new IllegalArgumentException("figure '" + name + "' of " + columns + " columns needs a width of "
                    + LEAST_WIDTH * columns + " pixels, was " + pixels);
        }
        return new Figure(name, title, columns, panels, heading, sharedX, pixels, heights);
    }

    /** Height between the axes, of each row; the last one given stands for those that follow. */
    public Figure heights(int... pixels) {
        if (pixels.length == 0 || Arrays.stream(pixels).anyMatch(h -> h < 20)) {
            throw new IllegalArgumentException(
                    "rows of figure '" + name + "' need a height of 20 pixels, was " + Arrays.toString(pixels));
        }
        return new Figure(
                name,
                title,
                columns,
                panels,
                heading,
                sharedX,
                width,
                Arrays.stream(pixels).boxed().toList());
    }

    /** The figure as SVG that can stand in a file or inside HTML. */
    public String svg() {
        var drawn = svg;
        if (drawn.isEmpty()) {
            drawn = Svg.of(this);
            svg = drawn;
        }
        return drawn;
    }

    /**
     * The figure as PNG, with two dots a pixel.
     *
     * @throws IOException if this machine has no fonts
     */
    public byte[] png() throws IOException {
        return Png.of(this);
    }

    /**
     * The figure as PDF, its letters as outlines.
     *
     * @throws IOException if this machine has no fonts
     */
    public byte[] pdf() throws IOException {
        return Pdf.of(this);
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    public int width() {
        return width;
    }

    String heading() {
        return heading;
    }

    boolean hasSharedX() {
        return sharedX;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return (panels.size() + columns - 1) / columns;
    }

    List<Panel> panels() {
        return panels;
    }

    int height(int row) {
        return heights.get(Math.min(row, heights.size() - 1));
    }

    /** Of one column, from top to bottom. */
    List<Panel> column(int c) {
        return IntStream.iterate(c, k -> k < panels.size(), k -> k + columns)
                .mapToObj(panels::get)
                .toList();
    }
}
