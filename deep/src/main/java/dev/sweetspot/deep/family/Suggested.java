package dev.sweetspot.deep.family;

import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import java.util.List;

/**
 * Where to search when nobody says where: a part of all that can be set. What matters little is left at its default, and
 * ranges are those in which good values have been found again and again.
 */
public final class Suggested {
    private Suggested() {}

    /** The ranges to search in the place of the whole ones; a parameter that is not named stays as it is. */
    public static SearchSpace ranges(SearchSpace space) {
        var result = space;
        for (var parameter : space.parameters()) {
            result = result.replace(narrowed(parameter));
        }
        return result;
    }

    private static Parameter<?> narrowed(Parameter<?> parameter) {
        return switch (parameter.name()) {
            case "learning_rate" -> real(parameter, 5e-4, 3e-2);
            case "weight_decay" -> real(parameter, 1e-5, 3e-2);
            case "dropout" -> real(parameter, 0, 0.5);
            case "momentum" -> real(parameter, 0.8, 0.98);
            case "activation" -> choices(parameter, List.of("relu", "silu", "gelu"));
            case "normalization" -> choices(parameter, List.of("batch"));
            case "schedule" -> choices(parameter, List.of("cosine"));
            case "batch_size" -> batchSizes(parameter);
            case "early_stopping.patience" -> patience(parameter);
            case "augmentation.flip" -> choices(parameter, List.of("horizontal", "none"));
            case "augmentation.crop" -> parameter;
            case "sampling", "class_weights", "rescale" -> atDefault(parameter);
            default -> parameter.name().startsWith("augmentation.") ? atDefault(parameter) : parameter;
        };
    }

    /** Seldom worth the search, and always worth a try by hand. */
    private static Parameter<?> atDefault(Parameter<?> parameter) {
        if (parameter instanceof RealParameter real) {
            return real(parameter, real.defaultValue(), real.defaultValue());
        }
        return parameter instanceof CategoricalParameter<?> choice ? standard(choice) : parameter;
    }

    private static <T> Parameter<?> standard(CategoricalParameter<T> choice) {
        return choices(choice, List.of(choice.label(choice.defaultValue())));
    }

    private static Parameter<?> real(Parameter<?> parameter, double low, double high) {
        var real = (RealParameter) parameter;
        return new RealParameter(
                real.name(),
                low,
                high,
                real.scale(),
                real.step(),
                Math.max(low, Math.min(high, real.defaultValue())),
                real.about());
    }

    private static Parameter<?> choices(Parameter<?> parameter, List<String> labels) {
        return CategoricalParameter.of(parameter.name(), labels).with(parameter.about());
    }

    private static Parameter<?> batchSizes(Parameter<?> parameter) {
        int standard = (Integer) parameter.defaultValue();
        return OrdinalParameter.of(parameter.name(), List.of(standard / 2, standard, standard * 2, standard * 4))
                .withDefault(standard)
                .with(parameter.about());
    }

    private static Parameter<?> patience(Parameter<?> parameter) {
        var whole = (IntegerParameter) parameter;
        int standard = whole.defaultValue();
        return new IntegerParameter(whole.name(), standard, standard, whole.scale(), 1, standard, whole.about());
    }
}
