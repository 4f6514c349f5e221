package dev.sweetspot.testkit;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Preference;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A problem, and what becomes of its trials.
 *
 * @param problem what is sought
 * @param fate what happens after a trial was started
 */
public record SampleFates(Problem problem, Fate fate) {
    /** What happens to a trial after it was started. */
    public interface Fate {
        /** The events, none for a trial that goes on running. */
        List<Event> of(int number, Configuration configuration);
    }

    private static final Objective LOSS = Objective.minimize("loss");
    private static final Objective SCORE = Objective.maximize("score");

    private static final Preference WEIGHED = new Preference.WeightedSum(Map.of("loss", 2.0, "score", 1.0));
    private static final Preference IN_ORDER = new Preference.Lexicographic(
            List.of(new Preference.Priority("loss", 0.05), new Preference.Priority("score", 0)));
    private static final Preference REGION = new Preference.Region(Map.of("loss", 0.3));
    private static final Preference REFERENCE = new Preference.Reference(Map.of("loss", 1.0, "score", 0.2));

    private static SampleFates preferring(SampleFates fates, Preference preference) {
        return new SampleFates(fates.problem.with(preference), fates.fate);
    }

    /** Trials that completed, failed, gave NaN on the way, and still run, one after the other. */
    public static SampleFates varied(SearchSpace space) {
        return new SampleFates(Problem.of(space, LOSS), (number, configuration) -> switch (number % 4) {
            case 0 -> List.of(SampleEvents.completed(number, "loss", 1.0 / (1 + number)));
            case 1 -> List.of(SampleEvents.failed(number));
            case 2 -> List.of(SampleEvents.reported(number, 1, "loss", Double.NaN));
            default -> List.of(SampleEvents.reported(number, 1, "loss", 0.5));
        });
    }

    /** All that makes histories hard, by name. */
    public static Map<String, SampleFates> hard(SearchSpace space) {
        var fates = new LinkedHashMap<String, SampleFates>();
        fates.put("a bowl", bowl(space));
        fates.put("several objectives and a limit", limited(space));
        fates.put("several objectives and fidelities", reporting(space));
        fates.put("weighed objectives and a limit", preferring(limited(space), WEIGHED));
        fates.put("weighed objectives and fidelities", preferring(reporting(space), WEIGHED));
        fates.put("objectives in their order and fidelities", preferring(reporting(space), IN_ORDER));
        fates.put("a region that is preferred", preferring(limited(space), REGION));
        fates.put("a reference point", preferring(reporting(space), REFERENCE));
        fates.put("a constant objective", constant(space));
        fates.put("infinities", infinite(space));
        fates.put("nothing but failures", failing(space));
        fates.put("nothing that keeps the limit", broken(space));
        return fates;
    }

    /** Every trial completes; the best is a little off the middle of the cube. */
    public static SampleFates bowl(SearchSpace space) {
        return new SampleFates(
                Problem.of(space, LOSS),
                (number, configuration) -> List.of(SampleEvents.completed(number, "loss", bowl(space, configuration))));
    }

    private static double bowl(SearchSpace space, Configuration configuration) {
        double sum = 0;
        for (double coordinate : Encoding.of(space).encode(configuration)) {
            sum += Double.isNaN(coordinate) ? 0.1 : (coordinate - 0.4) * (coordinate - 0.4);
        }
        return sum;
    }

    private static Problem several(SearchSpace space, Fidelity fidelity) {
        var limit = new Constraint("size", Constraint.Bound.AT_MOST, 0.5, Constraint.Known.AFTER);
        return new Problem(space, List.of(LOSS, SCORE), List.of(limit), fidelity);
    }

    private static Measurements values(SearchSpace space, Configuration configuration) {
        double bowl = bowl(space, configuration);
        return Measurements.of("loss", bowl).and("score", Math.sqrt(bowl)).and("size", 1 - bowl);
    }

    private static Event completed(int number, Measurements values) {
        return new Event.Finished(number, SampleEvents.NOON, new Outcome.Completed(values), 3);
    }

    private static SampleFates limited(SearchSpace space) {
        return new SampleFates(several(space, Fidelity.WHOLE), (number, configuration) -> {
            var values = values(space, configuration);
            return switch (number % 5) {
                case 3 -> List.of(SampleEvents.failed(number));
                case 4 ->
                    List.of(new Event.Finished(
                            number, SampleEvents.NOON, new Outcome.OverLimit("size", 2, Measurements.NONE), 3));
                default -> List.of(completed(number, values));
            };
        });
    }

    private static SampleFates reporting(SearchSpace space) {
        return new SampleFates(several(space, Fidelity.epochs(5)), (number, configuration) -> {
            var values = values(space, configuration);
            var events = new ArrayList<Event>();
            for (int epoch = 1; epoch <= 1 + number % 5; epoch++) {
                events.add(
                        new Event.Reported(number, SampleEvents.NOON, epoch, values, epoch, Optional.of("checkpoint")));
            }
            switch (number % 5) {
                case 4 -> events.add(completed(number, values));
                case 3 -> {}
                case 2 -> events.add(new Event.Paused(number, SampleEvents.NOON, "a rung", Optional.empty()));
                default ->
                    events.add(new Event.Finished(
                            number, SampleEvents.NOON, new Outcome.StoppedEarly(values, "worse"), 3));
            }
            return events;
        });
    }

    private static SampleFates constant(SearchSpace space) {
        return new SampleFates(
                Problem.of(space, LOSS), (number, configuration) -> List.of(SampleEvents.completed(number, "loss", 1)));
    }

    private static SampleFates infinite(SearchSpace space) {
        double[] values = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e308, -1e308, Double.NaN, 0, Double.MIN_VALUE
        };
        return new SampleFates(
                Problem.of(space, LOSS),
                (number, configuration) ->
                        List.of(SampleEvents.completed(number, "loss", values[number % values.length])));
    }

    private static SampleFates failing(SearchSpace space) {
        return new SampleFates(
                Problem.of(space, LOSS), (number, configuration) -> List.of(SampleEvents.failed(number)));
    }

    private static SampleFates broken(SearchSpace space) {
        return new SampleFates(
                several(space, Fidelity.WHOLE),
                (number, configuration) ->
                        List.of(completed(number, values(space, configuration).and("size", 1 + number % 7))));
    }
}
