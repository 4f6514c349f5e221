package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.benchmarks.regret.yahpo.YahpoChallenges;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Picks challenges by the words of a person.
 *
 * @param surrogates the folder of surrogates, where there is one
 */
record Selection(Optional<Path> surrogates) {
    private static final String OTHER = "yahpo:";

    /**
     * Those that the words mean, each once, in the order of the words.
     *
     * @param words names, kinds, sets, {@code all}, {@code yahpo:SCENARIO:INSTANCE:TARGET}
     * @param measurable what can be measured at all
     * @throws InvalidInputException when a word means none
     */
    List<Challenge> of(List<String> words, Predicate<Challenge> measurable) {
        var yahpo = surrogates.map(YahpoChallenges::new);
        var all = new ArrayList<>(Synthetic.all());
        yahpo.ifPresent(more -> all.addAll(more.all()));
        var chosen = new LinkedHashSet<Challenge>();
        for (var word : words) {
            var meant = word.startsWith(OTHER) && yahpo.isPresent()
                    ? List.of(yahpo.get().named(word))
                    : all.stream().filter(each -> means(word, each)).toList();
            var found = meant.stream().filter(measurable).toList();
            if (found.isEmpty()) {
                throw new InvalidInputException(
                        "--problems",
                        word,
                        meant.isEmpty() ? "is not known" : "cannot be measured in this manner",
                        "one of "
                                + all.stream()
                                        .filter(measurable)
                                        .map(Challenge::name)
                                        .toList() + "?");
            }
            chosen.addAll(found);
        }
        return List.copyOf(chosen);
    }

    private static boolean means(String word, Challenge challenge) {
        boolean kind =
                switch (word.toLowerCase(Locale.ROOT)) {
                    case "all" -> true;
                    case "so" ->
                        challenge.kind() == Challenge.Kind.SINGLE
                                && challenge.problem().constraints().isEmpty();
                    case "mo" -> challenge.kind() == Challenge.Kind.SEVERAL && !challenge.parts();
                    default -> false;
                };
        return kind || challenge.name().equals(word) || challenge.sets().contains(word);
    }
}
