package org.mclnn.app.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mclnn.app.figure.Figure;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.FindingsJson;
import org.mclnn.app.study.Piece;
import org.mclnn.app.study.Study;
import org.mclnn.app.study.Table;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.io.NewFile;

/** The whole paper: the pieces of work, and what is written once they are done: figures, tables, claims and one report. */
public final class Reproduction {
    private static final String FIGURES = "figures";
    private static final String TABLES = "tables";

    private final Settings settings;
    private final Set<Output> outputs;

    /** @throws IllegalArgumentException if nothing is left of the outputs with these systems */
    public Reproduction(Settings settings, Set<Output> outputs) {
        this.settings = settings;
        this.outputs = outputs;
        if (pieces().isEmpty()) {
            throw new IllegalArgumentException("of what is asked for nothing is about the systems that are asked for");
        }
    }

    /** In an order in which they can be done. */
    public List<Piece> pieces() {
        return Output.pieces(outputs, settings);
    }

    /**
     * What was written.
     *
     * @param verdicts on the claims in their order, a line each
     */
    public record Written(Path report, List<String> verdicts) {
        public Written {
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * Writes everything from a study whose pieces are done.
     *
     * @param version of the program
     * @param command that was given
     */
    public Written write(Path folder, Study study, String version, String command) throws IOException {
        Files.createDirectories(folder.resolve(FIGURES));
        Files.createDirectories(folder.resolve(TABLES));
        var figures = figures(study);
        for (var figure : figures.values()) {
            var base = FIGURES + "/" + figure.name();
            write(folder, base + ".svg", figure.svg());
            NewFile.write(folder.resolve(base + ".png"), figure.png());
            NewFile.write(folder.resolve(base + ".pdf"), figure.pdf());
        }
        var claims = new Claims(settings, study).all();
        var tables = tables(study);
        for (var table : tables.entrySet()) {
            write(
                    folder,
                    TABLES + "/" + table.getKey() + ".csv",
                    table.getValue().csv());
        }
        for (var piece : pieces()) {
            write(folder, TABLES + "/" + piece.name() + ".json", FindingsJson.text(study.findings(piece.name())));
        }
        write(folder, TABLES + "/claims.json", ClaimsJson.text(claims));
        var report = folder.resolve("report.html");
        write(folder, "report.html", new Report(settings, study, figures, claims, version, command).html());
        return new Written(
                report,
                claims.stream()
                        .map(claim -> String.format(
                                Locale.ROOT,
                                "claim %d  %-18s %s",
                                claim.question().number(),
                                claim.verdict().label(),
                                claim.question().title()))
                        .toList());
    }

    private static void write(Path folder, String name, String text) throws IOException {
        NewFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Systems of which all work of an output is done. */
    static List<ReferenceSystem> done(Settings settings, Study study, Function<ReferenceSystem, String> piece) {
        return settings.systems().stream()
                .filter(system -> study.find(piece.apply(system)).isPresent())
                .toList();
    }

    /** By name, in the order of the report. */
    private Map<String, Figure> figures(Study study) {
        var figures = new ArrayList<Figure>();
        for (var system : done(settings, study, Motions::name)) {
            var wanted = system == ReferenceSystem.LINEAR ? Output.FIG2 : Output.FIG3;
            if (outputs.contains(wanted)) {
                var name = system == ReferenceSystem.LINEAR ? "fig2" : "fig3-" + system.key();
                figures.add(MotionFigures.conservation(name, system, study.findings(Motions.name(system))));
            }
        }
        var moved = done(settings, study, Motions::name);
        if (outputs.contains(Output.POSITION) && !moved.isEmpty()) {
            figures.add(MotionFigures.position(moved, study));
        }
        var doubled = done(settings, study, Sizes::name);
        if (outputs.contains(Output.FIG4) && !doubled.isEmpty()) {
            figures.add(MotionFigures.sizes(doubled, study));
        }
        if (outputs.contains(Output.FIG5)) {
            figures.add(LawFigures.curves(done(settings, study, Curves::name), study));
        }
        if (outputs.contains(Output.FIG6)) {
            figures.add(LawFigures.parity(settings.systems(), settings, study));
        }
        if (outputs.contains(Output.FIG7) && !doubled.isEmpty()) {
            figures.add(MotionFigures.sizesConserved(doubled, study));
        }
        var widths = Sweep.table1(study, settings);
        if (outputs.contains(Output.TABLE1) && !widths.isEmpty()) {
            figures.add(LawFigures.widths(widths));
        }
        if (outputs.contains(Output.LEARNING)) {
            figures.add(LawFigures.learning(settings.systems(), settings, study));
        }
        var byName = new LinkedHashMap<String, Figure>();
        figures.forEach(figure -> byName.put(figure.name(), figure));
        return byName;
    }

    /** By the name of the file: every table of every piece, and those that are put together from several. */
    private Map<String, Table> tables(Study study) {
        var tables = new LinkedHashMap<String, Table>();
        for (var piece : pieces()) {
            Findings findings = study.findings(piece.name());
            findings.tables().forEach((name, table) -> tables.put(piece.name() + "-" + name.replace(' ', '-'), table));
        }
        if (outputs.contains(Output.TABLE1) && settings.systems().contains(ReferenceSystem.LINEAR)) {
            tables.put("table1", Sweep.table(Sweep.table1(study, settings)));
        }
        if (outputs.contains(Output.LEARNING)) {
            for (var system : settings.systems()) {
                tables.put("learning-" + system.key(), Learning.table(study, system, settings));
            }
        }
        return tables;
    }
}
