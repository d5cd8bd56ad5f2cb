package org.mclnn.app.page;

import java.util.List;
import org.mclnn.app.figure.Figure;

/** What stands below each other in a section. */
sealed interface Block {
    record Paragraph(String text) implements Block {}

    record Items(boolean numbered, List<String> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Terms(List<String> names, List<String> texts) implements Block {
        public Terms {
            names = List.copyOf(names);
            texts = List.copyOf(texts);
        }
    }

    record Quote(String text, String source) implements Block {}

    record Judged(Verdict verdict, String text) implements Block {}

    record Code(String text) implements Block {}

    record Grid(Table table) implements Block {}

    /** @param files beside the page */
    record Plate(Figure figure, String caption, String command, List<String> files) implements Block {
        public Plate {
            files = List.copyOf(files);
        }
    }

    record Part(Section section) implements Block {}
}
