package dev.sweetspot.trackers;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A study with a trial of each kind, at moments that are always the same. */
public final class Studies {
    /** Its name. */
    public static final String NAME = "größe, \"42\"";

    /** What begins like a formula, and holds all that tables trip over. */
    public static final String WORKER = "=cmd|' /C calc'!A0, \"w\"\nö";

    private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00.123456Z");

    private Studies() {}

    /** Five trials: completed, stopped early, failed, over a limit, running. */
    public static Store store() {
        var store = new InMemoryStore();
        Study.create(store, spec(), Clock.fixed(BEGIN, ZoneOffset.UTC), Duration.ofSeconds(10));
        var log = new Log(store);
        log.start(0, configuration(0.01, 2, "sgd", true, 32), "w1", List.of("a first, \"quick\" guess"));
        log.report(0, 1, Measurements.of("loss", 0.5).and("memory", 1.5));
        log.start(1, configuration(0.1, 3, "adam", false, 64), WORKER, List.of());
        log.report(1, 1, Measurements.of("loss", Double.NaN));
        log.report(0, 2, Measurements.of("loss", -0.25).and("memory", 1.75));
        log.end(0, new Outcome.Completed(Measurements.of("loss", -0.25).and("memory", 1.75)));
        log.end(1, new Outcome.StoppedEarly(Measurements.of("loss", Double.NaN), "+worse than the median"));
        log.start(2, configuration(0.001, 4, "adam", true, 128), "w1", List.of());
        log.end(2, new Outcome.Failed(Outcome.Cause.ERROR, "=1+1, or\n\"so\""));
        log.start(3, configuration(0.002, 1, "sgd", false, 32), "w1", List.of());
        log.end(3, new Outcome.OverLimit("memory", 3, Measurements.of("memory", 3)));
        log.start(4, configuration(0.003, 1, "adam", false, 64), "w2", List.of());
        log.report(4, 1, Measurements.of("loss", 0.125).and("train_loss", 0.0625));
        return store;
    }

    /** One trial that runs, with so many reports: loss N at step N. */
    public static Store ofOneTrial(int reports) {
        var store = new InMemoryStore();
        Study.create(store, spec(), Clock.fixed(BEGIN, ZoneOffset.UTC), Duration.ofSeconds(10));
        var log = new Log(store);
        log.start(0, configuration(0.01, 2, "sgd", true, 32), "w1", List.of());
        for (int i = 1; i <= reports; i++) {
            log.report(0, i, Measurements.of("loss", i));
        }
        return store;
    }

    /** As whoever looks at it opens it. */
    public static Study open(Store store) {
        return Study.open(store, NAME, Clock.systemUTC(), Duration.ofSeconds(10));
    }

    private static SearchSpace space() {
        var optimizer = Parameter.categorical("optimizer", "adam", "sgd");
        return SearchSpace.of(Parameter.real("rate", 1e-5, 1), Parameter.integer("layers", 1, 4), optimizer)
                .with(Parameter.bool("nesterov"), Condition.when(optimizer, "sgd"))
                .with(Parameter.ordinal("batch", 32, 64, 128));
    }

    private static Configuration configuration(double rate, int layers, String optimizer, boolean nesterov, int batch) {
        var values = new LinkedHashMap<String, Object>();
        values.put("rate", rate);
        values.put("layers", layers);
        values.put("optimizer", optimizer);
        if (optimizer.equals("sgd")) {
            values.put("nesterov", nesterov);
        }
        values.put("batch", batch);
        return Configuration.of(values);
    }

    private static StudySpec spec() {
        return new StudySpec(
                        NAME,
                        1,
                        space(),
                        List.of(Objective.minimize("loss")),
                        Fidelity.epochs(2),
                        new Budget.Trials(5),
                        new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                        List.of(),
                        Form.of(Map.of()))
                .with(List.of(new Constraint("memory", Constraint.Bound.AT_MOST, 2, Constraint.Known.WHILE)));
    }

    /** Writes events as workers do, a second after each other. */
    private static final class Log {
        private final Store store;
        private final List<Integer> versions = new ArrayList<>();
        private int second;

        Log(Store store) {
            this.store = store;
        }

        void start(int trial, Configuration configuration, String worker, List<String> why) {
            versions.add(0);
            var origin = new Origin("random", 0, 1, why);
            append(trial, new Event.Started(trial, now(), configuration, origin, Start.FRESH, 2, worker, 1));
        }

        void report(int trial, double fidelity, Measurements values) {
            append(trial, new Event.Reported(trial, now(), fidelity, values, second, Optional.empty()));
        }

        void end(int trial, Outcome outcome) {
            append(trial, new Event.Finished(trial, now(), outcome, second));
        }

        private Instant now() {
            return BEGIN.plusSeconds(++second);
        }

        private void append(int trial, Event event) {
            int seen = versions.get(trial);
            versions.set(trial, seen + 1);
            var appended = store.append(NAME, List.of(new Store.Change(event, seen)));
            if (!(appended instanceof Store.Appended.Done)) {
                throw new IllegalStateException(appended.toString());
            }
        }
    }
}
