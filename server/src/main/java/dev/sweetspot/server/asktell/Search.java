package dev.sweetspot.server.asktell;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.server.Answer;
import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Study;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** A study that clients ask and tell over HTTP, as this process sees it. Safe for several threads. */
final class Search {
    /** What other processes did is looked at that often while somebody waits. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final int LOCKS = 64;

    private final Study study;
    private final Clients clients;
    private final ProtocolTwo protocol;
    private final OpenTrials trials;
    private final Instant made;
    private final InstantSource clock;
    private final Semaphore seats;
    private volatile int parallelism = 1;

    /** Who asks a second time under a key waits until the first time is answered. */
    private final ReentrantLock[] keys =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private long happenings;

    /**
     * @param made when the study was made: its minutes count from there
     * @param seats for those who wait, of all studies together
     */
    Search(Study study, Clients clients, Instant made, InstantSource clock, Semaphore seats) {
        this.study = study;
        this.clients = clients;
        this.trials = new OpenTrials(study, clients);
        this.protocol = new ProtocolTwo(trials, 1);
        this.made = made;
        this.clock = clock;
        this.seats = seats;
    }

    Study study() {
        return study;
    }

    /** How many trials are meant to run at once, as whoever made or opened the study says. */
    void parallelism(int atOnce) {
        parallelism = atOnce;
    }

    /**
     * What a client asks for.
     *
     * @param key by which he can ask for the same once more; empty where he cannot
     * @param count how many trials; empty for one
     * @param lease how long he may be silent
     * @param patience for how long he waits where nothing is free
     */
    record Wish(Optional<String> key, Optional<Integer> count, Duration lease, Duration patience) {}

    /** The trials that are given out for a wish, or why there are none. */
    Answer ask(Wish wish) throws InterruptedException {
        long end = System.nanoTime() + wish.patience().toNanos();
        boolean seated = !wish.patience().isZero() && seats.tryAcquire();
        try {
            while (true) {
                var given = once(wish);
                boolean waits =
                        given.why() instanceof Ask.Wait && given.trials().isEmpty();
                if (!waits || !seated || System.nanoTime() >= end) {
                    return waits ? new Answer.Later(Form.of(Map.of("wait", Form.of(true))), 1) : answer(given, wish);
                }
                await(end);
            }
        } finally {
            if (seated) {
                seats.release();
            }
        }
    }

    /**
     * What came of asking.
     *
     * @param why there are no more trials than that; a trial where there are as many as were asked for
     */
    private record Given(List<ActiveTrial> trials, Ask why) {}

    private Given once(Wish wish) {
        if (wish.key().isEmpty()) {
            return fresh(wish, clients.worker());
        }
        var key = wish.key().get();
        var mine = keys[Math.floorMod(key.hashCode(), LOCKS)];
        mine.lock();
        try {
            var before = study.refresh()
                    .running()
                    .filter(trial -> Clients.keyOf(trial).equals(wish.key()))
                    .flatMap(trial -> trials.find(trial.number()).stream())
                    .toList();
            if (before.isEmpty()) {
                return fresh(wish, clients.worker(key));
            }
            before.forEach(trial -> clients.lend(trial, wish.lease()));
            return new Given(before, new Ask.Run(before.get(0)));
        } finally {
            mine.unlock();
        }
    }

    private Given fresh(Wish wish, String worker) {
        var given = new ArrayList<ActiveTrial>();
        Ask answer;
        do {
            int running = (int) study.history().running().count();
            answer = trials.ask(worker, elapsed(), Math.max(parallelism, running + 1));
            if (answer instanceof Ask.Run run) {
                if (!wish.lease().equals(clients.length(run.trial().number()))) {
                    clients.lend(run.trial(), wish.lease());
                }
                given.add(run.trial());
            }
        } while (answer instanceof Ask.Run && given.size() < wish.count().orElse(1));
        return new Given(given, answer);
    }

    private Duration elapsed() {
        var since = Duration.between(made, clock.instant());
        return since.isNegative() ? Duration.ZERO : since;
    }

    private Answer answer(Given given, Wish wish) {
        if (given.trials().isEmpty()) {
            return Answer.of(protocol.given(given.why()));
        }
        var all = given.trials().stream().map(this::given).toList();
        return Answer.of(wish.count().isPresent() ? Form.of(Map.of("trials", Form.of(all))) : all.get(0));
    }

    private MapForm given(ActiveTrial trial) {
        var entries = new LinkedHashMap<>(protocol.given(trial).entries());
        Clients.keyOf(trial.trial()).ifPresent(key -> entries.put("key", Form.of(key)));
        entries.put("lease", Form.of(clients.length(trial.number()).toSeconds()));
        return Form.of(entries);
    }

    private void await(long end) throws InterruptedException {
        lock.lock();
        try {
            long before = happenings;
            long left = Math.min(end - System.nanoTime(), LOOK.toNanos());
            while (left > 0 && happenings == before) {
                left = news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Wakes those who wait. */
    private void happened() {
        lock.lock();
        try {
            happenings++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The answer to any other message. */
    MapForm answer(Message message, MapForm request) {
        study.refresh();
        var answer = protocol.answer(message, Fields.of(request));
        happened();
        return answer;
    }

    /** The same about one trial, which has to be in the hands of that key, if one is given. */
    MapForm answer(Message message, int trial, Optional<String> key, MapForm request) {
        requireThere(trial);
        Clients.require(study.history().trial(trial), key);
        var entries = new LinkedHashMap<>(request.entries());
        entries.put("id", Form.of(trial));
        try {
            return answer(message, Form.of(entries));
        } catch (ActiveTrial.Lost lost) {
            trials.close(trial);
            throw lost;
        }
    }

    /** A sign of life, and for how long it is good. */
    MapForm alive(int trial, Optional<String> key, Optional<Duration> lease) {
        requireThere(trial);
        Clients.require(study.history().trial(trial), key);
        var found = trials.find(trial);
        if (found.isEmpty() || !found.get().open()) {
            throw protocol.notOpen(trial);
        }
        clients.lend(found.get(), lease.orElseGet(() -> clients.length(trial)));
        return Form.of(Map.of("lease", Form.of(clients.length(trial).toSeconds())));
    }

    private void requireThere(int trial) {
        study.refresh();
        trials.find(trial);
    }
}
