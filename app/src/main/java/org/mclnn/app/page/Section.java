package org.mclnn.app.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mclnn.app.figure.Figure;

/**
 * A section of a {@link Page}; things stand in it in the order in which they were added. All texts may have
 * {@link org.mclnn.app.figure.Marks}; {@code [](#figure-laws)} becomes "Figure 2", likewise for tables and sections.
 */
public final class Section {
    private final String id;
    private final String title;
    private final int level;
    private final List<Block> blocks = new ArrayList<>();

    Section(String id, String title, int level) {
        this.id = Ids.checked(id);
        this.title = title;
        this.level = level;
    }

    /** A paragraph. */
    public Section text(String text) {
        return add(new Block.Paragraph(text));
    }

    public Section bullets(String... items) {
        return add(new Block.Items(false, List.of(items)));
    }

    public Section numbered(String... items) {
        return add(new Block.Items(true, List.of(items)));
    }

    /**
     * Names and what they mean, in turns.
     *
     * @throws IllegalArgumentException for a name without a meaning
     */
    public Section terms(String... namesAndTexts) {
        if (namesAndTexts.length % 2 != 0) {
            throw new IllegalArgumentException("each name needs a text, was " + Arrays.toString(namesAndTexts));
        }
        var names = new ArrayList<String>();
        var texts = new ArrayList<String>();
        for (int k = 0; k < namesAndTexts.length; k += 2) {
            names.add(namesAndTexts[k]);
            texts.add(namesAndTexts[k + 1]);
        }
        return add(new Block.Terms(names, texts));
    }

    /** The words of somebody else. */
    public Section quote(String text, String source) {
        return add(new Block.Quote(text, source));
    }

    /** A verdict and why. */
    public Section verdict(Verdict verdict, String text) {
        return add(new Block.Judged(verdict, text));
    }

    /** Lines to copy into a terminal; shown as they are. */
    public Section code(String lines) {
        return add(new Block.Code(lines));
    }

    public Section table(Table table) {
        return add(new Block.Grid(table));
    }

    /**
     * A figure; the page refers to it as {@code [](#figure-name)}.
     *
     * @param command that makes it; empty: none
     * @param files of it beside the page
     * @throws IllegalArgumentException for a file elsewhere
     */
    public Section figure(Figure figure, String caption, String command, String... files) {
        return add(new Block.Plate(
                figure, caption, command, Arrays.stream(files).map(Ids::beside).toList()));
    }

    /**
     * A section in this one.
     *
     * @throws IllegalArgumentException if this one is in another one itself
     */
    public Section section(String id, String title) {
        if (level > 1) {
            throw new IllegalArgumentException("section '" + id + "' would be the third level, in '" + this.id + "'");
        }
        var part = new Section(id, title, level + 1);
        add(new Block.Part(part));
        return part;
    }

    private Section add(Block block) {
        blocks.add(block);
        return this;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    int level() {
        return level;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    List<Section> parts() {
        return blocks.stream()
                .filter(Block.Part.class::isInstance)
                .map(block -> ((Block.Part) block).section())
                .toList();
    }
}
