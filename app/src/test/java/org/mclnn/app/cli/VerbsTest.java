package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.io.ModelFile;
import org.mclnn.io.ReadOptions;
import org.mclnn.io.TrajectoryFiles;

/** From a system to a file, to a law, to a simulation and a judgement. */
class VerbsTest {
    @TempDir
    static Path folder;

    private static Path springs;
    private static Path run;

    @BeforeAll
    static void learn() {
        springs = folder.resolve("spring run.xyz");
        run = folder.resolve("run1");
        Session.ok("generate", "linear", "--frames", 1500, "-o", springs);
        Session.ok("train", springs, "--form", "spline", "--windows", 30, "-o", run, "-q");
    }

    @Test
    void theDemoShowsASpringAndSaysWhatToDoNext() {
        var demo = Session.ok("demo");
        assertThat(demo.out())
                .contains("V(r)", "distances seen", "against the true law", "k = 1.000000, r0 = 1.000000");
        assertThat(demo.err()).contains("next", "mclnn train spring.xyz -o run1");
    }

    @Test
    void theDemoInJsonMeetsItsGates() {
        var json = Session.ok("demo", "--json").json();
        assertThat(json.path("trainLoss").asDouble()).isLessThan(1e-8); // measured 8e-14
        assertThat(json.path("forceRelativeRms").asDouble()).isLessThan(1e-3); // measured 3e-6
        assertThat(json.path("potentialRelativeRms").asDouble()).isLessThan(1e-3); // measured 1e-6
        assertThat(json.path("formula").path(0).asDouble()).isCloseTo(1.0, Offset.offset(1e-9));
    }

    @Test
    void aGeneratedFileHoldsThePapersStart() throws Exception {
        var read = TrajectoryFiles.read(springs, ReadOptions.defaults());
        assertThat(read.frames()).isEqualTo(1500);
        assertThat(read.positions(0)[0]).isEqualTo(0.486657678894505);
        assertThat(read.time(1)).isEqualTo(0.1);
        assertThat(read.stepsPerFrame()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear", "nonlinear", "gravity"})
    void anyNumberOfParticlesStarts(String system) throws Exception {
        var file = folder.resolve(system + "-8.csv");
        var json = Session.ok("generate", system, "--particles", 8, "--frames", 5, "-o", file, "--json")
                .json();
        assertThat(json.path("particles").asInt()).isEqualTo(8);
        assertThat(TrajectoryFiles.read(file, ReadOptions.defaults()).particles())
                .isEqualTo(8);
    }

    @Test
    void theRunDirectoryHoldsWhatIsPromised() throws IOException {
        assertThat(Session.names(run))
                .containsExactly(
                        "MODEL_CARD.md",
                        "config.toml",
                        "figures",
                        "law.csv",
                        "law.npz",
                        "log.txt",
                        "manifest.json",
                        "metrics.jsonl",
                        "model.json",
                        "report.html");
        assertThat(Files.readAllLines(run.resolve("law.csv")))
                .hasSize(1001)
                .first()
                .isEqualTo("r,V,F,density,band");
    }

    @Test
    void trainTellsInJsonWhatItReached() {
        var json = Session.ok("train", springs, "--form", "harmonic", "-o", folder.resolve("formula"), "--json")
                .json();
        for (var key : new String[] {
            "trainLoss", "validLoss", "iterations", "seconds", "baselineForceError", "fingerprint", "bands", "stop"
        }) {
            assertThat(json.has(key)).as(key).isTrue();
        }
        assertThat(json.path("trainLoss").asDouble()).isLessThan(1e-20); // measured 1e-30: rounding
    }

    @Test
    void trainTellsWhichWindowsAreChaotic() {
        var crowd = folder.resolve("crowd.xyz");
        Session.ok("generate", "linear", "--particles", 6, "--frames", 1600, "-o", crowd);
        var trained = Session.ok(
                "train",
                crowd,
                "--form",
                "harmonic",
                "--windows",
                5,
                "--frames",
                200,
                "-o",
                folder.resolve("a"),
                "--json");
        int shortened = trained.json().path("shortenedWindows").asInt();
        assertThat(shortened).isBetween(2, 5);
        assertThat(trained.err())
                .contains("note: " + shortened
                        + " of 5 windows are chaotic (a change of the start grows more than 10000-fold)");
        assertThat(trained.json().path("notes").toString()).contains("windows are chaotic");
        assertThat(trained.json().path("trainLoss").asDouble()).isLessThan(1e-18); // seen 1e-25
        var regular = Session.ok("train", springs, "--form", "harmonic", "-o", folder.resolve("b"), "--json");
        assertThat(regular.json().path("shortenedWindows").asInt(-1)).isZero();
        assertThat(regular.err()).doesNotContain("chaotic");
    }

    @Test
    void aSumOfPowersIsTrainedKeptJudgedAndSimulated() {
        var place = folder.resolve("powers");
        var trained = Session.ok("train", springs, "--form", "powers:0..5", "-o", place);
        assertThat(trained.out()).contains("powers:0..5: c0 = 1.000000, c1 = -1.000000, c2 = ");
        var judged = Session.ok("evaluate", place, "--against", springs, "--truth", "powers:0..1(1, -1)", "--json")
                .json();
        assertThat(judged.path("forceRelativeRms").asDouble()).isLessThan(1e-13); // measured 3e-16
        var moved = Session.ok(
                        "simulate", place, "--init", springs, "--steps", 1000, "-o", folder.resolve("p.csv"), "--json")
                .json();
        assertThat(moved.path("hamiltonianDrift").asDouble()).isLessThan(1e-4); // measured 1e-5: O(dt^2)
    }

    @Test
    void anOlderRunIsKept() throws IOException {
        var place = folder.resolve("kept");
        Session.ok("train", springs, "--form", "harmonic", "-o", place, "-q");
        var first = Files.readString(place.resolve("model.json"));
        var again = Session.ok("train", springs, "--form", "spline", "-o", place);
        assertThat(again.err()).contains("is now " + place + ".1");
        assertThat(Files.readString(folder.resolve("kept.1/model.json"))).isEqualTo(first);
        assertThat(Files.readString(place.resolve("model.json"))).contains("spline:");
    }

    @Test
    void theLawSimulatesAndKeepsItsEnergy() throws Exception {
        var file = folder.resolve("sim.xyz");
        var json = Session.ok("simulate", run, "--init", springs + "@-1", "--steps", "1e4", "-o", file, "--json")
                .json();
        assertThat(json.path("steps").asLong()).isEqualTo(10_000);
        assertThat(json.path("hamiltonianDrift").asDouble()).isLessThan(1e-4); // measured 9e-6: O(dt^2), bounded
        assertThat(json.path("momentumDrift").asDouble()).isLessThan(1e-12); // measured 1e-14
        var read = TrajectoryFiles.read(file, ReadOptions.defaults());
        assertThat(read.frames()).isEqualTo(1001);
        assertThat(read.positions(0))
                .isEqualTo(TrajectoryFiles.read(springs, ReadOptions.defaults()).positions(1499));
    }

    @Test
    void aTableIsUsedWhenAskedForAndSaid() throws Exception {
        var byLaw = folder.resolve("by law.csv");
        var byTable = folder.resolve("by table.csv");
        var law = Session.ok("simulate", run, "--init", springs, "--steps", 2000, "-o", byLaw, "--json");
        assertThat(law.err()).doesNotContain("table");
        assertThat(law.json().path("table").isNull()).isTrue();
        var table = Session.ok("simulate", run, "--init", springs, "--steps", 2000, "--table", "-o", byTable, "--json");
        assertThat(table.err())
                .containsPattern("table: r = 0\\.8.* \\.\\. 2\\.7.*, [0-9]+ knots; measured error of F .*e-(09|10) of");
        var told = table.json().path("table");
        assertThat(told.path("far").asDouble()).isGreaterThan(told.path("near").asDouble());
        assertThat(told.path("knots").asInt()).isPositive();
        assertThat(told.path("forceError").asDouble()).isBetween(0.0, 1e-8);
        assertThat(told.path("energyError").asDouble()).isBetween(0.0, 1e-8);
        assertThat(table.json().path("hamiltonianDrift").asDouble()).isLessThan(1e-4); // measured 1e-5: O(dt^2)
        var expected = TrajectoryFiles.read(byLaw, ReadOptions.defaults());
        var found = TrajectoryFiles.read(byTable, ReadOptions.defaults());
        double worst = 0.0;
        for (int k = 0; k < expected.frames(); k++) {
            for (int c = 0; c < 9; c++) {
                worst = Math.max(worst, Math.abs(expected.positions(k)[c] - found.positions(k)[c]));
            }
        }
        assertThat(worst).isBetween(1e-14, 1e-6); // measured 2.5e-9: another law, and the same motion
    }

    @Test
    void manyParticlesMoveByTableUnlessTheLawItselfIsWanted() {
        var many = folder.resolve("hundred.xyz");
        Session.ok("generate", "linear", "--particles", 100, "--frames", 1, "-o", many);
        var words = new Object[] {
            "simulate", run, "--init", many, "--steps", 20, "--stride", 10, "-o", folder.resolve("many.csv"), "--json"
        };
        assertThat(Session.ok(words).json().path("table").isObject()).isTrue();
        var plain = new ArrayList<>(List.of(words));
        plain.add("--no-table");
        assertThat(Session.ok(plain.toArray()).json().path("table").isNull()).isTrue();
    }

    @Test
    void evaluationAgainstTheSystemHasEveryMeasure() {
        var json = Session.ok("evaluate", run, "--against", "linear", "--json").json();
        for (var key : new String[] {
            "forceRelativeRms",
            "potentialRelativeRms",
            "positionMae",
            "lagrangianMae",
            "hamiltonianMae",
            "momentumMae",
            "angularMomentumMae",
            "pairsOutsideCoverage"
        }) {
            assertThat(json.path(key).isNumber()).as(key).isTrue();
        }
        assertThat(json.path("forceRelativeRms").asDouble()).isLessThan(1e-10); // measured 2e-16: same integrator
        assertThat(json.path("lagrangianMae").asDouble()).isLessThan(1e-9); // measured 1e-13
        assertThat(json.path("bands").size()).isEqualTo(1);
    }

    @Test
    void anUnknownLawGivesNullAndAKnownOneANumber() {
        var unknown = Session.ok("evaluate", run, "--against", springs, "--steps", 500, "--json")
                .json();
        assertThat(unknown.path("forceRelativeRms").isNull()).isTrue();
        assertThat(unknown.path("positionMae").asDouble()).isLessThan(1e-10); // measured 1e-14
        var known = Session.ok("evaluate", run, "--against", springs, "--truth", "harmonic(1, 1)", "--json")
                .json();
        assertThat(known.path("forceRelativeRms").asDouble()).isLessThan(1e-10);
    }

    @Test
    void aSystemTrainsWithoutAFileAndByPerturbedStarts() {
        var json = Session.ok(
                        "train",
                        "nonlinear",
                        "--sampling",
                        "perturbed",
                        "--form",
                        "quartic",
                        "-o",
                        folder.resolve("perturbed"),
                        "--json")
                .json();
        assertThat(json.path("trainLoss").asDouble()).isLessThan(1e-20); // measured 1e-31
    }

    @Test
    void adamTrainsAsThePaperDoes() {
        var json = Session.ok(
                        "train",
                        springs,
                        "--optimizer",
                        "adam",
                        "--iterations",
                        30,
                        "--layers",
                        "4,4",
                        "--windows",
                        10,
                        "-o",
                        folder.resolve("adam"),
                        "--json")
                .json();
        assertThat(json.path("iterations").asInt()).isEqualTo(30);
        assertThat(json.path("stop").asString()).isEqualTo("iterations");
    }

    @Test
    void adamTakesBatchesAndARate() throws Exception {
        var run = folder.resolve("batches");
        var words = "--optimizer adam --batch 3 --rate 0.01 --iterations 30 --layers 4,4 --windows 10";
        var json = train(run, words).json();
        assertThat(json.path("iterations").asInt()).isEqualTo(30);
        assertThat(ModelFile.read(run.resolve("model.json")).manifest().configuration())
                .containsEntry("batch", "3")
                .containsEntry("rate", "0.01")
                .containsEntry("optimizer", "adam");
    }

    @Test
    void aNetworkTooWideForSecondOrderIsTrainedByLbfgsAndTheUserIsTold() throws Exception {
        var run = folder.resolve("wide");
        var session = train(run, "--layers 1400 --windows 4 --iterations 2"); // 4201 parameters
        assertThat(session.err()).contains("trained by L-BFGS (--optimizer lbfgs)");
        assertThat(ModelFile.read(run.resolve("model.json")).manifest().configuration())
                .containsEntry("optimizer", "lbfgs");
    }

    private static Session train(Path run, String words) {
        var all = new ArrayList<Object>(List.of("train", springs, "-o", run, "--json"));
        all.addAll(List.of(words.split(" ")));
        return Session.ok(all.toArray());
    }

    @Test
    void theModelIsTheSameInEveryLocaleAndWithAnyThreads() {
        var first = fingerprint("en");
        assertThat(fingerprint("ar-EG", "--threads", 1)).isEqualTo(first);
        assertThat(fingerprint("tr-TR", "--threads", 4)).isEqualTo(first);
    }

    private static String fingerprint(String locale, Object... more) {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        try {
            var words = new ArrayList<Object>(List.of(
                    "train",
                    springs,
                    "--layers",
                    "4,4",
                    "--windows",
                    20,
                    "-o",
                    folder.resolve("locale-" + locale),
                    "--json"));
            words.addAll(List.of(more));
            return Session.ok(words.toArray()).json().path("fingerprint").asString();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void positionsAloneTrainAndItIsSaid() throws Exception {
        var all = TrajectoryFiles.read(springs, ReadOptions.defaults());
        var bare = Trajectory.of(3);
        for (int k = 0; k < 400; k++) {
            bare.frame(all.time(k), all.positions(k));
        }
        var file = folder.resolve("positions.csv");
        TrajectoryFiles.write(file, bare.build());
        var trained = Session.ok("train", file, "--form", "harmonic", "-o", folder.resolve("positions"));
        assertThat(trained.err()).contains("no velocities", "each window's start is found together with the law");
        assertThat(TrajectoryFiles.read(file, new ReadOptions(OptionalDouble.empty(), 1, true))
                        .hasVelocities())
                .isFalse();
    }

    @Test
    void velocitiesThatAreNotUsedNeedNotBeNumbers() throws Exception {
        var all = TrajectoryFiles.read(springs, ReadOptions.defaults());
        var text = new StringBuilder("t,particle,x,y,vx,vy\n");
        for (int k = 0; k < 100; k++) {
            var q = all.positions(k);
            for (int i = 0; i < 3; i++) {
                text.append(all.time(k)).append(',').append(i);
                text.append(',')
                        .append(q[3 * i])
                        .append(',')
                        .append(q[3 * i + 1])
                        .append(",nan,\n");
            }
        }
        var file = folder.resolve("blind.csv");
        Files.writeString(file, text);
        var place = folder.resolve("blind");
        var only = Session.ok("train", file, "--form", "harmonic", "--positions-only", "-o", place);
        assertThat(only.err())
                .contains("positions alone are used: each window's start")
                .doesNotContain("--sigma");
        var noisy = Session.ok("train", file, "--form", "harmonic", "--sigma", 1e-6, "-o", place);
        assertThat(noisy.err())
                .contains("positions alone are used: each window's start", "with --sigma positions alone");
    }

    @Test
    void aSplineThatDoesNotFitIsNotToldToBeASpline() throws Exception {
        var text = new StringBuilder("t,particle,x,y\n"); // each on a path of its own, without a pair law
        for (int k = 0; k < 40; k++) {
            double t = 0.1 * (k < 20 ? k : k + 20);
            for (int i = 0; i < 3; i++) {
                text.append(t).append(',').append(i);
                text.append(',').append(i + 0.3 * StrictMath.sin(t + i));
                text.append(',')
                        .append(0.2 * StrictMath.cos(1.3 * t * (1 + 0.1 * i)))
                        .append('\n');
            }
        }
        var file = folder.resolve("paths.csv");
        Files.writeString(file, text);
        var session = Session.ok("train", file, "--form", "spline", "-o", folder.resolve("paths"));
        assertThat(session.err()).contains("the motion is described to").doesNotContain("Try --form spline");
    }

    @Test
    void aFormThatDoesNotFitIsSaid() {
        var trained = Session.ok("train", springs, "--form", "lennard-jones", "-o", folder.resolve("misfit"), "-q");
        assertThat(trained.err()).contains("this form does not fit");
    }

    @Test
    void atomsInABoxTrainUpToTheCutoffAndKeepTheirNames() throws Exception {
        var dump = Path.of("..", "examples", "lj108.dump");
        var place = folder.resolve("atoms");
        var trained = Session.ok(
                        "train",
                        dump,
                        "--dt",
                        0.002,
                        "--cutoff",
                        2.2,
                        "--form",
                        "lennard-jones",
                        "--windows",
                        4,
                        "--frames",
                        10,
                        "-o",
                        place,
                        "--json")
                .json();
        assertThat(trained.path("bands").path(0).path("to").asDouble()).isEqualTo(2.2);
        var judged = Session.ok(
                        "evaluate", place, "--against", dump, "--truth", "lennard-jones(1,1)", "--steps", 50, "--json")
                .json();
        assertThat(judged.path("forceRelativeRms").asDouble()).isLessThan(1e-7); // measured 2e-9
        var out = folder.resolve("atoms.xyz");
        var simulated = Session.ok("simulate", place, "--init", dump, "--steps", 20, "-o", out);
        assertThat(simulated.out()).contains("angular momentum is not conserved in a periodic box");
        var read = TrajectoryFiles.read(out, ReadOptions.defaults());
        assertThat(read.species()).containsOnly("1");
        assertThat(read.masses()).isEmpty();
    }

    @Test
    void theStepOfASimulationDoesNotChangeTheTimesOfItsFile() throws Exception {
        var counted = new StringBuilder("frame,particle,x,y\n");
        var all = TrajectoryFiles.read(springs, ReadOptions.defaults());
        for (int k = 0; k < 200; k++) {
            for (int i = 0; i < 3; i++) {
                var q = all.positions(k);
                counted.append(k)
                        .append(',')
                        .append(i)
                        .append(',')
                        .append(q[3 * i])
                        .append(',')
                        .append(q[3 * i + 1])
                        .append('\n');
            }
        }
        var file = folder.resolve("counted.csv");
        Files.writeString(file, counted);
        var place = folder.resolve("counted");
        Session.ok("train", file, "--dt", 0.01, "--stride", 10, "--form", "harmonic", "-o", place, "-q");
        var starts = new ArrayList<double[]>();
        for (double dt : new double[] {0.01, 0.001}) {
            var out = folder.resolve("from50-" + dt + ".csv");
            Session.ok("simulate", place, "--init", file + "@50", "--steps", 10, "--dt", dt, "-o", out);
            starts.add(TrajectoryFiles.read(out, ReadOptions.defaults()).velocities(0));
        }
        assertThat(starts.get(1)).isEqualTo(starts.get(0));
        assertThat(starts.get(0)[0]).isCloseTo(all.velocities(50)[0], Offset.offset(1e-4)); // measured 5e-8
    }

    @Test
    void aShortRunHasOneBandWherePairsPassThrough() {
        var file = folder.resolve("short.csv");
        Session.ok("generate", "linear", "--frames", 25, "-o", file);
        var json = Session.ok("train", file, "--form", "harmonic", "-o", folder.resolve("short"), "--json")
                .json();
        assertThat(json.path("bands").size()).isEqualTo(1);
    }

    @Test
    void aGoodFitIsNotDoubted() {
        var fine = folder.resolve("fine.csv");
        Session.ok("generate", "linear", "--stride", 1, "--frames", 1500, "-o", fine);
        var trained = Session.ok("train", fine, "--layers", "4,4", "--windows", 20, "-o", folder.resolve("fine"));
        assertThat(trained.err()).doesNotContain("warning");
    }
}
