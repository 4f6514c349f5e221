package dev.sweetspot.embedding;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.math.embedding.Tsne;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.ListedParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of t-SNE, for so many items. */
final class EmbeddingSpace {
    private static final String PERPLEXITY = "perplexity";
    private static final String RATE = "learning_rate";
    private static final String ITERATIONS = "iterations";
    private static final String EXAGGERATION = "early_exaggeration";
    private static final String START = "initialisation";

    private static final double LEAST_PERPLEXITY = 2;
    private static final double MOST_PERPLEXITY = 100;
    private static final double LEAST_RATE = 10;
    private static final double MOST_RATE = 2_000;

    private EmbeddingSpace() {}

    /**
     * The usual ranges. Perplexity ends at a third of the other items: with more, all would be neighbours.
     *
     * @param items at least {@link Items#FEWEST}
     */
    static SearchSpace of(int items) {
        double most = Math.min(MOST_PERPLEXITY, Tsne.mostPerplexity(items));
        var twice = new UsualChange.Factor(2);
        return SearchSpace.of(
                Parameter.real(PERPLEXITY, LEAST_PERPLEXITY, most)
                        .logarithmic()
                        .withDefault(Math.min(30, most))
                        .with(new About("neighbours", "How many neighbours of each item count.", Optional.of(twice))),
                Parameter.real(RATE, LEAST_RATE, MOST_RATE)
                        .logarithmic()
                        .withDefault(Tsne.usualRate(items))
                        .with(new About("", "How far the items move in each iteration.", Optional.of(twice))),
                Parameter.integer(ITERATIONS, 250, 1_000)
                        .logarithmic()
                        .withDefault(500)
                        .with(new About("", "How often the items are moved.", Optional.of(twice))),
                Parameter.real(EXAGGERATION, 4, 32)
                        .logarithmic()
                        .withDefault(Tsne.USUAL_EXAGGERATION)
                        .with(new About(
                                "",
                                "How much harder like items pull each other in the first quarter, so that clusters form.",
                                Optional.of(twice))),
                CategoricalParameter.of(START, words())
                        .with(About.help(
                                "Where the items are before they move: along the two directions in which they differ "
                                        + "most, or by chance.")));
    }

    private static List<String> words() {
        return Stream.of(Tsne.Start.values())
                .map(start -> start.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * The usual ranges, but those that somebody gave for theirs.
     *
     * @throws InvalidInputException when one is not known, or goes beyond the usual one
     */
    static SearchSpace within(SearchSpace given, int items) {
        var usual = of(items);
        var space = SearchSpace.empty();
        for (var dimension : given.dimensions()) {
            check(dimension.parameter(), usual);
            space = space.with(dimension);
        }
        for (var parameter : usual.parameters()) {
            space = space.find(parameter.name()).isPresent() ? space : space.with(parameter);
        }
        for (var relation : given.relations()) {
            space = space.with(relation);
        }
        return space;
    }

    private static void check(Parameter<?> given, SearchSpace usual) {
        var names = usual.parameters().stream().map(Parameter::name).toList();
        var own = usual.find(given.name())
                .orElseThrow(() -> new InvalidInputException(
                        "parameter", given.name(), "is none of t-SNE", DidYouMean.maybe(given.name(), names)));
        for (var value : ends(given)) {
            own.check(value);
        }
    }

    private static List<?> ends(Parameter<?> given) {
        if (given instanceof RealParameter real) {
            return List.of(real.low(), real.high());
        }
        if (given instanceof IntegerParameter integer) {
            return List.of(integer.low(), integer.high());
        }
        return given instanceof ListedParameter<?> listed
                ? listed.choices().stream().map(choice -> choice.value()).toList()
                : List.of(given.defaultValue());
    }

    /** What a configuration says; the types are those of the parameters or can be read as such. */
    static Tsne tsne(Configuration configuration) {
        var values = configuration.values();
        return new Tsne(
                number(values.get(PERPLEXITY)),
                (int) number(values.get(ITERATIONS)),
                OptionalDouble.of(number(values.get(RATE))),
                number(values.get(EXAGGERATION)),
                Tsne.Start.valueOf(String.valueOf(values.get(START)).toUpperCase(Locale.ROOT)));
    }

    private static double number(@Nullable Object value) {
        return Double.parseDouble(String.valueOf(value));
    }
}
