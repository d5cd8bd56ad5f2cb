package org.mclnn.app.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.mclnn.app.config.ConfigSchema;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mclnn completion}: what lets shells and editors complete words. */
@Command(
        name = "completion",
        header = "Print what lets a shell or an editor complete verbs, options and settings.%n",
        description = {
            "For bash and zsh a script to be sourced. For toml a JSON schema of the files that 'mclnn train --config' takes, which editors"
                    + " use to complete and check them."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(mclnn completion bash)                        in ~/.bashrc",
            "  source <(mclnn completion zsh)                         in ~/.zshrc",
            "  mclnn completion toml > train.schema.json              then, in the file: #:schema ./train.schema.json"
        })
final class Completion implements Callable<Integer> {
    private static final Pattern CHOICES = Pattern.compile("_args=\\(\"[^)]*\\)"); // names of constants in capitals

    /** For whom. */
    enum For {
        BASH,
        ZSH,
        TOML
    }

    @Mixin
    private Common common = new Common();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FOR", description = "bash, zsh or toml.")
    private For reader = For.BASH;

    @Override
    public Integer call() {
        var console = common.console();
        var all = Main.commandLine(Main.terminal(spec), Main.VERBS);
        var text = reader == For.TOML
                ? ConfigSchema.of(new CommandLine(Train.class).getCommandSpec())
                : CHOICES.matcher(AutoComplete.bash("mclnn", all)) // it knows zsh too
                        .replaceAll(choices -> choices.group().toLowerCase(Locale.ROOT));
        console.print(text.stripTrailing());
        console.result(new JsonOut().put("text", text));
        return ExitCode.OK;
    }
}
