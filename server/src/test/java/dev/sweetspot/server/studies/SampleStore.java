package dev.sweetspot.server.studies;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.form.Form;
import dev.sweetspot.insight.report.Handed;
import dev.sweetspot.insight.report.Told;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.server.Resource;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.Stores;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A store with studies in it, whose trials were drawn at random: as many as it takes, at once. */
final class SampleStore implements AutoCloseable {
    static final Instant MADE = Instant.parse("2026-11-20T09:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final int EPOCHS = 5;
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.real("learning_rate", 1e-5, 1e-1).logarithmic().withDefault(1e-3),
            Parameter.integer("layers", 1, 6),
            Parameter.categorical("optimizer", "sgd", "adam"),
            Parameter.real("dropout", 0, 0.6));

    final Path file;
    private final Store store;

    SampleStore(Path folder) {
        file = folder.resolve("studies.db");
        store = Stores.open(file.toString());
    }

    /** Makes a study without trials. */
    SampleStore study(String name, Objective... objectives) {
        var spec = new StudySpec(
                name,
                1,
                SPACE,
                List.of(objectives),
                Fidelity.epochs(EPOCHS),
                new Budget.Trials(100_000),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        Study.create(store, spec, InstantSource.fixed(MADE), LEASE);
        return this;
    }

    /** Adds trials to it: most complete, some fail. */
    SampleStore trials(String name, int count) {
        var study = Study.open(store, name, InstantSource.fixed(MADE), LEASE);
        var objectives = study.spec().objectives();
        int first = study.history().size();
        var random = new SplittableRandom(first + 1L);
        var encoding = Encoding.of(SPACE);
        var batch = new ArrayList<Store.Change>();
        for (int n = first; n < first + count; n++) {
            var configuration = encoding.draw(random).orElseThrow();
            double rate = Math.log10((double) configuration.values().get("learning_rate"));
            double best = 0.9 - 0.05 * (rate + 3) * (rate + 3) + 0.01 * random.nextGaussian();
            var at = MADE.plusSeconds(10L * n);
            batch.add(new Store.Change(
                    new Event.Started(
                            n, at, configuration, Origin.given("random"), Start.FRESH, EPOCHS, "worker-" + n % 3, 1),
                    0));
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                var values = values(objectives, best * (1 - Math.exp(-epoch / 2.0)));
                batch.add(new Store.Change(
                        new Event.Reported(n, at.plusSeconds(epoch), epoch, values, epoch, Optional.empty()), epoch));
            }
            var outcome = n % 17 == 16
                    ? new Outcome.Failed(Outcome.Cause.NOT_FINITE, "the loss was no number <b>after</b> epoch 5")
                    : new Outcome.Completed(values(objectives, best));
            batch.add(new Store.Change(new Event.Finished(n, at.plusSeconds(6), outcome, 6), EPOCHS + 1));
            if (batch.size() > 5000) {
                append(name, batch);
            }
        }
        append(name, batch);
        return this;
    }

    private void append(String name, List<Store.Change> batch) {
        if (!batch.isEmpty() && !(store.append(name, List.copyOf(batch)) instanceof Store.Appended.Done)) {
            throw new IllegalStateException("not appended");
        }
        batch.clear();
    }

    private static Measurements values(List<Objective> objectives, double value) {
        var values = Measurements.NONE;
        for (int i = 0; i < objectives.size(); i++) {
            values = values.and(objectives.get(i).name(), i == 0 ? value : 1 - value * value);
        }
        return values;
    }

    /** What serves it, as the command line does. */
    static List<Resource> resources(StudyStores stores, Path notes) {
        return List.of(
                new StudiesResource(stores, new Notes(notes)),
                new StudyResource(stores, new Plain()),
                new InsightResource(stores, new Plain()));
    }

    /** Opens it for looking at; beside it another one that nobody has made. */
    StudyStores stores() {
        return new StudyStores(
                () -> List.of(
                        new StudyStores.Place("usual", file.toString()),
                        new StudyStores.Place(
                                "other", file.resolveSibling("nobody-made.db").toString())),
                InstantSource.fixed(MADE.plusSeconds(3600)),
                LEASE);
    }

    /** Studies that no command of ours has made. */
    private record Plain() implements StudyLore {
        @Override
        public Optional<Choice> choice(Study study) {
            return StudyForms.seeksFront(study) ? Optional.empty() : study.choice();
        }

        @Override
        public Optional<Handed> handed(Study study) {
            return Optional.empty();
        }

        @Override
        public boolean byHand(Study study) {
            return study.spec().name().startsWith("by hand");
        }

        @Override
        public Told.Circumstances circumstances(String store) {
            return new Told.Circumstances("2026-11-22 12:00", "1", "Java 17, Linux", store);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
