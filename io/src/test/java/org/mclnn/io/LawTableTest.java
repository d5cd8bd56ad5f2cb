package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TimeZone;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openlca.npy.Npz;

class LawTableTest {
    @TempDir
    Path folder;

    static Iterable<Model> models() {
        return Models.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theTableIsTheLawOverItsCoverage(Model model) throws Exception {
        var law = model.potential();
        var file = folder.resolve("law.csv");
        LawTable.of(law).writeCsv(file);
        var lines = Files.readAllLines(file);
        assertThat(lines.get(0)).isEqualTo("r,V,F,density,band");
        assertThat(lines).hasSize(1001);
        for (var line : lines.subList(1, lines.size())) {
            var row = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(row[1]).isEqualTo(law.alignedEnergies(row[0])[0]);
            assertThat(row[2]).isEqualTo(law.force(row[0]));
            assertThat(row[3]).isEqualTo(law.coverage().density(row[0]));
            assertThat((int) row[4])
                    .isEqualTo(law.coverage().bandOf(row[0]) + 1)
                    .isBetween(1, 2);
        }
        assertThat(folder.toFile().list()).containsExactly("law.csv");
    }

    @ParameterizedTest
    @MethodSource("models")
    void theArraysAreTheTable(Model model) throws Exception {
        var table = LawTable.of(model.potential());
        var csv = folder.resolve("law.csv");
        var npz = folder.resolve("law.npz");
        table.writeCsv(csv);
        table.writeNpz(npz);
        assertThat(Npz.entries(npz.toFile())).containsExactly("r.npy", "V.npy", "F.npy", "density.npy", "band.npy");
        var lines = Files.readAllLines(csv);
        for (int column = 0; column < 5; column++) {
            var entry = Npz.entries(npz.toFile()).get(column);
            var array = Npz.read(npz.toFile(), entry).asDoubleArray().data();
            assertThat(array).hasSize(1000);
            for (int k = 0; k < array.length; k++) {
                assertThat(array[k])
                        .isEqualTo(Double.parseDouble(lines.get(k + 1).split(",")[column]));
            }
        }
        var bytes = Files.readAllBytes(npz);
        var zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            LawTable.of(model.potential()).writeNpz(npz);
        } finally {
            TimeZone.setDefault(zone);
        }
        assertThat(Files.readAllBytes(npz)).isEqualTo(bytes);
    }
}
