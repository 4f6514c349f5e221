package dev.sweetspot.deep.space;

import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.Side;
import dev.sweetspot.space.Belief;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where to search when nobody says where: a part of all that can be set. What matters little is left at its default, and
 * ranges are those in which good values have been found again and again.
 */
public final class Suggested {
    private static final Map<String, String> RANGES = Map.ofEntries(
            Map.entry("optimizer", "adamw,adam,sgd"),
            Map.entry("learning_rate", "5e-4..3e-2"),
            Map.entry("weight_decay", "1e-5..3e-2"),
            Map.entry("dropout", "0..0.5"),
            Map.entry("momentum", "0.8..0.98"),
            Map.entry("activation", "relu,silu,gelu"),
            Map.entry("augmentation.flip", "horizontal,none"),
            Map.entry("adversarial_loss", "non_saturating,hinge,least_squares"),
            Map.entry("generator.learning_rate", "1e-4..3e-3"),
            Map.entry("discriminator.learning_rate", "1e-4..3e-3"),
            Map.entry("generator.filters", "16,32"),
            Map.entry("discriminator.filters", "16,32"),
            Map.entry("discriminator.normalization", "batch,spectral"),
            Map.entry("discriminator.dropout", "0..0.4"));

    private static final Set<String> SEARCHED_WHOLE =
            Set.of("label_smoothing", "warmup", "augmentation.crop", "discriminator.label_smoothing");

    /** Seldom worth the search, and always worth a try by hand. */
    private static final Set<String> AT_DEFAULT = Set.of(
            "normalization",
            "initializer",
            "noise",
            "weight_noise",
            "shape",
            "stochastic_depth",
            "expansion",
            "latent",
            "upsampling",
            "loss",
            "schedule",
            "nesterov",
            "beta1",
            "beta2",
            "epsilon",
            "rho",
            "l1",
            "l2",
            "gradient_clip",
            "ema",
            "early_stopping",
            "sampling",
            "class_weights",
            "rescale",
            "latent_size",
            "members",
            "discriminator.steps",
            "discriminator.slope");

    /** How good a value of these is depends on how long a network learns: they keep it from learning examples by heart. */
    private static final Set<String> AGAINST_LEARNING_BY_HEART = Set.of("dropout", "weight_decay", "label_smoothing");

    private static final Set<String> WIDTHS = Set.of("units", "filters");
    private static final int LEAST_WIDTH = 8;
    private static final int MOST_TIMES = 4;

    private static final double NEAR_NUMBERS = 0.25;
    private static final double OTHER_CHOICES = 0.5;

    private static final List<String> THEMES_AT_DEFAULT = List.of("augmentation.", "schedule.", "early_stopping.");

    private Suggested() {}

    /** The ranges to search in the place of the whole ones; a parameter that is not named stays as it is. */
    public static SearchSpace ranges(SearchSpace space) {
        return ranges(space, space, List.of());
    }

    /**
     * The same for a space of which a person has already said something: what was said stays, and what follows from it
     * has the defaults that go with it.
     *
     * @param asked a part of the whole
     * @param hints what the data say of parameters of which nobody has said anything
     */
    public static SearchSpace ranges(SearchSpace asked, SearchSpace whole, List<Hint> hints) {
        return ranges(asked, whole, hints, Set.of());
    }

    /**
     * The same where a person asked to search some parameters in a range of their own: that range stays, also where it is the
     * whole one, or where nobody else would search the parameter.
     *
     * @param named of which parameters that was said
     */
    public static SearchSpace ranges(SearchSpace asked, SearchSpace whole, List<Hint> hints, Set<String> named) {
        var result = LossParameters.fitted(OptimizerParameters.fitted(asked), whole);
        for (var parameter : whole.parameters()) {
            var now = result.find(parameter.name());
            if (now.isPresent()
                    && !named.contains(parameter.name())
                    && now.get().rangeInWords().equals(parameter.rangeInWords())) {
                var hint = hints.stream()
                        .filter(each -> each.name().equals(parameter.name()))
                        .findFirst();
                result = hint.isPresent()
                        ? Restriction.search(
                                result, result, parameter.name(), hint.get().range())
                        : narrowed(result, now.get());
            }
        }
        return result;
    }

    /**
     * Where good values are believed to lie when nobody says where: near the defaults, which follow the data and have been
     * found good again and again. Weakly: good numbers within a quarter of their range, and half of the choices among all.
     * Searches of few trials, as trainings allow, would else spend most of them where hardly anything is good: there are many
     * more bad places than good ones.
     */
    public static List<Belief> beliefs(SearchSpace space) {
        return space.parameters().stream()
                .filter(Suggested::open)
                .map(Suggested::belief)
                .toList();
    }

    /**
     * What is left to search where trials are so much shorter than the last training that they cannot tell what keeps a
     * network from learning its examples by heart: in a few epochs none does, and whatever hinders it looks bad (Wu et al.
     * 2018, "Understanding short-horizon bias in stochastic meta-optimization"). That stays at its defaults.
     *
     * @param suggested what would be searched
     * @param asked the names of what a person asked to search: those are searched however long trials are
     */
    public static SearchSpace ofShortTrials(SearchSpace suggested, Set<String> asked) {
        var result = suggested;
        for (var parameter : suggested.parameters()) {
            var name = parameter.name();
            boolean against = AGAINST_LEARNING_BY_HEART.contains(name) || name.startsWith("augmentation.");
            if (against && open(parameter) && !asked.contains(name)) {
                result = atDefault(result, parameter);
            }
        }
        return result;
    }

    private static Belief belief(Parameter<?> parameter) {
        return new Belief(
                parameter.name(), parameter.defaultValue(), isNumber(parameter) ? NEAR_NUMBERS : OTHER_CHOICES);
    }

    private static boolean open(Parameter<?> parameter) {
        return isNumber(parameter) || Restriction.labels(parameter).size() > 1;
    }

    private static boolean isNumber(Parameter<?> parameter) {
        return parameter instanceof RealParameter || parameter instanceof IntegerParameter;
    }

    private static SearchSpace narrowed(SearchSpace space, Parameter<?> parameter) {
        var name = parameter.name();
        if (name.equals("family")) {
            return Families.usual(space);
        }
        if (name.equals("batch_size")) {
            return Restriction.search(space, space, name, batchSizes((Integer) parameter.defaultValue()));
        }
        if (name.equals("filters") && !isOverTime(space)) {
            return Restriction.search(space, space, name, "8..64");
        }
        if (WIDTHS.contains(name)) {
            return Restriction.search(space, space, name, widths((Integer) parameter.defaultValue()));
        }
        if (RANGES.containsKey(name)) {
            return Restriction.search(space, space, name, RANGES.get(name));
        }
        boolean ofASide = Arrays.stream(Side.values()).anyMatch(side -> name.startsWith(side.prefix()));
        boolean left = ofASide
                || AT_DEFAULT.contains(name)
                || THEMES_AT_DEFAULT.stream().anyMatch(name::startsWith);
        return left && !SEARCHED_WHOLE.contains(name) ? atDefault(space, parameter) : space;
    }

    private static <T> SearchSpace atDefault(SearchSpace space, Parameter<T> parameter) {
        return Restriction.fix(space, space, parameter.name(), parameter.label(parameter.defaultValue()));
    }

    /** Networks for series have kernels over time or a direction to read in. */
    private static boolean isOverTime(SearchSpace space) {
        return space.find("kernel").isPresent() || space.find("bidirectional").isPresent();
    }

    /** The default follows how much data there is: much wider layers would learn little data by heart, and take long. */
    private static String widths(int standard) {
        return Math.min(standard, LEAST_WIDTH) + ".." + MOST_TIMES * standard;
    }

    private static String batchSizes(int standard) {
        return standard / 2 + "," + standard + "," + standard * 2 + "," + standard * 4;
    }
}
