package dev.sweetspot.store.jdbc;

import dev.sweetspot.store.PackedLog;
import dev.sweetspot.store.Store.Logged;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.store.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Copies of stretches of logs, packed, so that long studies open quickly: row by row, a million events take half a minute.
 * Every {@value #STRETCH} positions of a study are a stretch; whoever appends the last event of one packs it. The events stay
 * where they are, and they alone count: a pack that is missing, or damaged, costs time and nothing else.
 */
final class Packs {
    static final int STRETCH = 4096;

    /** So many packs come with one question: some megabytes. */
    private static final int PAGE = 8;

    private static final System.Logger LOG = System.getLogger(Packs.class.getName());

    private final Database database;

    Packs(Database database) {
        this.database = database;
    }

    /** Where the events of a stretch are found. */
    interface Source {
        /** Those after a position, up to another. */
        List<Logged> between(Subject study, long after, long to);
    }

    /** Packs the stretches that an append has ended. */
    void grown(Subject study, long before, long now, Source source) {
        for (long stretch = before / STRETCH; stretch < now / STRETCH; stretch++) {
            try {
                long from = stretch * STRETCH;
                long key = key(study);
                keep(study, key, stretch, source.between(study, from, from + STRETCH));
            } catch (RuntimeException e) {
                // What was appended is safe; whoever opens the study next packs it.
                LOG.log(System.Logger.Level.DEBUG, "could not pack the log of " + study.name(), e);
                return;
            }
        }
    }

    /** What this study has and no other of that name had before it; looked at before its events are. */
    private long key(Subject study) {
        return study.key().isPresent()
                ? study.key().getAsLong()
                : database.read(session -> session.number("select batch from study where name = ?", study.name()))
                        .orElse(0);
    }

    private void keep(Subject study, long key, long stretch, List<Logged> events) {
        var body = PackedLog.of(events);
        database.writeSoon(session -> session.update(
                "insert into pack (study, stretch, batch, body) select id, ?, batch, ? from study where name = ?"
                        + " and batch = ? on conflict (study, stretch) do update set batch = excluded.batch,"
                        + " body = excluded.body",
                stretch,
                body,
                study.name(),
                key));
    }

    /**
     * The events that are packed, from the first on, a stretch at a time.
     *
     * @return the position up to which there is nothing more to be told
     */
    long each(Subject study, Consumer<Stretch> taken) {
        long next = 0;
        var coming = unpacking(study, next);
        while (true) {
            var page = coming.page();
            boolean last = page.size() < PAGE;
            if (!last) {
                // While these are taken in, which one thread alone can do, the others unpack what follows.
                coming = unpacking(study, next + PAGE);
            }
            for (var pack : page) {
                if (pack.stretch != next || pack.events.isEmpty()) {
                    return next * STRETCH;
                }
                taken.accept(pack.events.get());
                next++;
            }
            if (last) {
                return next * STRETCH;
            }
        }
    }

    /** They do not depend on each other, and whoever waits for a study to open has more than one core. */
    private Unpacking unpacking(Subject study, long next) {
        var unpacking = new Unpacking(() -> page(study, next).parallelStream()
                .map(pack -> new Unpacked(pack.stretch, PackedLog.read(pack.body)))
                .toList());
        ForkJoinPool.commonPool().execute(unpacking);
        return unpacking;
    }

    /**
     * A page that somebody unpacks: another thread, or whoever needs it where nobody has begun. The threads that all share may be
     * busy for ever with what the rest of the program does, and there is only one of them where there are two cores.
     */
    private static final class Unpacking implements Runnable {
        private final Supplier<List<Unpacked>> work;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final CompletableFuture<List<Unpacked>> done = new CompletableFuture<>();

        Unpacking(Supplier<List<Unpacked>> work) {
            this.work = work;
        }

        @Override
        public void run() {
            if (begun.compareAndSet(false, true)) {
                try {
                    done.complete(work.get());
                } catch (RuntimeException | Error e) {
                    done.completeExceptionally(e);
                }
            }
        }

        List<Unpacked> page() {
            run();
            try {
                return done.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException told ? told : e;
            }
        }
    }

    private record Unpacked(long stretch, Optional<Stretch> events) {}

    private static final class Pack {
        final long stretch;
        final byte[] body;

        Pack(long stretch, byte[] body) {
            this.stretch = stretch;
            this.body = body;
        }
    }

    private List<Pack> page(Subject study, long next) {
        return database.read(session -> session.query(
                "select stretch, body from pack join study on study.id = pack.study and study.batch = pack.batch where "
                        + study.condition() + " and stretch >= ? order by stretch limit " + PAGE,
                row -> new Pack(row.getLong(1), row.getBytes(2)),
                study.arguments(next)));
    }

    /** The same consumer, which packs what has no pack yet as it comes by. */
    Consumer<Logged> following(Subject study, long after, Consumer<Logged> taken) {
        return new Following(study, after, taken);
    }

    private final class Following implements Consumer<Logged> {
        private final Subject study;
        private final Consumer<Logged> taken;
        private Optional<List<Logged>> stretch = Optional.of(new ArrayList<>());
        private final long key;
        private long number;

        Following(Subject study, long after, Consumer<Logged> taken) {
            this.study = study;
            this.taken = taken;
            this.key = key(study);
            this.number = after / STRETCH;
        }

        @Override
        public void accept(Logged logged) {
            taken.accept(logged);
            stretch.ifPresent(events -> pack(events, logged));
        }

        private void pack(List<Logged> events, Logged logged) {
            // Positions of files of the first version have gaps: a stretch may end before its last position.
            while (logged.position() > (number + 1) * STRETCH) {
                end(events);
            }
            events.add(logged);
            if (logged.position() == (number + 1) * STRETCH) {
                end(events);
            }
        }

        private void end(List<Logged> events) {
            try {
                keep(study, key, number, events);
                events.clear();
                number++;
            } catch (StoreException e) {
                // A file that may not be written can be read all the same.
                LOG.log(System.Logger.Level.DEBUG, "could not pack the log of " + study.name(), e);
                stretch = Optional.empty();
                number = Long.MAX_VALUE / STRETCH - 1;
            }
        }
    }
}
