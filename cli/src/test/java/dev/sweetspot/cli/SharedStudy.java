package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.jdbc.SqliteStore;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.workload.Workloads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A study of {@link TestTrials} in a SQLite file, for workers in processes of their own. */
record SharedStudy(Path home) {
    static final String NAME = "shared";

    Path store() {
        return home.resolve("store.db");
    }

    void begin(TestTrials trials, int count) {
        begin(trials, count, Map.of());
    }

    /** @param more of its errand: "minutes" */
    void begin(TestTrials trials, int count, Map<String, Form> more) {
        var entries = new LinkedHashMap<String, Form>(more);
        entries.put("command", Form.of("tune"));
        entries.put("workload", Workloads.toForm(trials));
        var form = Form.of(entries);
        var spec = new StudySpec(
                NAME,
                7,
                trials.space(),
                trials.objectives(),
                trials.fidelity(),
                new Budget.Trials(count),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                form);
        try (var store = SqliteStore.open(store())) {
            Study.create(store, spec, Clock.systemUTC(), TuneSession.LEASE);
        }
    }

    Spawned worker(String log, Object... more) throws IOException {
        var all = Stream.concat(Stream.of("worker", NAME, "--store", store()), Stream.of(more));
        return Spawned.of(home.resolve(log), all.toArray());
    }

    void order(Standing standing) {
        try (var store = SqliteStore.open(store())) {
            Study.open(store, NAME, Clock.systemUTC(), TuneSession.LEASE).order(standing, "by hand");
        }
    }

    void reopen(Duration left) {
        var clock = Clock.systemUTC();
        try (var store = SqliteStore.open(store())) {
            Study.open(store, NAME, clock, TuneSession.LEASE)
                    .reopen("resumed", Optional.of(clock.instant().plus(left)));
        }
    }

    History history() {
        return Kept.history(store(), NAME);
    }

    History await(Predicate<History> wanted) throws InterruptedException {
        while (true) {
            var now = history();
            if (wanted.test(now)) {
                return now;
            }
            Thread.sleep(30);
        }
    }

    List<Event> events() {
        try (var store = SqliteStore.open(store())) {
            return store.read(NAME, 0).stream().map(Store.Logged::event).toList();
        }
    }
}
