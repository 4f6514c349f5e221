package dev.sweetspot.benchmarks.storage;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.Store.Change;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Preference;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/** Studies to measure with. */
final class Samples {
    private static final int AT_ONCE = 16;

    private Samples() {}

    /** Two numbers, as in the measurements of others. */
    static SearchSpace small() {
        return SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1));
    }

    /** A value of {@link #small}. */
    static double value(Configuration configuration, String name) {
        return (double) Objects.requireNonNull(configuration.values().get(name));
    }

    /** Eight parameters of all kinds. */
    private static SearchSpace mixed() {
        return SearchSpace.of(
                Parameter.real("learning_rate", 1e-5, 1).logarithmic(),
                Parameter.real("dropout", 0, 0.9),
                Parameter.real("momentum", 0, 0.99),
                Parameter.real("decay", 1e-8, 1e-2).logarithmic(),
                Parameter.integer("layers", 1, 8),
                Parameter.integer("units", 16, 512),
                Parameter.categorical("kind", "relu", "tanh", "gelu"),
                Parameter.bool("shuffled"));
    }

    static StudySpec spec(String name, SearchSpace space, double most, int trials, Sampler sampler) {
        var problem = new Problem(
                space,
                List.of(Objective.minimize("loss")),
                List.of(),
                new Fidelity("epochs", 1, most),
                Preference.front());
        return new StudySpec(
                name,
                1,
                problem,
                new Budget.Trials(trials),
                new StudySpec.Search(sampler, new RunToTheEnd()),
                Knowledge.NONE,
                Form.of(Map.of()));
    }

    /** Writes a study of trials that have ended, sixteen at a time, one report after the other as they would come. */
    static void write(Store store, String name, int trials, int reports, Sampler sampler) {
        var space = mixed();
        var at = Instant.parse("2026-01-01T12:00:00Z");
        Study.create(
                store, spec(name, space, reports, trials + 1, sampler), InstantSource.fixed(at), Duration.ofMinutes(1));
        var random = new SplittableRandom(1);
        var batch = new ArrayList<Change>();
        for (int begin = 0; begin < trials; begin += AT_ONCE) {
            int end = Math.min(trials, begin + AT_ONCE);
            for (int trial = begin; trial < end; trial++) {
                var configuration = Encoding.of(space).draw(random).orElseThrow();
                batch.add(new Change(started(trial, at, configuration, random.nextLong(), reports), 0));
            }
            for (int report = 1; report <= reports; report++) {
                for (int trial = begin; trial < end; trial++) {
                    at = at.plusNanos(1_234_567);
                    batch.add(new Change(
                            new Event.Reported(
                                    trial,
                                    at,
                                    report,
                                    Measurements.of("loss", random.nextDouble()),
                                    report * random.nextDouble(),
                                    Optional.empty()),
                            report));
                }
            }
            for (int trial = begin; trial < end; trial++) {
                var outcome = new Outcome.Completed(Measurements.of("loss", random.nextDouble()));
                batch.add(new Change(new Event.Finished(trial, at, outcome, reports), reports + 1L));
            }
            if (batch.size() > 5_000 || end == trials) {
                store.append(name, batch);
                batch.clear();
            }
        }
    }

    private static Event started(int trial, Instant at, Configuration configuration, long seed, int target) {
        var origin = new Origin("tpe", trial, seed, List.of("the best of 24 candidates near trial " + trial / 2));
        return new Event.Started(
                trial, at, configuration, origin, Start.FRESH, target, "host-4711-" + trial % AT_ONCE, 1);
    }
}
