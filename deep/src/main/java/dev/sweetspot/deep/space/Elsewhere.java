package dev.sweetspot.deep.space;

import dev.sweetspot.deep.network.initializer.Initializers;
import dev.sweetspot.form.DidYouMean;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What other programs call things, so that their names lead to ours, and why some of what they have is not here. */
public final class Elsewhere {
    private static final int FEW = 20;

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("lr", "learning_rate"),
            Map.entry("eta", "learning_rate"),
            Map.entry("step_size", "learning_rate"),
            Map.entry("iterations", "epochs"),
            Map.entry("patience", "early_stopping.patience"),
            Map.entry("min_delta", "early_stopping.min_delta"),
            Map.entry("monitor", "early_stopping.monitor"),
            Map.entry("num_epochs", "epochs"),
            Map.entry("n_epochs", "epochs"),
            Map.entry("batch", "batch_size"),
            Map.entry("bs", "batch_size"),
            Map.entry("betas", "beta1"),
            Map.entry("beta_1", "beta1"),
            Map.entry("beta_2", "beta2"),
            Map.entry("eps", "epsilon"),
            Map.entry("criterion", "loss"),
            Map.entry("objective", "metric"),
            Map.entry("hidden_layers", "layers"),
            Map.entry("num_layers", "layers"),
            Map.entry("neurons", "units"),
            Map.entry("hidden_size", "units"),
            Map.entry("hidden_units", "units"),
            Map.entry("channels", "filters"),
            Map.entry("architecture", "family"),
            Map.entry("model", "family"),
            Map.entry("network", "family"),
            Map.entry("weights", "pretrained"),
            Map.entry("trainable", "freeze"),
            Map.entry("kernel_initializer", "initializer"),
            Map.entry("init", "initializer"),
            Map.entry("kernel_regularizer", "l2"),
            Map.entry("decay", "weight_decay"),
            Map.entry("batch_norm", "normalization"),
            Map.entry("batch_normalization", "normalization"),
            Map.entry("norm", "normalization"),
            Map.entry("lr_schedule", "schedule"),
            Map.entry("scheduler", "schedule"),
            Map.entry("shuffle", "sampling"),
            Map.entry("class_weight", "class_weights"),
            Map.entry("augmentation.flip_horizontal", "augmentation.flip"),
            Map.entry("augmentation.scale", "augmentation.zoom"),
            Map.entry("augmentation.erasing", "augmentation.cutout"),
            Map.entry("validation_split", "validation_share"),
            Map.entry("test_split", "test_share"),
            Map.entry("clipnorm", "gradient_clip"),
            Map.entry("clip_norm", "gradient_clip"),
            Map.entry("max_norm", "gradient_clip"),
            Map.entry("gaussian_noise", "noise"),
            Map.entry("weightnoise", "weight_noise"),
            Map.entry("drop_path", "stochastic_depth"),
            Map.entry("gamma", "focal.gamma"),
            Map.entry("delta", "huber.delta"),
            Map.entry("image_size", "input_size"),
            Map.entry("input_shape", "input_size"),
            Map.entry("rescaling", "rescale"),
            Map.entry("random_state", "seed"));

    private static final Map<String, Map<String, String>> VALUES = Map.of(
            "optimizer", Map.of("momentum", "sgd", "nesterov", "sgd", "nag", "sgd"),
            "loss",
                    Map.of(
                            "categorical_crossentropy", "cross_entropy",
                            "sparse_categorical_crossentropy", "cross_entropy",
                            "softmax", "cross_entropy",
                            "ce", "cross_entropy",
                            "bce", "binary_cross_entropy",
                            "binary_crossentropy", "binary_cross_entropy",
                            "l2", "mse",
                            "mean_squared_error", "mse",
                            "l1", "mae",
                            "mean_absolute_error", "mae"),
            "activation", Map.of("swish", "silu", "leakyrelu", "leaky_relu", "relu6", "relu", "logistic", "sigmoid"),
            "initializer",
                    Map.of(
                            "xavier", "glorot_uniform",
                            "xavier_uniform", "glorot_uniform",
                            "xavier_normal", "glorot_normal",
                            "glorot", "glorot_uniform",
                            "kaiming", "he_normal",
                            "kaiming_normal", "he_normal",
                            "kaiming_uniform", "he_uniform",
                            "he", "he_normal",
                            "random", "random_normal"),
            "schedule", Map.of("linear", "polynomial", "reduce_on_plateau", "plateau", "none", "constant"),
            "normalization",
                    Map.of("batch_norm", "batch", "batchnorm", "batch", "layer_norm", "layer", "group_norm", "group"),
            "family", Map.of("dnn", "mlp", "dense", "mlp", "rnn", "lstm", "conv", "cnn", "efficientnet", "mobilenet"));

    private static final Map<String, String> NOT_HERE = Map.of(
            "early_stopping.mode",
            "is not needed: which way is better is known of everything that early_stopping.monitor can watch",
            "mode",
            "is not needed: which way is better is known of everything that early_stopping.monitor can watch");

    private Elsewhere() {}

    /** Why there is on purpose no such parameter. */
    public static Optional<String> whyNotHere(String parameter) {
        return Optional.ofNullable(NOT_HERE.get(parameter));
    }

    /** Why a value that others have is refused on purpose. */
    public static Optional<String> whyNotHere(String parameter, String value) {
        var word = value.toLowerCase(Locale.ROOT);
        if (parameter.equals("initializer")) {
            return Initializers.whyNot(word);
        }
        if (parameter.equals("activation") && word.equals("softmax")) {
            return Optional.of(
                    "is for the answers of several classes, which have it already, and not for what is inside a network");
        }
        return Optional.empty();
    }

    /** What a value of others is called here. */
    public static Optional<String> value(String parameter, String value) {
        return Optional.ofNullable(VALUES.getOrDefault(parameter, Map.of()).get(value.toLowerCase(Locale.ROOT)));
    }

    /** What to put after "Maybe " for a name that is not known: what it is called here, the nearest, or where all are listed. */
    public static String maybe(String name, Collection<String> known) {
        var word = name.toLowerCase(Locale.ROOT);
        var ours = PARAMETERS.get(word);
        if (ours != null && known.contains(ours)) {
            return ours + "?";
        }
        return known.stream()
                .filter(each -> each.endsWith("." + word))
                .findFirst()
                .or(() -> DidYouMean.nearest(name, known))
                .map(each -> each + "?")
                .orElse(
                        known.size() <= FEW
                                ? "one of " + String.join(", ", known) + "?"
                                : "one of those that sweetspot list parameters shows?");
    }
}
