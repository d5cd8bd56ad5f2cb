package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second line of extended XYZ as different programs write it. */
class KeyValuesTest {
    private static Map<String, String> of(String line) throws InputException {
        return KeyValues.of(line, new Cursor(Path.of("a.xyz")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lattice=\"5 0 0\" Time=1.5 pbc={T T F}",
                "Lattice = \"5 0 0\"\tTime =1.5   pbc= {T T F} ",
                "\"Lattice\"=\"5 0 0\" pbc=\"T T F\" \"time\"=\"1.5\"",
                "word LATTICE='5 0 0' other words Time=1.5, pbc='T T F'",
                "it's 5\" note= Time=1.5 pbc=\"T T F\" Lattice=\"5 0 0\" Time=2",
                "note=\"say \\\"hi\\\" Time=7 pbc=no\" Time=1.5 pbc=\"T T F\" Lattice=\"5 0 0\"",
                "virial=[[1, 2], [Time=7, 4]] Time=1.5 pbc=\"T T F\" Lattice=\"5 0 0\"",
            })
    void pairsAreFoundHoweverTheyAreWritten(String line) throws Exception {
        assertThat(of(line)).containsEntry("lattice", "5 0 0").containsEntry("time", "1.5");
        assertThat(of(line)).containsEntry("pbc", "T T F");
    }

    @Test
    void quotesAndBackslashesComeBack() throws Exception {
        assertThat(of("a=\"\\\"x\\\" \\\\ y\" b=c:\\d e={\\f}"))
                .containsOnly(Map.entry("a", "\"x\" \\ y"), Map.entry("b", "c:\\d"), Map.entry("e", "\\f"));
        assertThat(of("i =        1, time =        0.500, E =       -17.16 "))
                .containsOnly(Map.entry("i", "1"), Map.entry("time", "0.500"), Map.entry("e", "-17.16"));
        assertThat(of("a= b=1 = c==d \"")).containsEntry("a", "").containsEntry("b", "1");
        assertThat(of("   ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=\"5 0 0 Time=1", "a='5", "a={5", "a=[[5]", "a=\"5\\\"", "a=\""})
    void whatIsNotClosedIsRefused(String line) {
        assertThatThrownBy(() -> of(line))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not closed")
                .hasMessageContaining("where it ends");
    }

    @Test
    void aLatticeIsNotLostForBlanksAroundItsSign(@TempDir Path folder) throws Exception {
        for (var lattice : new String[] {"Lattice = ", "\"Lattice\"=", "x=1\tLattice="}) {
            var frame = "2\n" + lattice + "\"5 0 0 0 5 0 0 0 5\" Time=%d\nX 4.5 0 0\nX 1 0 0\n";
            var run = TrajectoryFiles.read(
                    Samples.file(
                            folder,
                            "a.xyz",
                            frame.formatted(0) + frame.formatted(1).replace("4.5", "0.5")),
                    ReadOptions.defaults());
            assertThat(run.box().isPeriodic(0)).as(lattice).isTrue();
            assertThat(run.positions(1)[0]).as(lattice).isEqualTo(5.5);
        }
    }
}
