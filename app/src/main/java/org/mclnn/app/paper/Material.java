package org.mclnn.app.paper;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mclnn.app.figure.Figure;
import org.mclnn.app.page.Section;
import org.mclnn.app.study.Study;
import org.mclnn.dynamics.ReferenceSystem;

/** What the sections of the report are made from. */
record Material(Settings settings, Study study, Map<String, Figure> figures) {
    static final String REDUCED = "reduced units";
    static final String LEFT_OUT = "Left out of this run.";
    static final String LENGTH_SQUARED = "length^{2}";

    /** Puts a figure where it was made. */
    void figure(Section section, String name, String caption) {
        var figure = figures.get(name);
        if (figure == null) {
            return;
        }
        var base = "figures/" + name;
        section.figure(
                figure,
                caption,
                "mclnn reproduce --only " + name.replaceAll("-.*", ""),
                base + ".svg",
                base + ".pdf",
                base + ".png");
    }

    /** Systems of which a piece is done; where there are none the section says so. */
    List<ReferenceSystem> done(Section section, Function<ReferenceSystem, String> piece) {
        var systems = Reproduction.done(settings, study, piece);
        if (systems.isEmpty()) {
            section.text(LEFT_OUT);
        }
        return systems;
    }

    /** {@code 5 seeds}. */
    String seeds() {
        int seeds = settings.cheap().size();
        return seeds == 1 ? "one seed" : seeds + " seeds";
    }
}
