package org.mclnn.app.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.mclnn.potential.Forms;
import org.mclnn.training.FormChoice;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrainingOptions.Optimizer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which family of laws is fitted, and how: {@code @Mixin private FitOptions fit;} */
final class FitOptions {
    private static final String NETWORK = "network";

    @Option(
            names = "--form",
            paramLabel = "FORM",
            description = "network (default), spline, harmonic, quartic, power, powers:0..5 (F = c0 + c1 r + ... +"
                    + " c5 r^5; any whole powers, as -4..0), logarithm, lennard-jones[:12-6], morse, yukawa, buckingham,"
                    + " hertz.")
    private String form = NETWORK;

    @Option(
            names = "--layers",
            paramLabel = "N,N",
            converter = Converters.Layers.class,
            description = "Widths of the network's hidden layers (default 10,10).")
    private Optional<Converters.Layers.Widths> layers = Optional.empty();

    @Option(
            names = "--smoothness",
            paramLabel = "W",
            converter = Converters.Positive.class,
            description = "Weight of the law's smoothness, 1 as much as the data (default: by the evidence).")
    private OptionalDouble smoothness = OptionalDouble.empty();

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            description = "lm: Levenberg-Marquardt (default); lbfgs: L-BFGS (default above 4,000 parameters);"
                    + " adam: the paper's, 100,000 epochs.")
    private Optional<Optimizer> optimizer = Optional.empty();

    @Option(
            names = "--batch",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Windows per step of adam, shuffled by the seed in each epoch (default: all).")
    private OptionalInt batch = OptionalInt.empty();

    @Option(
            names = "--rate",
            paramLabel = "X",
            converter = Converters.Positive.class,
            description = "Learning rate of adam (default 0.001).")
    private OptionalDouble rate = OptionalDouble.empty();

    @Option(
            names = "--target-loss",
            paramLabel = "L",
            converter = Converters.NotNegative.class,
            description = "Stop as soon as this training loss is reached (position squared); 0: as far as it goes.")
    private OptionalDouble targetLoss = OptionalDouble.empty();

    @Option(
            names = "--iterations",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "At most so many iterations or epochs.")
    private OptionalInt iterations = OptionalInt.empty();

    @Mixin
    private Threads threads = new Threads();

    /** How to train on some data, whose windows have a seed and perhaps a known noise. */
    TrainingOptions options(DataOptions data) {
        var choice = choice();
        var by = optimizer.orElse(TrainingOptions.optimizerFor(choice));
        if (layers.isPresent() && !(choice instanceof FormChoice.Network)) {
            throw new UsageException("--layers is for --form network, not for " + form);
        }
        if (smoothness.isPresent() && choice instanceof FormChoice.Closed) {
            throw new UsageException("--smoothness is for --form network and spline: " + form
                    + " is as smooth as its formula. Leave it out");
        }
        if (choice instanceof FormChoice.Spline && by != Optimizer.LM) {
            throw new UsageException("--form spline is trained by Levenberg-Marquardt: use --optimizer lm");
        }
        if (choice instanceof FormChoice.Network network) {
            checkSize(UsageException.in("--layers", network::size));
        }
        if (by == Optimizer.ADAM) {
            refuse(
                    "--sigma",
                    data.sigma().isPresent(),
                    "adam weighs all residuals alike, as the paper does: use"
                            + " --positions-only, or another optimizer");
            refuse(
                    "--smoothness",
                    smoothness.isPresent(),
                    "adam trains without it, as the paper does: leave it out, or" + " use another optimizer");
        } else {
            var why = "it is for --optimizer adam: " + nameOf(by)
                    + " looks at all windows in every step and finds the length of the step itself";
            refuse("--batch", batch.isPresent(), why);
            refuse("--rate", rate.isPresent(), why);
        }
        return new TrainingOptions(
                choice,
                by,
                targetLoss,
                iterations,
                data.sigma(),
                smoothness,
                data.seed(),
                threads.count(),
                batch,
                rate);
    }

    private static void refuse(String option, boolean given, String why) {
        if (given) {
            throw new UsageException(option + ": " + why);
        }
    }

    private FormChoice choice() {
        if (form.startsWith(NETWORK + ":")) {
            throw new UsageException("--form: write the widths of a network as --form network --layers 10,10");
        }
        return switch (form) {
            case NETWORK ->
                new FormChoice.Network(
                        layers.map(Converters.Layers.Widths::widths).orElse(TrainingOptions.LAYERS));
            case "spline" -> new FormChoice.Spline();
            default -> new FormChoice.Closed(UsageException.in("--form", () -> Forms.closed(form)));
        };
    }

    private void checkSize(int parameters) {
        if (parameters > TrainingOptions.MOST_PARAMETERS) {
            throw new UsageException("--layers: " + parameters + " parameters are too many, at most "
                    + TrainingOptions.MOST_PARAMETERS + " can be trained: use narrower layers");
        }
        if (optimizer.equals(Optional.of(Optimizer.LM)) && parameters > TrainingOptions.MOST_PARAMETERS_OF_LM) {
            throw new UsageException("--layers: " + parameters
                    + " parameters are too many for second-order training, which holds at most "
                    + TrainingOptions.MOST_PARAMETERS_OF_LM
                    + ": use narrower layers, or --optimizer lbfgs or adam");
        }
    }

    private static String nameOf(Optimizer optimizer) {
        return optimizer.name().toLowerCase(Locale.ROOT);
    }

    /** {@code network 10,10}. */
    String name(TrainingOptions options) {
        return options.form() instanceof FormChoice.Network network ? form + " " + text(network) : form;
    }

    private static String text(FormChoice.Network network) {
        return network.hidden().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** What was chosen for the user. */
    Optional<String> remark(TrainingOptions options) {
        return optimizer.isEmpty() && options.optimizer() == Optimizer.LBFGS
                ? Optional.of("more than " + TrainingOptions.MOST_PARAMETERS_OF_LM
                        + " parameters are too many for Levenberg-Marquardt: trained by L-BFGS (--optimizer lbfgs)")
                : Optional.empty();
    }

    /** What to do about a training that diverged. */
    String remedy(TrainingOptions options) {
        return options.optimizer() == Optimizer.ADAM
                ? "Try shorter windows (--frames) or a smaller --rate"
                : "Try shorter windows (--frames), more of them (--windows), more steps per frame (--stride), or another"
                        + " --form";
    }

    /** Every option as it was resolved, but for those that change no number. */
    void describe(TrainingOptions options, Map<String, String> configuration) {
        configuration.put("form", form);
        configuration.put("optimizer", nameOf(options.optimizer()));
        if (options.form() instanceof FormChoice.Network network) {
            configuration.put("layers", text(network));
        }
        smoothness.ifPresent(x -> configuration.put("smoothness", Double.toString(x)));
        targetLoss.ifPresent(x -> configuration.put("targetLoss", Double.toString(x)));
        iterations.ifPresent(n -> configuration.put("iterations", Integer.toString(n)));
        batch.ifPresent(n -> configuration.put("batch", Integer.toString(n)));
        rate.ifPresent(x -> configuration.put("rate", Double.toString(x)));
    }
}
