package org.mclnn.app.figure;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.mclnn.app.chart.LawCurves;
import org.mclnn.app.chart.ValueRange;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairPotential;
import org.mclnn.potential.Units;

/** A picture of a law for a paper or a talk: V(r) above F(r) above the distances seen, on one axis of r. */
public final class LawFigure {
    private static final int POINTS = 1000;
    private static final int BINS = 120;
    private static final int FINE = 8; // samples of the density per bin
    private static final List<Role> OVERLAID =
            List.of(Role.MCLNN, Role.BASELINE, Role.SPLINE, Role.LEAST_SQUARES, Role.UNDIVIDED, Role.ADAM);

    private LawFigure() {}

    /**
     * The picture.
     *
     * @param truth drawn beside the law, which is moved onto it band by band
     * @param heading words above it; may be empty
     */
    public static Figure of(LearnedPotential law, Optional<PairPotential> truth, String heading) {
        return of(LawCurves.of(law, truth, POINTS), heading);
    }

    /** Has fonts and painter loaded: the first picture takes them as long as a short training. */
    public static void prepare() {
        try {
            var panel = Panel.of("(a) law", Axis.linear("*r*"), Axis.linear("*V*"))
                    .line(Role.MCLNN, new double[] {0, 1}, new double[] {0, 1})
                    .spread(Role.TRUTH, new double[] {0, 1}, new double[] {0, 0}, new double[] {0, 1});
            Figure.of("law", "law", 1, List.of(panel)).width(160).heights(60).png();
        } catch (IOException e) {
            // the picture itself will say so
        }
    }

    private static String length(Units units) {
        return "*r* (" + units.lengthWords() + ")";
    }

    private static String energy(Units units) {
        return "*V*(*r*)" + (units.perMass() ? "/*m*" : "") + " (" + squared(units.energyWords()) + ")";
    }

    private static String force(Units units) {
        return "*F*(*r*)" + (units.perMass() ? "/*m*" : "") + " (" + squared(units.forceWords()) + ")";
    }

    private static String squared(String words) {
        return words.replace("^2", "²");
    }

    private static Figure of(LawCurves curves, String heading) {
        double from = curves.coverage().from();
        double to = curves.coverage().to();
        double margin = 0.02 * (to - from);
        var units = curves.units();
        var r = Axis.linear(length(units)).from(from - margin).to(to + margin);
        var energy = panel(r, energy(units), curves, curves.energy(), curves.truthEnergy());
        var force = panel(r, force(units), curves, curves.force(), curves.truthForce());
        return Figure.of(
                        "law",
                        "The learned law: energy, force, and the distances seen",
                        1,
                        List.of(energy, force, seen(r, curves)))
                .heading(heading)
                .sharedX()
                .width(560)
                .heights(190, 190, 40);
    }

    /**
     * Laws over each other: V(r) above F(r).
     *
     * @param first the name of the law that the others are moved onto; it is the truth of their curves
     * @param names of the others
     * @param laws the others, all on one grid
     */
    public static Figure overlay(String first, List<String> names, List<LawCurves> laws) {
        var base = laws.get(0);
        var r = Axis.linear(length(base.units()));
        var energy = Panel.of("", r, Axis.linear(energy(base.units())).focus());
        var force = Panel.of("", r, Axis.linear(force(base.units())).focus());
        var x = lifted(base, base.r());
        energy = energy.line(Role.TRUTH, first, x, lifted(base, base.truthEnergy()));
        force = force.line(Role.TRUTH, first, x, lifted(base, base.truthForce()));
        for (int k = 0; k < laws.size(); k++) {
            var role = OVERLAID.get(k % OVERLAID.size());
            energy = energy.line(role, names.get(k), x, lifted(base, laws.get(k).energy()));
            force = force.line(role, names.get(k), x, lifted(base, laws.get(k).force()));
        }
        return Figure.of(
                        "laws",
                        "Learned laws over each other: energy and force",
                        1,
                        List.of(gaps(energy, base), gaps(force, base)))
                .sharedX()
                .width(560)
                .heights(210);
    }

    private static Panel panel(Axis r, String label, LawCurves curves, double[] y, double[] truth) {
        var range = ValueRange.of(y);
        var axis = Axis.linear(label).from(range.low()).to(range.high()).focus();
        var panel = Panel.of("", r, axis);
        if (range.low() < 0 && range.high() > 0) {
            panel = panel.horizontal(0, "");
        }
        if (truth.length > 0) {
            panel = panel.line(Role.TRUTH, lifted(curves, curves.r()), lifted(curves, truth));
        }
        return gaps(panel.line(Role.MCLNN, "learned", lifted(curves, curves.r()), lifted(curves, y)), curves);
    }

    /** With a NaN between bands, which lifts the pen. */
    private static double[] lifted(LawCurves curves, double[] values) {
        var out = new double[values.length + curves.coverage().bands().size() - 1];
        int size = 0;
        for (int k = 0; k < values.length; k++) {
            if (k > 0 && curves.band()[k] != curves.band()[k - 1]) {
                out[size++] = Double.NaN;
            }
            out[size++] = values[k];
        }
        return Arrays.copyOf(out, size);
    }

    private static Panel gaps(Panel panel, LawCurves curves) {
        var bands = curves.coverage().bands();
        for (int b = 1; b < bands.size(); b++) {
            panel = panel.undetermined(bands.get(b - 1).to(), bands.get(b).from());
        }
        return panel;
    }

    /** The histogram of distances seen, as steps. */
    private static Panel seen(Axis r, LawCurves curves) {
        var coverage = curves.coverage();
        var x = DoubleStream.builder();
        var high = DoubleStream.builder();
        double range = coverage.to() - coverage.from();
        for (var band : coverage.bands()) {
            int bins = Math.max(1, (int) Math.round(BINS * band.width() / range));
            double width = band.width() / bins;
            for (int k = 0; k < bins; k++) {
                double from = band.from() + k * width;
                double mean = 0;
                for (int i = 0; i < FINE; i++) {
                    mean += coverage.density(from + (i + 0.5) / FINE * width) / FINE;
                }
                x.add(from).add(from + width);
                high.add(mean).add(mean);
            }
            x.add(band.to());
            high.add(Double.NaN);
        }
        var upper = high.build().toArray();
        double most = Arrays.stream(upper).filter(Double::isFinite).max().orElse(0);
        var axis = Axis.linear("seen").from(0).to(most > 0 ? 1.12 * most : 1).withoutNumbers();
        var panel = Panel.of("", r, axis)
                .spread(Role.SPLINE, "distances seen", x.build().toArray(), new double[upper.length], upper);
        return gaps(panel, curves);
    }
}
