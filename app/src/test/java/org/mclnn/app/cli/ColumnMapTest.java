package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said twice about a file is refused: none of the two is guessed to be meant. */
class ColumnMapTest {
    @TempDir
    Path folder;

    private Path table;

    @BeforeEach
    void aTableInWhichEitherColumnWouldDo() throws IOException {
        table = folder.resolve("table.csv");
        var text = new StringBuilder("t,particle,species,A,B\n");
        for (int k = 0; k < 40; k++) {
            double s = 0.3 * StrictMath.sin(0.1 * k);
            text.append(k).append(",a,H,").append(-s).append(',').append(-2 * s).append('\n');
            text.append(k)
                    .append(",b,H,")
                    .append(1 + s)
                    .append(',')
                    .append(1 + 2 * s)
                    .append('\n');
        }
        Files.writeString(table, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check   | --map x=A,X=B                | --map: x is given twice, as 'A' and as 'B'. Leave one out",
                "check   | --map x=A,x=B                | --map: x is given twice, as 'A' and as 'B'",
                "convert | --map x=A --map x=A          | --map: x is given twice, as 'A' and as 'A'",
                "train   | --map x=A,y=B,X=B            | --map: x is given twice, as 'A' and as 'B'",
                "train   | --set map=x=A,X=B            | --map: x is given twice, as 'A' and as 'B'",
                "train   | --set map=x=A,x=B            | --map: x is given twice, as 'A' and as 'B'",
                "train   | --map x                      | --map: 'x' names no column: write it as x=POSITION_X",
                "check   | --map x=A --mass H=1,H=2     | --mass: that of H is given twice. Leave one out",
                "check   | --map x=A --mass 1 --mass 2  | --mass: that of every particle is given twice"
            })
    void onTheCommandLine(String verb, String options, String message) {
        var words = new ArrayList<Object>(List.of(verb, table));
        words.addAll(List.of(options.split(" +")));
        if (!verb.equals("check")) {
            words.addAll(List.of("-o", folder.resolve("out.npz")));
        }
        var refused = Session.run(words.toArray());
        assertThat(refused.code()).as(refused.err()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains(message).doesNotContain("internal error");
        assertThat(folder.resolve("out.npz")).doesNotExist();
    }

    @Test
    void inAFileOfSettingsItIsSaidAboutTheLine() throws IOException {
        var file = Files.writeString(folder.resolve("a.toml"), "frames = 9\nmap = { x = 'A', X = 'B' }\n");
        var refused = Session.run("train", table, "--config", file, "-o", folder.resolve("run"));
        assertThat(refused.code()).isEqualTo(ExitCode.CONFIG);
        assertThat(refused.err()).startsWith("mclnn: " + file + ":2:7: --map: x is given twice, as 'A' and as 'B'");
    }

    @Test
    void oneColumnForEachMeaningIsTaken() throws IOException {
        var out = folder.resolve("out.csv");
        Session.ok("convert", table, "--map", "X=A", "--map", "y=B", "-o", out);
        assertThat(Files.readString(out)).contains("\n0.0,b,1.0,1.0,H\n");
    }
}
