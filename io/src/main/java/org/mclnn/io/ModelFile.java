package org.mclnn.io;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.mclnn.potential.FormPotential;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Model files: indented JSON whose numbers come back bit for bit. Every key must be there, and no other. */
public final class ModelFile {
    private static final int LARGEST = 64 << 20; // bytes
    private static final String REMEDY = "Write the model again with train, or take an undamaged copy";
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultNullHandling(nulls -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private ModelFile() {}

    /** Has what writes models loaded: the first model takes it a tenth of a second. */
    public static void prepare() {
        JSON.writerFor(ModelJson.class);
    }

    /**
     * Writes a model; an older file of the name is replaced at once.
     *
     * @throws IllegalArgumentException if {@link #read} would refuse it: a number that is not finite, a form without a name
     */
    public static void write(Path file, Model model) throws IOException {
        var json = ModelJson.of(model);
        json.model();
        try (var target = new NewFile(file)) {
            target.text().write(JSON.writeValueAsString(json));
            target.text().write("\n");
            target.commit();
        }
    }

    /**
     * Reads a model.
     *
     * @throws InputException if the file is missing, damaged or no model: names the key, and the line where it can be told
     * @throws IOException if reading fails
     */
    public static Model read(Path file) throws InputException, IOException {
        TrajectoryFiles.checkReadable(file);
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw InputException.of(file, "this is larger than any model, above " + LARGEST + " bytes", REMEDY);
        }
        try {
            checkFormat(file, JSON.readTree(bytes));
            try (var parser = JSON.createParser(bytes)) {
                ModelKeys.check(file, parser);
            }
            // which keys must be there is known already
            ModelJson read = JSON.readerFor(ModelJson.class)
                    .without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .readValue(bytes);
            return read.model();
        } catch (JacksonException e) {
            throw at(file, e.getLocation(), key(e) + reason(e));
        } catch (IllegalArgumentException e) {
            throw InputException.of(file, String.valueOf(e.getMessage()).replaceAll("\\.$", ""), REMEDY);
        }
    }

    private static void checkFormat(Path file, JsonNode json) throws InputException {
        var format = json.path("format");
        if (!format.isString() || !format.stringValue().equals(ModelJson.FORMAT)) {
            throw InputException.of(
                    file, "this is no model: it does not say \"format\": \"" + ModelJson.FORMAT + "\"", REMEDY);
        }
        var version = json.path("version");
        if (!version.isIntegralNumber() || !version.canConvertToInt() || version.intValue() != ModelJson.VERSION) {
            throw InputException.of(
                    file,
                    "version is " + Cursor.quoted(version.toString()) + ", this program reads version "
                            + ModelJson.VERSION,
                    "Use the program that wrote the model, or write it again");
        }
    }

    /** Where in the tree of keys, as {@code coverage.bands[0].from: }. */
    private static String key(JacksonException e) {
        var path = new StringBuilder();
        for (var part : e.getPath()) {
            if (part.getIndex() >= 0) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getPropertyName());
            }
        }
        return path.isEmpty() ? "" : path + ": ";
    }

    /** The first words of the message, without what concerns programs only. */
    private static String reason(JacksonException e) {
        var first = e.getOriginalMessage().lines().findFirst().orElse("this is no JSON");
        return first.replaceAll(" ?[(\\[].*", "")
                .replaceAll(": was expecting$", ": this is no JSON")
                .replaceAll("\\.$", "");
    }

    static InputException at(Path file, @Nullable TokenStreamLocation place, String what) {
        return place == null || place.getLineNr() < 1
                ? InputException.of(file, what, REMEDY)
                : InputException.at(file, place.getLineNr(), place.getColumnNr(), what, REMEDY);
    }

    /** SHA-256 of the bytes of a file, hexadecimal. */
    public static String sha256(Path file) throws IOException {
        var digest = digest();
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 over the name of the form and the bits of its parameters, hexadecimal: equal for equal laws only. */
    public static String fingerprint(FormPotential law) {
        var theta = law.theta();
        var bits = ByteBuffer.allocate(Double.BYTES * theta.length);
        for (double parameter : theta) {
            bits.putLong(Double.doubleToRawLongBits(parameter));
        }
        var digest = digest();
        digest.update(law.form().name().getBytes(StandardCharsets.UTF_8));
        digest.update(bits.array());
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
