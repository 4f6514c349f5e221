package dev.sweetspot.insight;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Studies of each kind, of trials at random, for whatever has to cope with all of them. */
public final class SampleStudies {
    private static final int EPOCHS = 9;

    private SampleStudies() {}

    /** Each kind by its name. */
    public static Map<String, Studied> all() {
        var studies = new LinkedHashMap<String, Studied>();
        studies.put("no trial yet", network(0, 1));
        studies.put("one trial", network(1, 1));
        studies.put("a network's, many of them put aside", network(60, 2));
        studies.put("two objectives and a limit", tradeOff(60, 2, 3));
        studies.put("three objectives and a limit", tradeOff(60, 3, 4));
        studies.put("all failed", failed(10));
        return studies;
    }

    /** With a conditional space and curves: accuracy after up to 9 epochs. */
    public static Studied network(int trials, long seed) {
        var momentum = Parameter.real("momentum", 0.8, 0.99);
        var optimizer = Parameter.categorical("optimizer", "sgd", "adam");
        var space = SearchSpace.of(
                        Parameter.real("learning_rate", 1e-5, 1e-1)
                                .logarithmic()
                                .withDefault(1e-3),
                        Parameter.integer("layers", 1, 6),
                        optimizer,
                        Parameter.bool("augment"))
                .with(momentum, Condition.when(optimizer, "sgd"));
        var random = new SplittableRandom(seed);
        var log = new Log(Problem.of(space, Objective.maximize("accuracy")), Fidelity.epochs(EPOCHS));
        for (int i = 0; i < trials; i++) {
            var configuration = log.draw(random);
            double rate = Math.log10((double) configuration.values().get("learning_rate"));
            double best = 0.9 - 0.05 * (rate + 3) * (rate + 3) + 0.01 * random.nextGaussian();
            int epochs = i % 3 == 0 ? EPOCHS : 3;
            log.begin(configuration);
            for (int epoch = 1; epoch <= epochs; epoch++) {
                log.report(epoch, Measurements.of("accuracy", best * (1 - Math.exp(-epoch / 2.0))));
            }
            if (epochs == EPOCHS) {
                log.end(new Outcome.Completed(
                        Measurements.of("accuracy", best * (1 - Math.exp(-(double) EPOCHS / 2)))));
            } else {
                log.pause();
            }
        }
        return log.studied();
    }

    /** An error, a size and a latency that cannot all be small, and a limit on the memory. */
    public static Studied tradeOff(int trials, int objectives, long seed) {
        var space = SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1));
        var names = List.of("error", "size", "latency").subList(0, objectives);
        var limit = new Constraint("memory", Constraint.Bound.AT_MOST, 1.5, Constraint.Known.AFTER);
        var problem =
                new Problem(space, names.stream().map(Objective::minimize).toList(), List.of(limit), Fidelity.WHOLE);
        var random = new SplittableRandom(seed);
        var log = new Log(problem, Fidelity.WHOLE);
        for (int i = 0; i < trials; i++) {
            var configuration = log.draw(random);
            double x = (double) configuration.values().get("x");
            double y = (double) configuration.values().get("y");
            var values = new LinkedHashMap<String, Double>();
            values.put("error", (1 - x) * (1 - x) + y / 10);
            values.put("size", x * x + y);
            values.put("latency", (1 - y) * (1 - y));
            values.keySet().retainAll(names);
            values.put("memory", x + y);
            var measured = new Measurements(values);
            log.begin(configuration);
            log.end(x + y <= 1.5 ? new Outcome.Completed(measured) : new Outcome.OverLimit("memory", x + y, measured));
        }
        return log.studied();
    }

    /** Nothing came to a result. */
    public static Studied failed(int trials) {
        var log = new Log(
                Problem.of(SearchSpace.of(Parameter.real("x", 0, 1)), Objective.minimize("loss")), Fidelity.WHOLE);
        var random = new SplittableRandom(1);
        for (int i = 0; i < trials; i++) {
            log.begin(log.draw(random));
            log.end(new Outcome.Failed(Outcome.Cause.ERROR, "no file of that name"));
        }
        return log.studied();
    }

    /** Events that come a second after each other. */
    private static final class Log {
        private final Problem problem;
        private final Encoding encoding;
        private final List<Event> events = new ArrayList<>();
        private int trial = -1;

        Log(Problem problem, Fidelity fidelity) {
            this.problem = new Problem(
                    problem.space(), problem.objectives(), problem.constraints(), fidelity, problem.preference());
            this.encoding = Encoding.of(problem.space());
        }

        private Instant now() {
            return Instant.EPOCH.plusSeconds(events.size());
        }

        Configuration draw(SplittableRandom random) {
            return encoding.draw(random).orElseThrow();
        }

        void begin(Configuration configuration) {
            trial++;
            events.add(new Event.Started(
                    trial, now(), configuration, Origin.given("random"), Start.FRESH, 1, "worker-" + trial % 4, 1));
        }

        void report(double fidelity, Measurements values) {
            events.add(new Event.Reported(trial, now(), fidelity, values, fidelity, Optional.empty()));
        }

        void pause() {
            events.add(new Event.Paused(trial, now(), "not one of the best", Optional.empty()));
        }

        void end(Outcome outcome) {
            events.add(new Event.Finished(trial, now(), outcome, 1 + trial % 7));
        }

        Studied studied() {
            var history = History.EMPTY;
            for (var event : events) {
                history = history.and(event);
            }
            var spec = new StudySpec(
                            "sample",
                            1,
                            problem.space(),
                            problem.objectives(),
                            problem.fidelity(),
                            new Budget.Trials(Math.max(1, trial + 1)),
                            new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                            List.of(),
                            Form.of(Map.of()))
                    .with(problem.constraints());
            return new Studied(spec, problem.space(), history);
        }
    }
}
