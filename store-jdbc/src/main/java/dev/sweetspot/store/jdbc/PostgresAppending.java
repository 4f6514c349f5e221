package dev.sweetspot.store.jdbc;

import dev.sweetspot.form.Json;
import dev.sweetspot.store.Store.Appended;
import dev.sweetspot.store.Store.Beginning;
import dev.sweetspot.store.Store.Change;
import dev.sweetspot.store.Store.LeaseChange;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One batch on its way to the server, in one message. When the answer was lost, it is sent again and says so: the server then
 * looks whether the batch is there. Should the first message reach the server later than the second, what it changes is not as
 * it was seen any more, and nothing comes of it.
 */
final class PostgresAppending implements Database.Work<Optional<Appended>> {
    private static final String CALL =
            "call append(?, ?::bigint[], ?, ?, ?, ?::bigint[], ?::boolean[], ?::bigint[], ?::text[],"
                    + " ?, ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], null, null, null, null, null)";

    private final Subject study;
    private final List<Change> batch;
    private final long key;
    private final boolean one;
    private final Long[] trials;
    private final Boolean[] starts;
    private final Long[] seen;
    private final String[] bodies;
    private final List<LeaseChange.Taken> taken;
    private final List<LeaseChange.GivenBack> givenBack;
    private boolean again;

    /** @param one whether one of these is meant, whichever begins the next trial, and not all */
    private PostgresAppending(
            Subject study, List<Change> batch, long key, List<? extends LeaseChange> leases, boolean one) {
        this.study = study;
        this.one = one;
        this.batch = List.copyOf(batch);
        this.key = key;
        this.trials =
                batch.stream().map(change -> (long) trial(change).orElse(-1)).toArray(Long[]::new);
        this.starts = batch.stream()
                .map(change -> change.event() instanceof Event.Started)
                .toArray(Boolean[]::new);
        this.seen = batch.stream().map(Change::seen).toArray(Long[]::new);
        this.bodies = batch.stream()
                .map(change -> Json.write(EventForms.toForm(change.event())))
                .toArray(String[]::new);
        this.taken = of(leases, LeaseChange.Taken.class);
        this.givenBack = of(leases, LeaseChange.GivenBack.class);
    }

    /** @param key a number that no other batch has */
    static PostgresAppending all(Subject study, List<Change> batch, long key, List<LeaseChange> leases) {
        return new PostgresAppending(study, batch, key, leases, false);
    }

    /** The same for one of these. */
    static PostgresAppending one(Subject study, List<Beginning> either, long key) {
        var batch = either.stream().map(Beginning::started).toList();
        return new PostgresAppending(
                study, batch, key, either.stream().map(Beginning::lease).toList(), true);
    }

    private static OptionalInt trial(Change change) {
        return change.event() instanceof Event.OfTrial event ? OptionalInt.of(event.trial()) : OptionalInt.empty();
    }

    private static <T extends LeaseChange> List<T> of(List<? extends LeaseChange> leases, Class<T> kind) {
        return leases.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Empty when the server crashed before the disk had it: it is to be added anew. */
    @Override
    public Optional<Appended> with(Session session) throws SQLException {
        boolean sentBefore = again;
        again = true;
        return session.query(
                        CALL,
                        this::answer,
                        study.name(),
                        study.key().stream().boxed().toArray(Long[]::new),
                        key,
                        sentBefore,
                        one,
                        trials,
                        starts,
                        seen,
                        bodies,
                        session.key(),
                        taken.stream().map(lease -> (long) lease.trial()).toArray(Long[]::new),
                        taken.stream().map(LeaseChange::worker).toArray(String[]::new),
                        taken.stream().map(lease -> lease.length().toMillis()).toArray(Long[]::new),
                        givenBack.stream().map(lease -> (long) lease.trial()).toArray(Long[]::new),
                        givenBack.stream().map(LeaseChange::worker).toArray(String[]::new))
                .get(0);
    }

    private Optional<Appended> answer(ResultSet row) throws SQLException {
        number(row, "of_study").orElseThrow(study::notThere);
        var wrong = number(row, "wrong_at");
        if (wrong.isPresent()) {
            var change = batch.get((int) wrong.getAsLong() - 1);
            return Optional.of(new Appended.Conflict(trial(change), change.seen(), row.getLong("actual")));
        }
        return row.getBoolean("durable") ? Optional.of(new Appended.Done(row.getLong("reached"))) : Optional.empty();
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
