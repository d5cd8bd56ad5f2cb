package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several trajectories are runs of one system, from files; one that is simulated here has one run. */
class SystemsAloneTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "check linear nonlinear, linear",
        "check tracks.xyz gravity, gravity",
        "train linear nonlinear, linear",
        "train gravity gravity, gravity",
        "train tracks.xyz linear, linear",
        "train nonlinear tracks.xyz --sampling perturbed, nonlinear"
    })
    void aSystemBesideOthersIsRefusedBeforeAnythingIsDone(String command, String system) {
        var tracks = folder.resolve("tracks.xyz");
        Session.ok("generate", "linear", "--frames", 40, "-o", tracks, "-q");
        var words = new ArrayList<Object>(
                List.of(command.replace("tracks.xyz", tracks.toString()).split(" ")));
        if (words.get(0).equals("train")) {
            words.addAll(List.of("--form", "harmonic", "-o", folder.resolve("run")));
        }
        var refused = Session.run(words.toArray());
        assertThat(refused.code()).as(refused.err()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err())
                .contains(system + " is one of the paper's systems, simulated here, and stands alone")
                .contains("Give it by itself, or files only");
        assertThat(refused.out()).isEmpty();
        assertThat(folder.resolve("run")).doesNotExist();
    }
}
