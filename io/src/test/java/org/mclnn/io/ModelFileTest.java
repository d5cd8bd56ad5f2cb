package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mclnn.dynamics.Box;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.LennardJones;
import org.mclnn.potential.PairNetwork;

class ModelFileTest {
    @TempDir
    Path folder;

    static List<Model> models() {
        return Models.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelComesBackBitForBit(Model model) throws Exception {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            var file = folder.resolve("Modell 粒子.json");
            ModelFile.write(file, model);
            var read = ModelFile.read(file);
            assertThat(read.potential().law().theta())
                    .isEqualTo(model.potential().law().theta());
            assertThat(ModelFile.fingerprint(read.potential().law()))
                    .isEqualTo(ModelFile.fingerprint(model.potential().law()));
            assertThat(read.potential().law().form().name())
                    .isEqualTo(model.potential().law().form().name());
            assertThat(read.potential().coverage()).isEqualTo(model.potential().coverage());
            for (double r = 0.5; r < 3; r += 0.1) {
                assertThat(read.potential().energy(r))
                        .isEqualTo(model.potential().energy(r));
                assertThat(read.potential().alignedEnergies(r)[0])
                        .isEqualTo(model.potential().alignedEnergies(r)[0]);
                assertThat(read.potential().force(r))
                        .isEqualTo(model.potential().force(r));
            }
            assertThat(read)
                    .usingRecursiveComparison()
                    .ignoringFields("potential")
                    .isEqualTo(model);
            assertThat(folder.toFile().list()).containsExactly("Modell 粒子.json");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTriclinicBoxComesBackAsNineNumbers() throws Exception {
        var file = folder.resolve("model.json");
        var box = Box.of(5, 0, 0, 1.0 / 3, 5, 0, 0, 0, 0);
        var flat = Models.of(new Harmonic().withCutoff(2).at(1.0, 1.0), 2);
        var model = new Model(
                flat.potential(),
                2,
                box,
                flat.masses(),
                flat.dt(),
                flat.stride(),
                flat.trainLoss(),
                flat.validLoss(),
                flat.manifest());
        ModelFile.write(file, model);
        assertThat(Files.readString(file))
                .contains("\"box\" : [ 5.0, 0.0, 0.0, 0.3333333333333333, 5.0, 0.0, 0.0, 0.0, 0.0 ]");
        assertThat(ModelFile.read(file).box()).isEqualTo(box);
    }

    @Test
    void theFileIsReadable() throws Exception {
        var file = folder.resolve("model.json");
        ModelFile.write(file, Models.of(new Harmonic().at(1.0, -0.0), 0));
        assertThat(Files.readString(file)).startsWith("""
                        {
                          "format" : "mclnn-model",
                          "version" : 1,
                          "form" : "harmonic",
                          "parameters" : [ 1.0, -0.0 ],
                          "fingerprint" : "1d57eef8a1f2abc0fac9e1e759059a05ab107dfd3f7e1015fa5f4be5c92622b3",
                          "coverage" : {
                            "bands" : [ {
                        """).endsWith("}\n");
    }

    @Test
    void aChangedParameterIsNoticed() throws Exception {
        var file = folder.resolve("model.json");
        ModelFile.write(file, Models.of(new Harmonic().at(1.25, 1.5), 0));
        Files.writeString(file, Files.readString(file).replace("[ 1.25, 1.5 ]", "[ 1.25, 1.5000000000000002 ]"));
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("fingerprint is ");
    }

    @Test
    void aFileOfTheFirstVersionIsStillRead() throws Exception {
        var file = Path.of(Objects.requireNonNull(ModelFileTest.class.getResource("/model-v1.json"))
                .toURI());
        var model = Models.of(new Harmonic().at(0.25, 1.5), 0);
        var read = ModelFile.read(file);
        assertThat(ModelFile.fingerprint(read.potential().law()))
                .isEqualTo(ModelFile.fingerprint(model.potential().law()));
        assertThat(read).usingRecursiveComparison().ignoringFields("potential").isEqualTo(model);
    }

    @Test
    void aModelThatCouldNotBeReadIsNotWritten() {
        var good = Models.of(new Harmonic().at(1, 1), 0);
        var nan = new Model(
                good.potential(),
                0,
                good.box(),
                good.masses(),
                0.1,
                1,
                Double.NaN,
                OptionalDouble.empty(),
                good.manifest());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.write(folder.resolve("m.json"), nan))
                .withMessage("trainLoss is NaN");
        assertThat(folder).isEmptyDirectory();
    }

    private InputException refused(String content) throws Exception {
        var file = Files.writeString(folder.resolve("model.json"), content, StandardCharsets.UTF_8);
        return catchThrowableOfType(InputException.class, () -> ModelFile.read(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"dt\" :            | \"dtt\" :              | Unknown key 'dtt'. Did you mean 'dt'?",
                "\"seed\" :          | \"sead\" :             | Unknown key 'sead'. Did you mean 'seed'?",
                "\"stride\" : 10,    | ``                     | stride",
                "\"stride\" : 10     | \"stride\" : \"10\"    | stride",
                "\"stride\" : 10     | \"stride\" : 10.5      | stride",
                "\"stride\" : 10     | \"stride\" : 0         | stride must be at least 1, was 0",
                "\"stride\" : 10     | \"stride\" : null      | stride",
                "\"stride\" : 10     | \"stride\" : 10, \"dt\" : 2 | dt",
                "\"dt\" : 0.001      | \"dt\" : -1            | dt must be positive, was -1.0",
                "\"dt\" : 0.001      | \"dt\" : 1e999         | dt must be positive, was Infinity",
                "\"dt\" : 0.001      | \"dt\" : true          | dt",
                "mclnn-model         | other                  | this is no model",
                "\"version\" : 1     | \"version\" : 2        | version is '2', this program reads version 1",
                "\"version\" : 1     | \"version\" : \"1\"    | version is",
                "[ 0.25, 1.5 ]       | [ 0.25 ]               | harmonic has 2 parameters, was given 1",
                "[ 0.25, 1.5 ]       | [ 0.25, 1e999 ]        | parameters[1] is Infinity",
                "[ 0.25, 1.5 ]       | [ 0.25, \"NaN\" ]      | parameters[1]",
                "[ 0.25, 1.5 ]       | [ 0.25, null ]         | parameters",
                "[ 0.25, 1.5 ]       | [ 0.25, NaN ]          | NaN",
                "[ 0.25, 1.5 ]       | 0.25                   | parameters",
                "[ 0.25, 1.5 ]       | [ 0.25, 1.6 ]          | gauge[0] is",
                "\"harmonic\"        | \"harmonik\"           | Unknown form 'harmonik'. Did you mean 'harmonic'?",
                "\"harmonic\"        | \"harmonic@2@3\"       | more than one cut-off",
                "\"harmonic\"        | \"harmonic@2.5\"       | cutoff is 0.0 but the form ends at 2.5",
                "\"harmonic\"        | \":\"                  | form",
                "\"harmonic\"        | \"network:2000000000,2000000000\" | more parameters than an array holds",
                "\"cutoff\" : 0.0    | \"cutoff\" : -1.0      | cutoff is -1.0",
                "\"box\" : [ 0.0,    | \"box\" : [ 5.0,       | needs a cut-off",
                "\"box\" : [ 0.0,    | \"box\" : [            | box has 2 numbers, not 3 or 9",
                "\"box\" : [ 0.0,    | \"box\" : [ 1, 0, 0, 2, 0, 0, 0, | the box has no volume",
                "\"box\" : [ 0.0,    | \"box\" : [ 1, 0, 0, 2, 2, 0, 0, | needs a cut-off",
                "\"box\" : [ 0.0,    | \"box\" : [ 1, 0, 0, 1e999, 2, 0, 0, | box[3] is Infinity",
                "\"masses\" : [ 1.0, | \"masses\" : [ 0.0,    | masses[0] must be positive, was 0.0",
                "\"bands\" : [ {     | \"bands\" : [ ], \"x\" : [ { | Unknown key 'x'",
                "\"manifest\" : {    | \"manifest\" : [ {     | expected ']'",
                "\"jvm\" : \"17.0.15\" | \"jvm\" : [ ]      | manifest.jvm",
                "\"counts\" : [       | \"counts\" : [ null, | coverage.counts",
                "\"train.lr\" : \"1e-3\" | \"train.lr\" : null | manifest.configuration",
            })
    void aDamagedModelIsRefused(String good, String bad, String message) throws Exception {
        var file = folder.resolve("good.json");
        ModelFile.write(file, Models.of(new Harmonic().at(0.25, 1.5), 0));
        var text = Files.readString(file);
        assertThat(text).contains(good);
        var error = refused(text.replace(good, bad));
        assertThat(error).as(bad).isNotNull();
        assertThat(error)
                .hasMessageStartingWith(folder.resolve("model.json") + ":")
                .hasMessageContaining(message);
        assertThat(error.kind()).isEqualTo(InputException.Kind.BAD_DATA);
    }

    @Test
    void aMistakeIsLocatedByLineAndColumn() throws Exception {
        var file = folder.resolve("good.json");
        ModelFile.write(file, Models.of(new Harmonic().at(0.25, 1.5), 0));
        var text = Files.readString(file);
        assertThat(refused(text.replace("\"form\" :", "\"from\" :"))).hasMessageContaining("model.json:4:");
        assertThat(refused(text.replace("\"version\" : 1,", "\"version\" : 1"))).hasMessageContaining("model.json:4:");
    }

    @Test
    void whatIsNoModelIsRefused() throws Exception {
        assertThat(refused("")).hasMessageContaining("the file is empty");
        assertThat(refused("[]")).hasMessageContaining("this is no model");
        assertThat(refused("null")).hasMessageContaining("this is no model");
        assertThat(refused("hello")).hasMessageContaining("model.json:1:");
        assertThat(refused("[".repeat(100_000))).isNotNull();
        var missing = catchThrowableOfType(InputException.class, () -> ModelFile.read(folder.resolve("modle.json")));
        assertThat(missing.kind()).isEqualTo(InputException.Kind.NO_INPUT);
        assertThat(missing).hasMessageContaining("Did you mean 'model.json'?");
    }

    @Test
    void everyTruncationIsRefused() throws Exception {
        var file = folder.resolve("good.json");
        ModelFile.write(file, Models.of(new LennardJones(12, 6).at(1, 1), 0));
        var text = Files.readString(file).strip();
        for (int length = 0; length < text.length(); length += 7) {
            assertThat(refused(text.substring(0, length)))
                    .as("length " + length)
                    .isNotNull();
        }
    }

    @Test
    void theHashOfAFileIsItsSha256() throws Exception {
        var file = Files.writeString(folder.resolve("abc"), "abc");
        assertThat(ModelFile.sha256(file)) // FIPS 180-2, B.1
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void fingerprintsTellLawsApart() {
        var law = ModelFile.fingerprint(new Harmonic().at(1, 0.0));
        assertThat(law).hasSize(64).isEqualTo(ModelFile.fingerprint(new Harmonic().at(1, 0.0)));
        assertThat(law).isNotEqualTo(ModelFile.fingerprint(new Harmonic().at(1, -0.0)));
        assertThat(law)
                .isNotEqualTo(ModelFile.fingerprint(new Harmonic().withCutoff(3).at(1, 0.0)));
        assertThat(ModelFile.fingerprint(PairNetwork.of(1).at(1, 2, 3, 4)))
                .isNotEqualTo(ModelFile.fingerprint(PairNetwork.of(1).at(1, 2, 3, Math.nextUp(4.0))));
    }
}
