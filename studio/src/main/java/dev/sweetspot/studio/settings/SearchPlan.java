package dev.sweetspot.studio.settings;

import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.space.Suggested;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.studio.work.Wish;
import dev.sweetspot.trial.Objective;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a search would do, looked at before it is begun: in words, and with everything that cannot be said at once.
 *
 * @param problems what cannot be, by the name of what was said wrongly: a parameter, "objectives" or a limit
 * @param sentences what will happen, for people; empty where something cannot be
 */
public record SearchPlan(Map<String, String> problems, List<String> sentences) {
    /** More names than this nobody reads. */
    private static final int MOST_NAMES = 12;

    /** Keeps copies. */
    public SearchPlan {
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
        sentences = List.copyOf(sentences);
    }

    /** That of a search on this. */
    public static SearchPlan of(Matter matter, Wish.Search wish) {
        var problems = new LinkedHashMap<String, String>();
        var whole = matter.space();
        wish.settings().forEach((name, value) -> tried(name, problems, () -> requireValue(whole, name, value)));
        wish.ranges().forEach((name, range) -> tried(name, problems, () -> requireRange(whole, wish, name, range)));
        if (!wish.objectives().isEmpty()) {
            tried("objectives", problems, () -> NetworkLearning.objectives(wish.objectives()));
        }
        wish.limits().forEach(limit -> tried("limit " + limit, problems, () -> Goals.limit(limit)));
        var space = problems.isEmpty() ? space(whole, wish, problems) : Optional.<SearchSpace>empty();
        return new SearchPlan(
                problems, space.map(searched -> sentences(wish, searched)).orElse(List.of()));
    }

    private static void tried(String name, Map<String, String> problems, Runnable attempt) {
        try {
            attempt.run();
        } catch (InvalidInputException refused) {
            problems.putIfAbsent(name, String.valueOf(refused.getMessage()));
        }
    }

    private static void requireValue(SearchSpace whole, String name, String value) {
        var apart = SettingsForm.apart().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (whole.find(name).isEmpty() && apart.isPresent()) {
            apart.get().check(value);
        } else {
            Restriction.require(whole, name).check(value);
        }
    }

    private static void requireRange(SearchSpace whole, Wish.Search wish, String name, String range) {
        if (wish.settings().containsKey(name)) {
            throw new InvalidInputException(
                    name,
                    range,
                    "is fixed at " + wish.settings().get(name) + " and cannot be searched too",
                    "one of both?");
        }
        var alone = SearchSpace.empty().with(new SearchSpace.Dimension(Restriction.require(whole, name), List.of()));
        var searched = Restriction.search(alone, alone, name, range).find(name).orElseThrow();
        if (!SettingsForm.isOpen(searched)) {
            throw new InvalidInputException(name, range, "leaves only one value to search", "fix it at that one?");
        }
    }

    /** All that a trial can be; empty where what was said does not go together. */
    private static Optional<SearchSpace> space(SearchSpace whole, Wish.Search wish, Map<String, String> problems) {
        var space = whole;
        for (var setting : wish.settings().entrySet()) {
            if (whole.find(setting.getKey()).isPresent()
                    && space.find(setting.getKey()).isPresent()) {
                space = Restriction.fix(space, whole, setting.getKey(), setting.getValue());
            }
        }
        for (var range : wish.ranges().entrySet()) {
            if (space.find(range.getKey()).isPresent()) {
                space = Restriction.search(space, whole, range.getKey(), range.getValue());
            }
        }
        var searched = Suggested.ranges(space, whole, List.of(), wish.ranges().keySet());
        wish.ranges().forEach((name, range) -> {
            if (searched.find(name).isEmpty()) {
                tried(name, problems, () -> refuse(whole, name, range));
            }
        });
        tried("ranges", problems, searched::requireFeasible);
        return problems.isEmpty() ? Optional.of(searched) : Optional.empty();
    }

    private static void refuse(SearchSpace whole, String name, String range) {
        var needed = whole.dimensions().stream()
                .filter(dimension -> dimension.parameter().name().equals(name))
                .flatMap(dimension -> dimension.conditions().stream())
                .map(condition -> condition.parent() + " " + String.join(" or ", condition.labels()))
                .collect(Collectors.joining(", and "));
        throw new InvalidInputException(name, range, "counts only with " + needed, "leave it as it is usually?");
    }

    private static List<String> sentences(Wish.Search wish, SearchSpace searched) {
        var sentences = new ArrayList<String>();
        sentences.add(sought(wish));
        wish.limits().stream()
                .map(limit ->
                        NetworkLearning.PREDICTED.contains(Goals.limit(limit).name())
                                ? "What would break " + limit + " is known before, and not trained."
                                : "What ends outside of " + limit + " does not count.")
                .forEach(sentences::add);
        var open = searched.dimensions().stream()
                .filter(dimension -> SettingsForm.isOpen(dimension.parameter()))
                // What matters most is named first.
                .sorted(Comparator.comparing(Topic::of))
                .<Parameter<?>>map(SearchSpace.Dimension::parameter)
                .toList();
        sentences.add(
                open.isEmpty()
                        ? "Nothing is left to search: all is fixed."
                        : open.size() + " settings are searched: " + named(open, Parameter::name) + ".");
        if (!wish.ranges().isEmpty()) {
            sentences.add("In ranges of your own: "
                    + named(
                            List.copyOf(wish.ranges().keySet()),
                            name -> name + " "
                                    + searched.find(name).orElseThrow().rangeInWords())
                    + ".");
        }
        sentences.add(
                wish.settings().isEmpty()
                        ? "All others stay at their defaults."
                        : "Fixed: "
                                + named(
                                        List.copyOf(wish.settings().entrySet()),
                                        each -> each.getKey() + " " + each.getValue())
                                + "; all others stay at their defaults.");
        sentences.add(how(wish));
        return sentences;
    }

    private static String sought(Wish.Search wish) {
        var names = wish.objectives();
        var minutes = plain(wish.minutes()) + (wish.minutes() == 1 ? " minute" : " minutes");
        if (names.size() < 2) {
            var metric = names.isEmpty()
                    ? "accuracy (balanced accuracy, where some categories are much rarer than others)"
                    : names.get(0).replace('_', ' ');
            return "For " + minutes + " in all the computer looks for the best " + metric
                    + " on the validation part, trains the best again and measures it once on the test part.";
        }
        var aims =
                NetworkLearning.objectives(names).stream().map(SearchPlan::aim).collect(Collectors.joining(", "));
        return "For " + minutes + " in all the computer looks for the front: the trials that no other "
                + "beats in everything (" + aims
                + "). All of it is shown; the compromise among them is trained again and "
                + "measured once on the test part.";
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String aim(Objective objective) {
        return objective.direction().name().toLowerCase(Locale.ROOT).equals("maximize")
                ? "more " + objective.name().replace('_', ' ')
                : "less " + objective.name().replace('_', ' ');
    }

    private static String how(Wish.Search wish) {
        var manner = wish.manner();
        var said = new ArrayList<String>();
        said.add(manner.sampler()
                .map(name -> name + " proposes what is tried next")
                .orElse("What is tried next is chosen from what was seen before"));
        said.add(manner.scheduler()
                .map(name -> name + " decides how long each trial runs")
                .orElse("trials that show little promise end early"));
        said.add(manner.workers()
                .map(count -> count == 1 ? "one trial runs at a time" : count + " trials run at once")
                .orElse("as many trials run at once as this computer is quickest with"));
        manner.trialSeconds()
                .ifPresent(seconds -> said.add("a trial that takes more than " + plain(seconds) + " s has failed"));
        return String.join("; ", said) + ".";
    }

    private static <T> String named(List<T> all, Function<T, String> name) {
        var shown = all.stream().limit(MOST_NAMES).map(name).map(text -> text.replace('_', ' '));
        return shown.collect(Collectors.joining(", "))
                + (all.size() > MOST_NAMES ? " and " + (all.size() - MOST_NAMES) + " more" : "");
    }

    /**
     * Refuses what cannot be.
     *
     * @throws InvalidInputException with the first problem
     */
    public void requirePossible() {
        problems.values().stream().findFirst().ifPresent(problem -> {
            throw new InvalidInputException(problem);
        });
    }

    /** For a page. */
    public MapForm toForm() {
        var entries = new LinkedHashMap<String, Form>();
        problems.forEach((name, problem) -> entries.put(name, Form.of(problem)));
        var all = new LinkedHashMap<String, Form>();
        all.put("problems", Form.of(entries));
        all.put("sentences", Form.of(sentences.stream().map(Form::of).toList()));
        return Form.of(all);
    }
}
