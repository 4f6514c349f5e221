package dev.sweetspot.testkit;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.Stores;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A study in a store that several processes share, looked at and decided about from outside, as another terminal does.
 *
 * @param name of the study
 * @param store the address of the store
 * @param clock for the times of events
 */
public record SharedStudy(String name, String store, InstantSource clock) {
    /** How long a trial belongs to a worker that is not heard of, as on the command line. */
    public static final Duration LEASE = Duration.ofSeconds(10);

    /** One in a SQLite file of a folder. */
    public static SharedStudy in(Path folder, String name, InstantSource clock) {
        return new SharedStudy(name, folder.resolve("store.db").toString(), clock);
    }

    /**
     * Makes it: a random search of so many trials, each run to its end. Nobody works at it yet.
     *
     * @param errand what workers in other processes are told
     */
    public void begin(Workload trials, int count, Form.MapForm errand) {
        var spec = new StudySpec(
                name,
                7,
                trials.space(),
                trials.objectives(),
                trials.fidelity(),
                new Budget.Trials(count),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                errand);
        try (var opened = Stores.open(store)) {
            Study.create(opened, spec, clock, LEASE);
        }
    }

    /** Waits until another process has made it. */
    public void awaitMade() throws InterruptedException {
        try (var opened = Stores.open(store)) {
            while (opened.find(name).isEmpty()) {
                Thread.sleep(30);
            }
        }
    }

    /** Pauses it, stops it or opens it again. */
    public void order(Standing standing) {
        opened(study -> study.order(standing, "by hand"));
    }

    /** Opens it again for so long. */
    public void reopen(Duration left) {
        opened(study -> {
            study.reopen("resumed", Optional.of(clock.instant().plus(left)));
            return left;
        });
    }

    /** What has happened. */
    public History history() {
        return opened(Study::refresh);
    }

    /** Waits until what has happened is as wanted; the test's own time limit ends it. */
    public History await(Predicate<History> wanted) throws InterruptedException {
        while (true) {
            var now = history();
            if (wanted.test(now)) {
                return now;
            }
            Thread.sleep(30);
        }
    }

    /** The log. */
    public List<Event> events() {
        try (var opened = Stores.open(store)) {
            return opened.read(name, 0).stream().map(Store.Logged::event).toList();
        }
    }

    private <T> T opened(Function<Study, T> look) {
        try (var opened = Stores.open(store)) {
            return look.apply(Study.open(opened, name, clock, LEASE));
        }
    }
}
