package dev.sweetspot.cluster;

import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.Stores;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A study of slow trials in any store, and what became of it. */
record SlowStudy(String name, String store) {
    private static final Duration LEASE = Duration.ofSeconds(10);

    static SlowStudy begin(String name, String address, SlowTrials trials, int count) {
        var spec = new StudySpec(
                name,
                3,
                trials.space(),
                trials.objectives(),
                trials.fidelity(),
                new Budget.Trials(count),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                SparkWorkers.errand(trials));
        try (var store = Stores.open(address)) {
            Study.create(store, spec, Clock.systemUTC(), LEASE);
        }
        return new SlowStudy(name, address);
    }

    History history() {
        try (var opened = Stores.open(store)) {
            return Study.open(opened, name, Clock.systemUTC(), LEASE).refresh();
        }
    }

    List<Event> events() {
        try (var opened = Stores.open(store)) {
            return opened.read(name, 0).stream().map(Store.Logged::event).toList();
        }
    }
}
