package org.mclnn.app.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Piece;
import org.mclnn.app.study.Table;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.evaluation.LawComparison;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.LearnedPotential;

/** Figure 5: V(r) and F(r) inside the distances seen, between them and beyond, aligned to the truth band by band. */
final class Curves {
    private static final int POINTS = 400;
    private static final double BEYOND = 0.25; // of the range seen, on both sides

    private Curves() {}

    static String name(ReferenceSystem system) {
        return "curve-" + system.key();
    }

    static Piece piece(ReferenceSystem system, Settings settings) {
        var needs = new ArrayList<>(Laws.networks(system, settings));
        needs.add(Laws.splines(system));
        return new Piece(
                name(system), "V(r) of " + Task.title(system), "seeds " + settings.cheap(), needs, 0.3, desk -> {
                    var coverage = Task.of(system).data().coverage();
                    var r = grid(coverage);
                    var networks = settings.cheap().stream()
                            .map(seed -> Laws.network(desk, system, seed))
                            .toList();
                    var table = Table.empty()
                            .with("r", r)
                            .with("band", column(r, x -> coverage.bandOf(x) + 1.0))
                            .with("density", column(r, coverage::density))
                            .with("truth V", column(r, system.law()::energy))
                            .with("truth F", column(r, system.law()::force));
                    table = with(table, Laws.MCLNN, networks, system, r);
                    for (var which : List.of(Laws.SPLINE, Laws.LEAST_SQUARES)) {
                        table = with(table, which, List.of(Laws.spline(desk, system, which)), system, r);
                    }
                    var bands = Table.empty()
                            .with(
                                    "from",
                                    coverage.bands().stream()
                                            .map(Coverage.Band::from)
                                            .toList())
                            .with(
                                    "to",
                                    coverage.bands().stream()
                                            .map(Coverage.Band::to)
                                            .toList());
                    return Findings.builder()
                            .table("curve", table)
                            .table("bands", bands)
                            .build();
                });
    }

    /** The median over some laws, with their lowest and highest. */
    private static Table with(
            Table table, String name, List<LearnedPotential> laws, ReferenceSystem system, double[] r) {
        var energies = laws.stream().map(law -> aligned(law, system, r)).toList();
        var forces = laws.stream().map(law -> column(r, law::force)).toList();
        return spread(spread(table, name + " V", energies), name + " F", forces);
    }

    private static Table spread(Table table, String name, List<double[]> curves) {
        int n = curves.get(0).length;
        var low = new double[n];
        var median = new double[n];
        var high = new double[n];
        for (int k = 0; k < n; k++) {
            int at = k;
            var values = curves.stream().mapToDouble(curve -> curve[at]).toArray();
            var spread = Spread.of(values);
            low[k] = Arrays.stream(values).min().orElseThrow();
            median[k] = spread.median();
            high[k] = spread.most();
        }
        var with = table.with(name, median);
        return curves.size() == 1 ? with : with.with(name + " low", low).with(name + " high", high);
    }

    /** V with the constant of the band it is in; between and beyond bands that of the nearest. */
    private static double[] aligned(LearnedPotential law, ReferenceSystem system, double[] r) {
        var aligned = LawComparison.of(law, system.law()).aligned(law);
        return column(r, aligned::energy);
    }

    private interface Curve {
        double at(double r);
    }

    private static double[] column(double[] r, Curve curve) {
        var values = new double[r.length];
        for (int k = 0; k < r.length; k++) {
            values[k] = curve.at(r[k]);
        }
        return values;
    }

    /** Evenly over the range seen and a quarter of it beyond both ends, as far as r is positive, with the ends of the bands. */
    private static double[] grid(Coverage coverage) {
        double range = coverage.to() - coverage.from();
        double from = Math.max(0.5 * coverage.from(), coverage.from() - BEYOND * range);
        double to = coverage.to() + BEYOND * range;
        var r = new ArrayList<Double>();
        for (int k = 0; k <= POINTS; k++) {
            r.add(from + (to - from) * k / POINTS);
        }
        coverage.bands().forEach(band -> r.addAll(List.of(band.from(), band.to())));
        return r.stream().mapToDouble(Double::doubleValue).sorted().distinct().toArray();
    }
}
