package org.mclnn.io;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mclnn.dynamics.Box;
import org.mclnn.potential.Check;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.Forms;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.SmoothCutoff;
import org.mclnn.potential.Units;

/** A {@link Model} as it stands in the file: one component per key, in this order. */
record ModelJson(
        String format,
        int version,
        String form,
        List<Double> parameters,
        String fingerprint,
        Seen coverage,
        List<Double> gauge,
        double cutoff,
        List<Double> box,
        List<Double> masses,
        double dt,
        int stride,
        double trainLoss,
        OptionalDouble validLoss,
        Optional<UnitNames> units,
        Origin manifest) {
    /** Keys that older files do not have. */
    static final Set<String> ADDED = Set.of("units");

    static final String FORMAT = "mclnn-model";
    static final int VERSION = 1;

    // a gauge comes from the same arithmetic; other machines may round otherwise
    private static final double GAUGE_TOLERANCE = 1e-9;
    // the gaps between bands take at least this share of the range each
    private static final int MOST_BANDS = (int) (1 / Coverage.GAP) + 1;

    record Seen(List<Band> bands, List<Long> counts) {}

    record Band(double from, double to, long count) {}

    record UnitNames(String length, String time, String mass, boolean perMass) {}

    record Origin(
            long seed,
            Map<String, String> configuration,
            String dataFile,
            String dataSha256,
            String version,
            String jvm) {}

    static ModelJson of(Model model) {
        var law = model.potential().law();
        var coverage = model.potential().coverage();
        var from = model.manifest();
        return new ModelJson(
                FORMAT,
                VERSION,
                law.form().name(),
                DoubleStream.of(law.theta()).boxed().toList(),
                ModelFile.fingerprint(law),
                new Seen(
                        coverage.bands().stream()
                                .map(b -> new Band(b.from(), b.to(), b.count()))
                                .toList(),
                        coverage.counts()),
                gauge(model.potential()),
                model.cutoff(),
                DoubleStream.of(model.box().numbers()).boxed().toList(),
                model.masses(),
                model.dt(),
                model.stride(),
                model.trainLoss(),
                model.validLoss(),
                Optional.of(names(model.potential().units())),
                new Origin(
                        from.seed(),
                        from.configuration(),
                        from.dataFile(),
                        from.dataSha256(),
                        from.version(),
                        from.jvm()));
    }

    private static UnitNames names(Units units) {
        return new UnitNames(units.length(), units.time(), units.mass(), units.perMass());
    }

    private Units inUnits() {
        return units.map(u -> new Units(u.length, u.time, u.mass, u.perMass)).orElse(Units.REDUCED);
    }

    private static List<Double> gauge(LearnedPotential potential) {
        return IntStream.range(0, potential.coverage().bands().size())
                .mapToObj(potential::gauge)
                .toList();
    }

    /** @throws IllegalArgumentException naming the key whose value cannot be */
    Model model() {
        finite("box", box);
        var walls = Box.of(box.stream().mapToDouble(Double::doubleValue).toArray());
        finite("cutoff", cutoff);
        if (cutoff < 0.0) {
            throw new IllegalArgumentException("cutoff is " + cutoff);
        }
        walls.checkCutoff(cutoff);
        Check.atLeast(2, "the number of masses", masses.size());
        for (int i = 0; i < masses.size(); i++) {
            Check.positive("masses[" + i + "]", masses.get(i));
        }
        Check.positive("dt", dt);
        Check.atLeast(1, "stride", stride);
        return new Model(
                potential().in(inUnits()),
                cutoff,
                walls,
                masses,
                dt,
                stride,
                finite("trainLoss", trainLoss),
                finiteIfPresent("validLoss", validLoss),
                new Manifest(
                        manifest.seed,
                        manifest.configuration,
                        manifest.dataFile,
                        manifest.dataSha256,
                        manifest.version,
                        manifest.jvm));
    }

    private static OptionalDouble finiteIfPresent(String key, OptionalDouble value) {
        value.ifPresent(x -> finite(key, x));
        return value;
    }

    private LearnedPotential potential() {
        if (form.indexOf('@') != form.lastIndexOf('@')) {
            throw new IllegalArgumentException("form ends at more than one cut-off: " + Cursor.quoted(form));
        }
        var family = Forms.parse(form);
        if (family instanceof SmoothCutoff smooth && smooth.cutoff() != cutoff) {
            throw new IllegalArgumentException("cutoff is " + cutoff + " but the form ends at " + smooth.cutoff());
        }
        finite("parameters", parameters);
        var law = family.at(parameters.stream().mapToDouble(Double::doubleValue).toArray());
        var potential = LearnedPotential.of(law, seen(), cutoff > 0.0);
        var rebuilt = gauge(potential);
        if (gauge.size() != rebuilt.size()) {
            throw new IllegalArgumentException(
                    "gauge has " + gauge.size() + " entries for " + rebuilt.size() + " bands");
        }
        finite("gauge", gauge);
        for (int b = 0; b < rebuilt.size(); b++) {
            double told = gauge.get(b);
            double found = rebuilt.get(b);
            var band = potential.coverage().bands().get(b);
            double scale = Math.max(Math.abs(law.energy(band.from())), Math.abs(law.energy(band.to())));
            double tolerance = GAUGE_TOLERANCE * Math.max(scale, Math.max(Math.abs(told), Math.abs(found)));
            if (!(Math.abs(told - found) <= tolerance)) {
                throw new IllegalArgumentException(
                        "gauge[" + b + "] is " + told + " but form, parameters and coverage give " + found);
            }
        }
        var found = ModelFile.fingerprint(law);
        if (!found.equals(fingerprint)) {
            throw new IllegalArgumentException(
                    "fingerprint is " + fingerprint + " but that of form and parameters is " + found);
        }
        return potential;
    }

    private Coverage seen() {
        var bands = coverage.bands;
        if (bands.isEmpty() || bands.size() > MOST_BANDS) {
            throw new IllegalArgumentException(
                    "coverage.bands has " + bands.size() + " entries, not 1 to " + MOST_BANDS);
        }
        double end = 0.0;
        for (int b = 0; b < bands.size(); b++) {
            var band = bands.get(b);
            boolean ordered = b == 0 ? band.from >= end : band.from > end;
            if (!ordered || !(band.to >= band.from) || Double.isInfinite(band.to) || band.count < 1) {
                throw new IllegalArgumentException("coverage.bands[" + b + "] is from " + band.from + " to " + band.to
                        + ", count " + band.count + ", after " + end);
            }
            end = band.to;
        }
        if (!(end > bands.get(0).from)) {
            throw new IllegalArgumentException("coverage.bands hold the one distance " + end);
        }
        if (coverage.counts.isEmpty() || coverage.counts.stream().anyMatch(c -> c < 0)) {
            throw new IllegalArgumentException("coverage.counts must be counts, at least one");
        }
        return new Coverage(
                bands.stream()
                        .map(b -> new Coverage.Band(b.from, b.to, b.count))
                        .toList(),
                coverage.counts);
    }

    private static double finite(String key, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(key + " is " + value);
        }
        return value;
    }

    private static void finite(String key, List<Double> values) {
        for (int k = 0; k < values.size(); k++) {
            finite(key + "[" + k + "]", values.get(k));
        }
    }
}
