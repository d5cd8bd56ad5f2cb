package org.mclnn.io;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that can be wrong in extended XYZ is refused with where it is, what it is and what to do. */
class XyzErrorsTest {
    @TempDir
    Path folder;

    static Stream<Arguments> xyz() {
        var lattice = "2\nTime=0 Lattice=\"%s\"%s\nX 0 0 0\nX 1 0 0\n";
        var notes = "2\nTime=0 %s\nX 0 0 0\nX 1 0 0\n2\nTime=1 %s\nX 0 0 0\nX 1 0 0\n";
        var properties = "2\nTime=0 Properties=%s\n";
        return Stream.of(
                Arguments.of(
                        Samples.XYZ.replace("0.05", "O.05"),
                        "7:2: ",
                        "a position is 'O.05', which is not a number",
                        "decimal"),
                Arguments.of(Samples.XYZ.replace("0.05", "nan"), "7:2: ", "not finite", "leave out the row"),
                Arguments.of(
                        Samples.XYZ.replace("He 0.95", "0.95"),
                        "8: ",
                        "7 columns where Properties names 8",
                        "one row a particle"),
                Arguments.of(
                        Samples.XYZ.replace("He 0.95", "He 1 0.95"),
                        "8: ",
                        "9 columns where Properties names 8",
                        "one row"),
                Arguments.of(
                        Samples.XYZ.replace("Time=0.5", "Time=0.0"),
                        "6: ",
                        "non-increasing times: 0.0 follows 0.0",
                        "keep each frame once"),
                Arguments.of(Samples.XYZ.replace("Time=0.5", "Time=soon"), "6:1: ", "Time is 'soon'", "decimal"),
                Arguments.of(
                        Samples.XYZ.replace("Time=0.5 ", ""), "6: ", "this frame has no Time, others have", "its Time"),
                Arguments.of(Samples.XYZ.replace("Time=0.0 ", ""), "2: ", "gives no times", "--dt"),
                Arguments.of(
                        Samples.XYZ.substring(0, Samples.XYZ.lastIndexOf("He")),
                        "7: ",
                        "the file ends after 1 of the 2 atoms of frame 2",
                        "Complete the last frame"),
                Arguments.of("2\n", "1: ", "the file ends after 0 of the 2 atoms of frame 1", "Complete"),
                Arguments.of(
                        Samples.XYZ.replaceFirst("2", "2000000000"),
                        "1:1: ",
                        "the number of atoms is 2000000000",
                        "how many rows"),
                Arguments.of(
                        Samples.XYZ.replaceFirst("2", "700000000"),
                        "5: ",
                        "1 columns where Properties names 8",
                        "one row"),
                Arguments.of(Samples.XYZ.replaceFirst("2", "0"), "1:1: ", "the number of atoms is 0", "how many rows"),
                Arguments.of(
                        Samples.XYZ.replaceFirst("2", "-2"), "1:1: ", "the number of atoms is -2", "how many rows"),
                Arguments.of(
                        Samples.XYZ.replaceFirst("2", "two"), "1:1: ", "'two', which is not a whole number", "digits"),
                Arguments.of(
                        "2\nTime=0\nX 0 0 0\nX 1 0 0\nX 2 0 0\n",
                        "5: ",
                        "'X 2 0 0' where a frame begins",
                        "check the number before"),
                Arguments.of("1\nTime=0\nX 0 0 0\n", "2: ", "the first frame has 1 particle", "at least two"),
                Arguments.of(
                        Samples.XYZ + "3\nTime=3\n",
                        "9: ",
                        "3 atoms, where the first frame has 2",
                        "cut the trajectory"),
                Arguments.of(
                        Samples.XYZ + "2\nTime=3\nX 1 2 3\nX 1 2 3\n",
                        "10: ",
                        "Properties are others than in the first frame",
                        "same Properties"),
                Arguments.of(
                        Samples.XYZ.replace("He 0.95", "Ne 0.95"),
                        "8: ",
                        "the species of particle 1 was 'He' and is now 'Ne'",
                        "add ids"),
                Arguments.of(
                        Samples.XYZ.replace("0.0 2.0", "0.0 0.0"),
                        "4:8: ",
                        "the mass is 0.0, which is not positive",
                        "above 0"),
                Arguments.of(
                        properties.formatted("species:S:1:ps:R:3"),
                        "2: ",
                        "names no positions",
                        "Rename 'ps' to 'pos'"),
                Arguments.of(
                        properties.formatted("species:S:1:pos:R:3:momenta:R:3"),
                        "2: ",
                        "momenta but no masses",
                        "--mass, or add masses:R:1"),
                Arguments.of(properties.formatted("pos:R:3:pos:R:3"), "2: ", "names 'pos' twice", "Keep one"),
                Arguments.of(
                        properties.formatted("pos:R:3:vel:R:3:velo:R:3"), "2: ", "two columns for velo", "Keep one"),
                Arguments.of(properties.formatted("pos:R:2"), "2: ", "pos has 2 columns", "3 per particle"),
                Arguments.of(properties.formatted("pos:R"), "2: ", "Properties is 'pos:R'", "name:type:columns"),
                Arguments.of(properties.formatted("pos:R:3:e:Q:1"), "2: ", "Properties is", "types being"),
                Arguments.of(properties.formatted("pos:R:3:e:R:2000000000"), "2: ", "Properties is", "types being"),
                Arguments.of(
                        properties.formatted("pos:R:3:e:R:x"), "2:1: ", "'x', which is not a whole number", "digits"),
                Arguments.of(
                        lattice.formatted("5 0 0 5 5 0 0 5 0", ""),
                        "2: ",
                        "no volume: a = (5.0, 0.0, 0.0), b = (5.0, 5.0, 0.0), c = (0.0, 5.0, 0.0) lie in a plane",
                        "or write F for an axis"),
                Arguments.of(
                        lattice.formatted("5 0 0 2.5 1.25 0 10 5 0", " pbc=\"F T T\""),
                        "2: ",
                        "no volume: b = (2.5, 1.25, 0.0), c = (10.0, 5.0, 0.0) lie in a plane or on a line",
                        "vectors that span a volume"),
                Arguments.of(
                        lattice.formatted("5 0 0 1 5 0 0 0 0", ""),
                        "2: ",
                        "length 0.0 along z",
                        "write F for this axis"),
                Arguments.of(lattice.formatted("5 0 0 1 nan 0 0 0 0", ""), "2:1: ", "entry 5 of Lattice", "finite"),
                Arguments.of(lattice.formatted("5 5 5", ""), "2: ", "Lattice has 3 numbers", "nine"),
                Arguments.of(
                        lattice.formatted("5 0 0 0 5 0 0 0 -5", ""), "2: ", "length -5.0 along z", "positive length"),
                Arguments.of(
                        lattice.formatted("5 0 0 0 5 0 0 0 5", " pbc=\"T T\""),
                        "2: ",
                        "pbc is 'T T'",
                        "three of T and F"),
                Arguments.of("2\nTime=0 pbc=\"T T T\"\n", "2: ", "no Lattice", "Add Lattice"),
                Arguments.of(
                        lattice.formatted("5 0 0 0 5 0 0 0 5", "")
                                + lattice.replace("=0", "=1").formatted("5 0 0 0 5 0 0 0 6", ""),
                        "6: ",
                        "the box changes: it was 5.0 x 5.0 x 5.0 and is now 5.0 x 5.0 x 6.0",
                        "stay the same"),
                Arguments.of(
                        lattice.formatted("5 0 0 0 5 0 0 0 5", "")
                                + lattice.replace("=0", "=1").formatted("5 0 0 1 5 0 0 0 5", " pbc=\"T T F\""),
                        "6: ",
                        "and is now a = (5.0, 0.0, 0.0), b = (1.0, 5.0, 0.0), open along c",
                        "stay the same"),
                Arguments.of("2\nTime=0 dimensions=4\n", "2: ", "dimensions is 4", "0 to 3"),
                Arguments.of(notes.formatted("unwrapped=T", ""), "6: ", "unwrapped is not as in the first", "the same"),
                Arguments.of(notes.formatted("", "unwrapped=T"), "6: ", "unwrapped is not as in the first", "the same"),
                Arguments.of(
                        notes.formatted("dimensions=2", ""), "6: ", "dimensions is not as in the first", "the same"),
                Arguments.of(
                        notes.formatted("steps_per_frame=10", "steps_per_frame=11"),
                        "6: ",
                        "steps_per_frame is not as in the first frame",
                        "the same"),
                Arguments.of(
                        notes.formatted("length_unit=nm", "length_unit=um"),
                        "6: ",
                        "the units are not as in the first frame",
                        "the same"),
                Arguments.of(Samples.XYZ.replace("\n", "\r"), "1: ", "carriage returns alone", "tr '"),
                Arguments.of("2\nTime=0\nX 1 2\n", "3: ", "3 columns where Properties names 4", "one row"),
                Arguments.of(
                        "2\nTime=0 Properties=species:S:1:pos:R:3:momenta:R:3:masses:R:1\nX 0 0 0 1e300 0 0 1e-300\n",
                        "3: ",
                        "too large to work with",
                        "ordinary size"));
    }

    @ParameterizedTest
    @MethodSource("xyz")
    void aWrongXyzIsRefused(String content, String where, String what, String remedy) throws Exception {
        Refusal.check(folder, "a.xyz", content, where, what, remedy);
    }
}
