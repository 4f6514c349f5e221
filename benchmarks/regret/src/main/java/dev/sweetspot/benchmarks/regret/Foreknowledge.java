package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Belief;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.study.StableRandom;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.Measurements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a search is told before it begins. */
enum Foreknowledge {
    /** Nothing. */
    NOTHING,
    /** Random trials on problems of the same kind with other data. */
    EARLIER,
    /** The same trials with every value turned upside down. */
    MISLEADING,
    /** Where a long search found its best, not exactly. */
    RIGHT,
    /** Where the worst of some draws lies. */
    WRONG;

    private static final int STUDIES = 5;
    private static final int TRIALS = 60;
    private static final int LONG_SEARCHES = 2;
    private static final int LONG = 150;
    private static final int DRAWS = 50;
    /** By how much a person's right belief is wrong: a standard deviation, as a share of the range. */
    private static final double INEXACT = 0.07;
    /** Of choices a person is less sure than of numbers. */
    private static final double DOUBT_OF_CHOICE = 0.3;

    /** As it stands in the table and on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * By its word.
     *
     * @throws InvalidInputException when there is no such word
     */
    static Foreknowledge of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "--told",
                        word,
                        "must be one of "
                                + Arrays.stream(values())
                                        .map(Foreknowledge::word)
                                        .toList(),
                        "earlier?"));
    }

    /** What is known before a search of a challenge. */
    Knowledge of(Challenge challenge, Searcher searcher, long seed) {
        var random = new StableRandom(2000 + seed);
        return switch (this) {
            case NOTHING -> Knowledge.NONE;
            case EARLIER -> earlier(challenge, 1, random);
            case MISLEADING -> earlier(challenge, -1, random);
            case RIGHT -> believing(challenge, good(challenge, searcher, seed), INEXACT, random);
            case WRONG -> believing(challenge, bad(challenge, random), 0, random);
        };
    }

    private static Knowledge earlier(Challenge challenge, double sign, RandomGenerator random) {
        var others = new ArrayList<>(challenge.related());
        if (others.isEmpty()) {
            throw new InvalidInputException(
                    "--told", "earlier", "nothing is related to " + challenge.name(), "one of yahpo:SCENARIO:...?");
        }
        var studies = new ArrayList<Knowledge.Related>();
        while (studies.size() < STUDIES && !others.isEmpty()) {
            var other = others.remove(random.nextInt(others.size()));
            var encoding = Encoding.of(other.problem().space());
            var results = new ArrayList<Knowledge.Result>();
            for (int i = 0; i < TRIALS; i++) {
                var configuration = encoding.draw(random).orElseThrow();
                var found = other.trial()
                        .at(configuration, other.problem().fidelity().most());
                var values = Measurements.NONE;
                for (var objective : other.problem().objectives()) {
                    values = values.and(
                            objective.name(),
                            sign * found.find(objective.name()).orElseThrow());
                }
                results.add(new Knowledge.Result(configuration, values));
            }
            studies.add(new Knowledge.Related(other.name(), results));
        }
        return new Knowledge(List.of(), List.of(), studies);
    }

    /** The best of two long searches that know nothing. */
    private static Configuration good(Challenge challenge, Searcher searcher, long seed) {
        var all = new ArrayList<Searching.Tried>();
        for (int k = 0; k < LONG_SEARCHES; k++) {
            all.addAll(Searching.tried(challenge, searcher.told(NOTHING), 500 + 10 * seed + k, LONG));
        }
        return all.stream()
                .min(Comparator.comparingDouble(Searching.Tried::loss))
                .orElseThrow()
                .configuration();
    }

    private static Configuration bad(Challenge challenge, RandomGenerator random) {
        var encoding = Encoding.of(challenge.problem().space());
        var draws = new ArrayList<Searching.Tried>();
        for (int i = 0; i < DRAWS; i++) {
            var configuration = encoding.draw(random).orElseThrow();
            var values = challenge
                    .trial()
                    .at(configuration, challenge.problem().fidelity().most());
            draws.add(new Searching.Tried(configuration, challenge.losses(values)[0]));
        }
        return draws.stream()
                .max(Comparator.comparingDouble(Searching.Tried::loss))
                .orElseThrow()
                .configuration();
    }

    /** A belief in each parameter that is always active. */
    private static Knowledge believing(
            Challenge challenge, Configuration good, double inexact, RandomGenerator random) {
        var space = challenge.problem().space();
        var encoding = Encoding.of(space);
        var parameters = space.parameters();
        var moved = encoding.encode(good);
        for (int i = 0; i < moved.length; i++) {
            double by = named(parameters.get(i)) ? 0 : inexact * random.nextGaussian();
            moved[i] = Double.isNaN(moved[i]) ? 0.5 : Math.max(0, Math.min(1, moved[i] + by));
        }
        var near = encoding.decode(moved).orElse(good).values();
        var beliefs = new ArrayList<Belief>();
        for (var dimension : space.dimensions()) {
            var parameter = dimension.parameter();
            if (dimension.conditions().isEmpty()) {
                var value = Optional.ofNullable(near.get(parameter.name())).orElseThrow();
                beliefs.add(
                        new Belief(parameter.name(), value, named(parameter) ? DOUBT_OF_CHOICE : Belief.USUAL_SPREAD));
            }
        }
        return new Knowledge(List.of(), beliefs, List.of());
    }

    private static boolean named(Parameter<?> parameter) {
        return parameter instanceof CategoricalParameter || parameter instanceof BooleanParameter;
    }
}
