package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.io.ModelFile;
import org.mclnn.io.ReadOptions;
import org.mclnn.io.TrajectoryFiles;
import org.mclnn.potential.Normal;
import org.openlca.npy.Npz;
import tools.jackson.databind.json.JsonMapper;

/** What a run leaves, and what its page and card say about laws that fit, laws that do not, and data that hide something. */
class RunFilesTest {
    private static final double SIGMA = 3e-3;
    private static final int LARGEST = 2_000_000; // bytes of a page

    @TempDir
    static Path folder;

    private static Path springs;
    private static Path run;

    @BeforeAll
    static void learn() {
        springs = folder.resolve("springs.xyz");
        run = folder.resolve("run1");
        Session.ok("generate", "linear", "--frames", 1500, "-o", springs, "-q");
        Session.ok("train", springs, "--layers", "4,4", "--windows", 20, "-o", run);
    }

    /** Without velocities, with noise, every tenth position missing; written as a table. */
    private static Path noisy() throws Exception {
        var all = TrajectoryFiles.read(springs, ReadOptions.defaults());
        var random = new SplittableRandom(5);
        var noisy = Trajectory.of(3).dimensions(2).stepsPerFrame(10);
        for (int k = 0; k < all.frames(); k++) {
            var q = all.positions(k);
            for (int c = 0; c < 9; c++) {
                q[c] += c % 3 < 2 ? SIGMA * Normal.next(random) : 0.0;
            }
            if (random.nextDouble() < 0.3) {
                int lost = random.nextInt(3);
                Arrays.fill(q, 3 * lost, 3 * lost + 3, Double.NaN);
            }
            noisy.frame(all.time(k), q);
        }
        var text = new StringBuilder("t,particle,x,y\n");
        var track = noisy.build();
        for (int k = 0; k < track.frames(); k++) {
            for (int i = 0; i < 3; i++) {
                if (track.isSeen(k, i)) {
                    var q = track.positions(k);
                    text.append(track.time(k)).append(',').append(i).append(',');
                    text.append(q[3 * i]).append(',').append(q[3 * i + 1]).append('\n');
                }
            }
        }
        return Files.writeString(folder.resolve("noisy.csv"), text);
    }

    private static String read(Path place, String name) throws IOException {
        return Files.readString(place.resolve(name));
    }

    @Test
    void theManifestTellsWhatRanOnWhat() throws Exception {
        var manifest = JsonMapper.shared().readTree(read(run, "manifest.json"));
        var model = ModelFile.read(run.resolve("model.json"));
        assertThat(manifest.path("format").asString()).isEqualTo("mclnn-run");
        assertThat(manifest.path("program").path("command").asString())
                .isEqualTo("mclnn train " + springs + " --layers 4,4 --windows 20 -o " + run);
        assertThat(manifest.path("program").path("seed").asLong()).isEqualTo(100);
        assertThat(manifest.path("program").path("kernel").asString()).isIn("scalar", "vector");
        assertThat(manifest.path("program").path("lanes").asInt()).isIn(1, 2, 4, 8);
        assertThat(manifest.path("data").path("sha256").asString()).isEqualTo(ModelFile.sha256(springs));
        assertThat(manifest.path("machine").path("cores").asInt())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(Instant.parse(manifest.path("time").path("started").asString()))
                .isBefore(Instant.now());
        double total = manifest.path("time").path("totalSeconds").asDouble();
        assertThat(manifest.path("time").path("trainingSeconds").asDouble()).isBetween(0.0, total);
        assertThat(manifest.path("fingerprint").asString())
                .isEqualTo(ModelFile.fingerprint(model.potential().law()));
    }

    @Test
    void theLogHoldsWhatWasSaidWithoutColours() throws IOException {
        var log = read(run, "log.txt");
        assertThat(log)
                .contains(run + ": network 4,4, 20 windows x 20 frames", "distances seen: ", "done in ", "V(r)")
                .doesNotContain("\033", "\r");
        var quiet = folder.resolve("quiet");
        Session.ok("train", springs, "--form", "harmonic", "-o", quiet, "-q", "--color", "always");
        assertThat(read(quiet, "log.txt"))
                .contains(quiet + ": harmonic, 100 windows", "k = 1.000000")
                .doesNotContain("\033");
    }

    @Test
    void theArraysAreTheLaw() throws Exception {
        var law = ModelFile.read(run.resolve("model.json")).potential();
        var npz = run.resolve("law.npz").toFile();
        var r = Npz.read(npz, "r.npy").asDoubleArray().data();
        var force = Npz.read(npz, "F.npy").asDoubleArray().data();
        assertThat(r).hasSize(1000);
        for (int k = 0; k < r.length; k += 111) {
            assertThat(force[k]).isEqualTo(law.force(r[k]));
        }
    }

    @Test
    void figuresStandBesideThePageInTheKindsAskedFor() throws IOException {
        assertThat(Session.names(run.resolve("figures")))
                .containsExactly("conservation.svg", "law.png", "law.svg", "loss.svg", "motion.svg", "residuals.svg");
        var all = folder.resolve("all kinds");
        Session.ok("train", springs, "--form", "harmonic", "--figures", "pdf,png", "-o", all, "-q");
        assertThat(Session.names(all.resolve("figures"))).contains("law.pdf", "law.png", "motion.pdf", "residuals.png");
        assertThat(Session.names(all.resolve("figures"))).doesNotContain("law.svg");
    }

    @Test
    void thePageIsOneFileWithEverySection() throws IOException {
        var page = read(run, "report.html");
        assertThat(page.length()).isLessThan(LARGEST); // 110 kB
        assertThat(page)
                .contains("The law", "Training", "What is left of the data", "Motion that training never saw")
                .contains("Conservation", "To do it again", "figures/law.png", "href=\"law.npz\"")
                .contains("mclnn train " + springs, "layers = [4, 4]", "CANNOT BE DECIDED")
                .doesNotContain("<img", "src=", "@import", "url(h", "url(d", "url('", "url(\"");
        assertThat(page.split("<figure")).hasSize(6);
    }

    @Test
    void theSameTrainingGivesTheSameBytesButForTheManifestAndTheLog() throws IOException {
        var place = folder.resolve("twice");
        for (int threads = 1; threads <= 2; threads++) {
            Session.ok("train", springs, "--form", "spline", "--windows", 10, "--threads", 2, "-o", place, "-q");
        }
        var before = folder.resolve("twice.1");
        for (var name : Session.names(place)) {
            if (!name.equals("figures") && !name.equals("manifest.json") && !name.equals("log.txt")) {
                assertThat(place.resolve(name)).hasSameBinaryContentAs(before.resolve(name));
            }
        }
        for (var name : Session.names(place.resolve("figures"))) {
            assertThat(place.resolve("figures").resolve(name))
                    .hasSameBinaryContentAs(before.resolve("figures").resolve(name));
        }
    }

    @Test
    void noiseUnderTheRightLawIsCalledWhite() throws Exception {
        var place = folder.resolve("right");
        Session.ok("train", noisy(), "--form", "harmonic", "-o", place, "-q");
        assertThat(read(place, "MODEL_CARD.md"))
                .containsPattern(
                        "- residuals: 0\\.00(29|30|31)\\d* per coordinate, 0\\.00\\d+ of the motion; white, as noise is")
                .containsPattern("after a time of 29\\.\\d+ positions are off by 0\\.0\\d+ on average")
                .contains(
                        "from positions alone",
                        "positions are missing",
                        "`noisy.csv`",
                        "units: length reduced, time reduced, without masses; V/m in reduced units");
        assertThat(read(place, "report.html"))
                .contains("found from the frames of one window")
                .contains("HOLDS");
    }

    @Test
    void aWrongLawUnderNoiseIsNot() throws Exception {
        var place = folder.resolve("wrong");
        Session.ok("train", noisy(), "--form", "logarithm", "-o", place, "-q");
        assertThat(read(place, "MODEL_CARD.md")).contains("; not white", "**warning**: this form does not fit");
        assertThat(read(place, "report.html")).contains("FAILS").contains("Warning:");
    }

    @Test
    void whatCannotBeShownIsSaid() throws IOException {
        var place = folder.resolve("perturbed");
        Session.ok(
                "train", "linear", "--sampling", "perturbed", "--form", "harmonic", "--windows", 5, "-o", place, "-q");
        assertThat(read(place, "report.html"))
                .contains("Not simulated: no part of the run was kept for validation")
                .contains("There is no simulated motion to look at");
        assertThat(Session.names(place.resolve("figures"))).contains("law.svg").doesNotContain("motion.svg");
    }

    @Test
    void theCardSaysWhereTheLawIsValid() throws IOException {
        var gravity = folder.resolve("gravity");
        Session.ok("train", "gravity", "--form", "powers:-4..0", "--windows", 20, "--threads", 1, "-o", gravity, "-q");
        assertThat(read(gravity, "MODEL_CARD.md"))
                .contains("# V(r) learned from gravity", "| 2 | 6.", "Between the bands nothing is determined")
                .contains("Found: powers:-4..0: ", "numpy.load(\"law.npz\")", "against the true law: F off by");
        assertThat(List.of(read(gravity, "MODEL_CARD.md").split("\n## "))).hasSize(8);
    }

    @Test
    void aDryRunTellsEverythingAndDoesNothing() throws IOException {
        var place = folder.resolve("dry/run");
        var planned = Session.ok("train", springs, "--windows", 20, "--dry-run", "-o", place);
        assertThat(planned.out())
                .contains("nothing is done", "3 particles, 1500 frames, 3-dimensional, none missing")
                .contains("20 for training, 4 for validation, of 20 frames; starts as observed")
                .contains("141 parameters, by lm", "3,800 integrator steps", "to          " + place);
        assertThat(folder.resolve("dry")).doesNotExist();
        var json = Session.ok(
                        "train", springs, "--form", "spline", "--positions-only", "--dry-run", "-o", run, "--json")
                .json();
        assertThat(json.path("dryRun").asBoolean()).isTrue();
        assertThat(json.path("exists").asBoolean()).isTrue();
        assertThat(json.path("parameters").isNull()).isTrue();
        assertThat(json.path("startUnknowns").asInt())
                .isEqualTo(12 * json.path("windows").asInt());
        assertThat(run.resolveSibling("run1.1")).doesNotExist();
        var refused = Session.run("train", springs, "--frames", 2000, "--dry-run", "-o", place);
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
    }
}
