package dev.sweetspot.study;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Completion;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the studies of a store can teach another one: the completed trials of those that sought the same objectives in a
 * space with parameters of the same names. A trial is taken as it is in the space of now: a parameter that is not there any
 * more is left out, one that was not there then is at its default, and a trial with a value outside the ranges or choices
 * of now is left out whole.
 *
 * @param related copies, each under the name of its study
 * @param leftOut why the other studies of the store are not among them
 */
public record Lessons(List<Knowledge.Related> related, Map<String, String> leftOut) {
    /** With fewer results than this, no sampler makes a model of a study. */
    private static final int FEWEST = 5;
    /** Each study has its model, and each model its price. */
    private static final int MOST_STUDIES = 16;

    private static final int MOST_RESULTS = 300;

    /** Keeps copies. */
    public Lessons {
        related = List.copyOf(related);
        leftOut = Map.copyOf(new LinkedHashMap<>(leftOut));
    }

    /**
     * Of all studies of a store, the newest first.
     *
     * @param problem what is sought now
     * @param except the name of the study of now, where it lies in the same store; else empty
     */
    public static Lessons of(Store store, Problem problem, Optional<String> except) {
        var related = new ArrayList<Knowledge.Related>();
        var leftOut = new LinkedHashMap<String, String>();
        for (var record : store.studies()) {
            if (!except.equals(Optional.of(record.name()))) {
                var study = read(store, record, problem);
                if (study.results().isEmpty()) {
                    leftOut.put(record.name(), study.reason());
                } else if (related.size() == MOST_STUDIES) {
                    leftOut.put(record.name(), "older than " + MOST_STUDIES + " others");
                } else {
                    related.add(new Knowledge.Related(record.name(), study.results()));
                }
            }
        }
        return new Lessons(related, leftOut);
    }

    /**
     * Of one study.
     *
     * @throws InvalidInputException when there is none of that name, or nothing can be learnt from it, with the reason
     */
    public static Lessons of(Store store, String name, Problem problem) {
        var record = store.find(name)
                .orElseThrow(() -> new InvalidInputException(
                        "study to learn from", name, "is not in this store", StudySpec.nearest(store, name)));
        var study = read(store, record, problem);
        if (study.results().isEmpty()) {
            throw new InvalidInputException("study to learn from", name, "can teach nothing: " + study.reason(), "");
        }
        return new Lessons(List.of(new Knowledge.Related(name, study.results())), Map.of());
    }

    /** What was found in a study; the reason where it is nothing. */
    private record Read(List<Knowledge.Result> results, String reason) {
        static Read nothing(String reason) {
            return new Read(List.of(), reason);
        }
    }

    private static Read read(Store store, StudyRecord record, Problem problem) {
        StudySpec spec;
        try {
            spec = StudySpec.fromForm(record.name(), record.description());
        } catch (InvalidInputException unknown) {
            return Read.nothing("its description cannot be read");
        }
        var other = problem.objectives().stream()
                .filter(objective -> !spec.objectives().contains(objective))
                .map(Objective::name)
                .toList();
        if (!other.isEmpty()) {
            return Read.nothing("it did not seek " + String.join(" and ", other));
        }
        var history = new Log(store, record.name(), spec.space()).refresh();
        var names = problem.space().parameters().stream().map(Parameter::name).toList();
        if (names.stream()
                .noneMatch(name -> spec.space().find(name).isPresent()
                        || history.met().find(name).isPresent())) {
            return Read.nothing("it has no parameter in common");
        }
        var results = new ArrayList<Knowledge.Result>();
        history.completed().forEach(trial -> {
            var values = ((Outcome.Completed) trial.outcome().orElseThrow()).values();
            Completion.translated(problem.space(), trial.configuration())
                    .ifPresent(
                            configuration -> results.add(new Knowledge.Result(configuration, sought(values, problem))));
        });
        return results.size() < FEWEST
                ? Read.nothing("it has " + (results.isEmpty() ? "no" : "only " + results.size())
                        + " completed trials in the ranges of now")
                : new Read(some(results, problem.objectives().get(0)), "");
    }

    /** The values of the objectives alone. */
    private static Measurements sought(Measurements values, Problem problem) {
        var kept = Measurements.NONE;
        for (var objective : problem.objectives()) {
            kept = kept.and(objective.name(), values.find(objective.name()).orElse(Double.NaN));
        }
        return kept;
    }

    /** Not more than a model looks at: spread evenly from the best to the worst. */
    private static List<Knowledge.Result> some(List<Knowledge.Result> results, Objective first) {
        if (results.size() <= MOST_RESULTS) {
            return results;
        }
        var order = new ArrayList<Integer>();
        for (int i = 0; i < results.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(
                i -> first.loss(results.get(i).values().find(first.name()).orElse(Double.NaN))));
        var kept = new ArrayList<Integer>();
        for (int i = 0; i < MOST_RESULTS; i++) {
            kept.add(order.get((int) ((long) i * order.size() / MOST_RESULTS)));
        }
        return kept.stream().sorted().map(results::get).toList();
    }

    /** These and those of another store; names that are there already get a number. */
    public Lessons and(Lessons other) {
        var all = new ArrayList<>(related);
        for (var each : other.related) {
            var name = each.study();
            for (int number = 2; has(all, name); number++) {
                name = each.study() + " (" + number + ")";
            }
            all.add(new Knowledge.Related(name, each.results()));
        }
        var reasons = new LinkedHashMap<>(leftOut);
        reasons.putAll(other.leftOut);
        return new Lessons(all, reasons);
    }

    private static boolean has(List<Knowledge.Related> all, String name) {
        return all.stream().anyMatch(each -> each.study().equals(name));
    }

    /** "Learns from old-a (40 trials) and old-b (25); left out: old-c, it did not seek accuracy". */
    public String inWords() {
        var taken = related.isEmpty()
                ? "There is no earlier study to learn from"
                : "Learns from "
                        + related.stream()
                                .map(each ->
                                        each.study() + " (" + each.results().size() + " trials)")
                                .collect(Collectors.joining(", "));
        return taken
                + (leftOut.isEmpty()
                        ? ""
                        : "; left out: "
                                + leftOut.entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                                        .collect(Collectors.joining(", ")));
    }
}
