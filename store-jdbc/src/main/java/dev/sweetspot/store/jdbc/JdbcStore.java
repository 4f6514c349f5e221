package dev.sweetspot.store.jdbc;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Studies in any SQL database. Every change of a study takes the one row of its tally first and keeps it until the commit:
 * positions are given in the order of commits, so that a reader who goes on from the last one it saw misses nothing.
 */
abstract sealed class JdbcStore implements Store permits SqliteStore, PostgresStore {
    /** How many events one question brings: long logs come in several answers, none of which keeps a slow line busy. */
    private static final int PAGE = 10_000;

    /** So many events are read by one thread in less time than others need to begin. */
    private static final int FEW = 200;

    private final Database database;
    private final Optional<Subject> worked;
    private final Keys keys;
    private final Packs packs;

    JdbcStore(Database database) {
        this.database = database;
        this.worked = Optional.empty();
        this.keys = new Keys();
        this.packs = new Packs(database);
    }

    /** @param worked the one study that is worked on */
    JdbcStore(JdbcStore whole, Subject worked) {
        this.database = whole.database;
        this.worked = Optional.of(worked);
        this.keys = whole.keys;
        this.packs = whole.packs;
    }

    final Database database() {
        return database;
    }

    /** Numbers that no other batch of any process has. */
    private static final class Keys {
        private long next = UUID.randomUUID().getMostSignificantBits();

        synchronized long next() {
            return next++;
        }
    }

    /** Which study is meant by a name. */
    final Subject subject(String study) {
        return worked.filter(one -> one.name().equals(study)).orElseGet(() -> Subject.named(study));
    }

    @Override
    public final Store only(String study) {
        var named = subject(study);
        long key = database.read(
                session -> session.number("select batch from study where " + named.condition(), named.arguments())
                        .orElseThrow(named::notThere));
        return only(new Subject(study, OptionalLong.of(key)));
    }

    /** The same store for whoever works on one study. */
    abstract JdbcStore only(Subject study);

    @Override
    public final void create(StudyRecord study) {
        long key = keys.next();
        var description = Json.write(study.description());
        boolean ours = database.write(session -> {
            session.update(
                    "insert into study (name, created_at, description, batch) values (?, ?, ?, ?) on conflict do"
                            + " nothing",
                    study.name(),
                    study.createdAt().toString(),
                    description,
                    key);
            session.update(
                    "insert into tally (study, position, trials, decisions) select id, 0, 0, 0 from study where name ="
                            + " ? on conflict do nothing",
                    study.name());
            var there = session.number("select batch from study where name = ?", study.name());
            return there.isPresent() && there.getAsLong() == key;
        });
        if (!ours) {
            throw new InvalidInputException("study", study.name(), "is there already", "another --name, or resume it?");
        }
    }

    @Override
    public final Optional<StudyRecord> find(String study) {
        var subject = subject(study);
        var found = records(
                "select name, created_at, description from study where " + subject.condition(), subject.arguments());
        if (found.isEmpty() && subject.key().isPresent()) {
            throw subject.notThere();
        }
        return found.stream().findFirst();
    }

    @Override
    public final List<StudyRecord> studies() {
        return records("select name, created_at, description from study order by id desc").stream()
                .sorted(Comparator.comparing(StudyRecord::createdAt).reversed())
                .toList();
    }

    private List<StudyRecord> records(String query, Object... arguments) {
        return database.read(session -> session.query(
                query,
                row -> new StudyRecord(
                        row.getString(1),
                        Instant.parse(row.getString(2)),
                        Json.parseMap(row.getString(3), "study " + row.getString(1))),
                arguments));
    }

    @Override
    public final void delete(String study) {
        var subject = subject(study);
        database.write(session -> {
            // Whoever appends has the tally first: nothing of a study stays behind that is deleted meanwhile.
            session.number(
                    "select position from tally where study = " + subject.id()
                            + database.dialect().locking(),
                    subject.arguments());
            for (var table : tables()) {
                session.update("delete from " + table + " where study = " + subject.id(), subject.arguments());
            }
            return session.update("delete from study where " + subject.condition(), subject.arguments());
        });
    }

    @Override
    public final Appended append(String study, List<Change> batch) {
        return append(study, batch, List.of());
    }

    @Override
    public final Appended append(String study, List<Change> batch, List<LeaseChange> leases) {
        var subject = subject(study);
        return grown(subject, commit(subject, batch, keys.next(), leases), batch.size());
    }

    @Override
    public final Appended begin(String study, List<Beginning> either) {
        var subject = subject(study);
        return grown(subject, commitOne(subject, either, keys.next()), 1);
    }

    private Appended grown(Subject study, Appended appended, int by) {
        if (appended instanceof Appended.Done done) {
            packs.grown(study, done.position() - by, done.position(), this::page);
        }
        return appended;
    }

    /** Where rows of a study are. */
    List<String> tables() {
        return List.of("event", "pack", "trial", "lease", "tally");
    }

    /**
     * Adds a batch, with what becomes of leases if it can be added; durable, and seen by all who read, on return.
     *
     * @param key a number that no other batch has
     */
    abstract Appended commit(Subject study, List<Change> batch, long key, List<LeaseChange> leases);

    /** The same for the one of these whose number is the next. */
    abstract Appended commitOne(Subject study, List<Beginning> either, long key);

    /** Event by event, as they were written: packs are not looked at. */
    @Override
    public final List<Logged> read(String study, long after) {
        var events = new ArrayList<Logged>();
        eachRow(subject(study), after, events::add);
        return events;
    }

    /** From the beginning by packs, as far as there are any. */
    @Override
    public final void each(String study, long after, Consumer<Logged> taken) {
        if (after > 0) {
            eachRow(subject(study), after, taken);
            return;
        }
        var subject = subject(study);
        long packed = packs.each(subject, stretch -> stretch.each(taken));
        eachRow(subject, packed, packs.following(subject, packed, taken));
    }

    @Override
    public final void addUp(String study, Sum sum) {
        var subject = subject(study);
        long packed = packs.each(subject, stretch -> stretch.addUp(sum));
        eachRow(
                subject,
                packed,
                packs.following(subject, packed, logged -> sum.add(logged.position(), logged.event())));
    }

    private void eachRow(Subject study, long after, Consumer<Logged> taken) {
        long from = after;
        while (true) {
            var page = page(study, from, Long.MAX_VALUE);
            page.forEach(taken);
            if (page.size() < PAGE) {
                return;
            }
            from = page.get(page.size() - 1).position();
        }
    }

    @Override
    public final long length(String study) {
        var subject = subject(study);
        return database.read(session -> session.number(
                        "select count(*) from event where study = ? and position <= "
                                + database.dialect().end(),
                        subject.found(session),
                        study)
                .orElse(0));
    }

    /** Events of trials begin with their number; the others are few, and only they are read in full. */
    @Override
    public final List<Event.OfStudy> decisions(String study) {
        var subject = subject(study);
        var decided = database.read(session -> {
            // Most studies have none, and need not be looked through.
            if (session.number("select decisions from tally where study = " + subject.id(), subject.arguments())
                            .orElseThrow(subject::notThere)
                    == 0) {
                return List.<String>of();
            }
            return session.query(
                    "select body from event where study = " + subject.id()
                            + " and body not like '{\"trial\":%' order by position",
                    row -> row.getString(1),
                    subject.arguments());
        });
        return decided.stream()
                .map(body -> EventForms.fromForm(Json.parse(body, "event")))
                .filter(Event.OfStudy.class::isInstance)
                .map(Event.OfStudy.class::cast)
                .toList();
    }

    /** @param to the last position that is wanted */
    private List<Logged> page(Subject study, long after, long to) {
        var page = database.read(session -> {
            var written = session.query(
                    "select position, body from event where study = " + study.id()
                            + " and position > ? and position <= ? and position <= "
                            + database.dialect().end() + " order by position limit " + PAGE,
                    row -> new Written(row.getLong(1), row.getString(2)),
                    study.arguments(after, to, study.name()));
            if (written.isEmpty()) {
                study.found(session);
            }
            return written;
        });
        // Whoever waits for a study to open has more than one core, and its last events are in no pack.
        return (page.size() < FEW ? page.stream() : page.parallelStream())
                .map(Written::logged)
                .toList();
    }

    private record Written(long position, String body) {
        Logged logged() {
            return new Logged(position, EventForms.fromForm(Json.parse(body, "event")));
        }
    }

    final void change(Session session, String study, List<? extends LeaseChange> changes) throws SQLException {
        for (var change : changes) {
            if (change instanceof LeaseChange.Taken taken) {
                take(session, study, taken);
            } else {
                giveBack(session, study, change.trial(), change.worker());
            }
        }
    }

    @Override
    public final boolean lease(String study, int trial, String worker, Duration length) {
        return database.writeSoon(session -> {
            int taken = take(session, study, new LeaseChange.Taken(trial, worker, length));
            if (taken == 0) {
                subject(study).found(session);
            }
            return taken == 1;
        });
    }

    /** How many leases: none where another worker's has not ended. */
    private int take(Session session, String study, LeaseChange.Taken taken) throws SQLException {
        var dialect = database.dialect();
        var subject = subject(study);
        return session.update(
                "insert into lease (study, trial, worker, until, length) select id, ?, ?, " + dialect.now()
                        + " + ?, ? from study where " + subject.condition()
                        + " on conflict (study, trial) do update set worker = excluded.worker,"
                        + " until = excluded.until, length = excluded.length"
                        + " where lease.worker = excluded.worker or " + dialect.leaseEnd() + " <= " + dialect.now(),
                subject.argumentsAfter(
                        (long) taken.trial(),
                        taken.worker(),
                        taken.length().toMillis(),
                        taken.length().toMillis()));
    }

    @Override
    public final void release(String study, int trial, String worker) {
        database.writeSoon(session -> {
            subject(study).found(session);
            return giveBack(session, study, trial, worker);
        });
    }

    private int giveBack(Session session, String study, int trial, String worker) throws SQLException {
        var subject = subject(study);
        return session.update(
                "delete from lease where study = " + subject.id() + " and trial = ? and worker = ?",
                subject.arguments((long) trial, worker));
    }

    @Override
    public final List<Lease> leases(String study) {
        var dialect = database.dialect();
        var subject = subject(study);
        return database.read(session -> {
            var leases = session.query(
                    "select trial, worker, " + dialect.leaseEnd() + " - " + dialect.now() + " from lease where study = "
                            + subject.id() + " and " + dialect.leaseEnd() + " > " + dialect.now() + " order by trial",
                    row -> new Lease(row.getInt(1), row.getString(2), Duration.ofMillis(row.getLong(3))),
                    subject.arguments());
            if (leases.isEmpty()) {
                subject.found(session);
            }
            return leases;
        });
    }

    @Override
    public final void close() {
        if (worked.isEmpty()) {
            database.close();
        }
    }
}
