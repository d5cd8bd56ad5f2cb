package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Help that has to go with what the program does. */
class HelpTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train    | Reads tables (CSV, TSV, trackpy, TrackMate), extended XYZ, LAMMPS dumps, H5MD and NPZ, trains",
                "train    | --stride=N Integrator steps per frame (default: as --dt divides it, else the file's, else 10).",
                "generate | --seed=N Of the start, where it is not the paper's, and of --noise and --drop (default 100).",
                "runs     | Name, form, losses, data, distances seen, begin and fingerprint of each run"
            })
    void aVerbSaysWhatItDoes(String verb, String words) {
        assertThat(Session.ok(verb, "--help").out().replaceAll("\\s+", " ")).contains(words);
    }
}
