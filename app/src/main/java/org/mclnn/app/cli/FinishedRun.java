package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mclnn.io.InputException;
import org.mclnn.io.Model;
import org.mclnn.io.ModelFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run on disk.
 *
 * @param name as it was asked for
 * @param started when; where the run does not tell, when its model was written
 */
record FinishedRun(String name, Model model, Instant started) {
    static FinishedRun load(Path run) throws InputException, IOException {
        var model = RunDirectory.load(run);
        return new FinishedRun(run.toString(), model, started(run));
    }

    private static Instant started(Path run) throws IOException {
        var manifest = Files.isDirectory(run) ? run.resolve(RunFiles.MANIFEST) : run.resolveSibling(RunFiles.MANIFEST);
        if (Files.isRegularFile(manifest)) {
            try {
                var time = JsonMapper.shared()
                        .readTree(Files.readAllBytes(manifest))
                        .path("time");
                return Instant.parse(time.path("started").asString(""));
            } catch (JacksonException | DateTimeException e) {
                // damaged: the file tells as much
            }
        }
        return Files.getLastModifiedTime(Files.isDirectory(run) ? run.resolve(RunFiles.MODEL) : run)
                .toInstant();
    }

    /** {@code network 10,10}. */
    String family() {
        var configuration = model.manifest().configuration();
        var form = configuration.getOrDefault(
                "form", model.potential().law().form().name());
        return configuration.containsKey("layers") ? form + " " + configuration.get("layers") : form;
    }

    /**
     * {@code a.xyz and 2 more}. The model keeps the files' names in one text, with blanks between them, and a sum for each of them: where
     * names have blanks themselves it is only known how many there are.
     */
    String data() {
        var text = model.manifest().dataFile();
        int files = model.manifest().dataSha256().split(" ").length;
        var names = files == 1 ? List.of(text) : List.of(text.split(" "));
        return names.size() == files ? Source.title(names) : files + " files";
    }

    String fingerprint() {
        return ModelFile.fingerprint(model.potential().law());
    }

    /** Everything that was chosen, also what {@link org.mclnn.io.Manifest} keeps beside the configuration. */
    Map<String, String> settings() {
        var settings = new TreeMap<>(model.manifest().configuration());
        settings.put("seed", Long.toString(model.manifest().seed()));
        settings.put("data", model.manifest().dataFile());
        settings.put("data SHA-256", model.manifest().dataSha256());
        settings.put("mclnn", model.manifest().version());
        return settings;
    }

    JsonOut json() {
        return new JsonOut()
                .put("run", name)
                .put("started", started.toString())
                .put("data", model.manifest().dataFile())
                .put("dataSha256", model.manifest().dataSha256())
                .put("form", model.potential().law().form().name())
                .put("parameters", (long) model.potential().law().form().size())
                .put("trainLoss", model.trainLoss())
                .put("validLoss", model.validLoss())
                .put("bands", LawScreen.bands(model.potential().coverage(), Optional.empty()))
                .put("configuration", model.manifest().configuration())
                .put("seed", model.manifest().seed())
                .put("version", model.manifest().version())
                .put("fingerprint", fingerprint());
    }
}
