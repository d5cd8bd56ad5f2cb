package org.mclnn.app.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of HTML in one file that asks for nothing else: no script, font or picture from elsewhere, no network. To be built once, from
 * top to bottom; the same page gives the same text.
 */
public final class Page {
    private final String title;
    private final List<String> lead = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private String footer = "";

    private Page(String title) {
        this.title = title;
    }

    public static Page of(String title) {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a page needs a title");
        }
        return new Page(title);
    }

    /** A paragraph of the abstract. */
    public Page lead(String text) {
        lead.add(text);
        return this;
    }

    /** A line below the abstract: what it was made with, on which machine. */
    public Page fact(String name, String text) {
        facts.add(name);
        facts.add(text);
        return this;
    }

    /** The last line. */
    public Page footer(String text) {
        footer = text;
        return this;
    }

    public Section section(String id, String title) {
        var section = new Section(id, title, 1);
        sections.add(section);
        return section;
    }

    /**
     * The whole page.
     *
     * @throws IllegalArgumentException for two things of one name, or a reference to a place that is not there
     */
    public String html() {
        return new PageWriter(this).write();
    }

    String title() {
        return title;
    }

    List<String> lead() {
        return List.copyOf(lead);
    }

    List<String> facts() {
        return List.copyOf(facts);
    }

    List<Section> sections() {
        return List.copyOf(sections);
    }

    String footer() {
        return footer;
    }
}
