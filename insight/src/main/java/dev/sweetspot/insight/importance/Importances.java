package dev.sweetspot.insight.importance;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What mattered for one number of a study.
 *
 * @param aspect the number
 * @param method how it was found: what the shares are shares of, in words
 * @param configurations how many different configurations say so
 * @param foretold how well it can be foretold from the parameters: the share of the differences between configurations that
 *     were kept from the model which it foretold, at most 1; 0 or less when it learnt nothing, and then no share means
 *     anything. Empty where nothing is foretold
 * @param mains one a parameter, the largest share first; empty when there are too few trials to say
 * @param pairs one a pair of parameters that can be active together, the largest share first; may be empty
 * @param notes what one must know to read the shares, as sentences
 */
public record Importances(
        Aspect aspect,
        String method,
        int configurations,
        OptionalDouble foretold,
        List<Importance> mains,
        List<Importance> pairs,
        List<String> notes) {
    /** Keeps copies. */
    public Importances {
        mains = List.copyOf(mains);
        pairs = List.copyOf(pairs);
        notes = List.copyOf(notes);
    }

    /** By functional ANOVA over the whole space, of at most {@link Landscape#MOST} trials. */
    public static Importances of(Studied studied, Aspect aspect) {
        return new FunctionalAnova().importances(studied, aspect);
    }

    /** By PED-ANOVA near the good region: what makes the best tenth of the better half; of as many trials as above. */
    public static Importances nearTheGood(Studied studied, Aspect aspect) {
        return PedAnova.NEAR_THE_GOOD.importances(studied.thinned(Landscape.MOST), aspect);
    }

    /** That of one parameter alone; empty where nothing could be said. */
    public Optional<Importance> of(String parameter) {
        return mains.stream()
                .filter(each -> each.parameters().equals(List.of(parameter)))
                .findFirst();
    }

    /** That of two parameters together, in either order. */
    public Optional<Importance> of(String one, String other) {
        return pairs.stream()
                .filter(each ->
                        each.parameters().contains(one) && each.parameters().contains(other))
                .findFirst();
    }
}
