package org.mclnn.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mclnn.app.config.Configured;
import org.mclnn.app.config.NotKept;
import picocli.CommandLine.Option;

/** Options from a file, for a verb that has many: {@code @Mixin private ConfigOptions config;} {@link Configured} has read them before. */
@NotKept
final class ConfigOptions {
    @Option(
            names = Configured.CONFIG,
            paramLabel = "FILE.toml",
            description =
                    "Take options from a file, each under its name: windows = 50. Options given here come before --set, --set"
                            + " before the file.")
    @SuppressWarnings("UnusedVariable") // read by Configured
    private @Nullable Path config;

    @Option(names = Configured.SET, paramLabel = "KEY=VALUE", description = "Set one option by its name in the file.")
    @SuppressWarnings("UnusedVariable") // read by Configured
    private List<String> set = List.of();

    @Option(
            names = "--dry-run",
            description = "Say what would be done, how large it is and where it would go; do nothing.")
    private boolean dryRun;

    boolean dryRun() {
        return dryRun;
    }
}
