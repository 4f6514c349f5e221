package dev.sweetspot.deep.network.initializer;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.List;
import java.util.Optional;

/** The installed initialisers. */
public final class Initializers {
    private static final List<Initializer> ALL = List.of(
            new HeNormal(),
            new HeUniform(),
            new GlorotNormal(),
            new GlorotUniform(),
            new LecunNormal(),
            new LecunUniform(),
            new Orthogonal(),
            new RandomNormal(),
            new RandomUniform());

    private Initializers() {}

    /** All, the usual one first. */
    public static List<Initializer> all() {
        return ALL;
    }

    /** Why a way to begin that others have is none; empty where there is no reason against it. */
    public static Optional<String> whyNot(String name) {
        return name.matches("zeros?|ones?|constant")
                ? Optional.of(
                        "would make all units of a layer the same: they would get the same gradients, stay the same "
                                + "for ever, and do the work of one")
                : Optional.empty();
    }

    /**
     * The initialiser of a name.
     *
     * @throws InvalidInputException when there is none; where zeros are asked for, with the reason
     */
    public static Initializer named(String name) {
        whyNot(name).ifPresent(reason -> {
            throw new InvalidInputException(
                    "initializer", name, reason, ALL.get(0).name() + "?");
        });
        return ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "initializer",
                        name,
                        "is not known",
                        DidYouMean.maybe(
                                name, ALL.stream().map(Initializer::name).toList())));
    }
}
