package dev.sweetspot.store.jdbc;

import dev.sweetspot.form.Json;
import dev.sweetspot.store.Store.Appended;
import dev.sweetspot.store.Store.Change;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One batch on its way into the log. It may be begun again when the answer to its commit was lost: the batch has a key of its
 * own, and lies, if it was committed, just where it was to lie, because nobody else could take those positions meanwhile.
 */
final class Appending implements Database.Work<Appended> {
    private static final String EVENT = "insert into event (study, position, batch, body) values (?, ?, ?, ?)";
    private static final String TRIAL = "insert into trial (study, number, version) values (?, ?, ?)"
            + " on conflict (study, number) do update set version = excluded.version";

    private final Subject study;
    private final List<Change> batch;
    private final List<String> bodies;
    private final long key;
    private OptionalLong intended = OptionalLong.empty();
    private long end;

    /** @param key a number that no other batch has */
    Appending(Subject study, List<Change> batch, long key) {
        this.study = study;
        this.batch = List.copyOf(batch);
        this.bodies = batch.stream()
                .map(change -> Json.write(EventForms.toForm(change.event())))
                .toList();
        this.key = key;
    }

    /** The last position of the log, as this left it or found it. */
    long end() {
        return end;
    }

    private record Tally(long study, long position, long trials, long decisions) {}

    @Override
    public Appended with(Session session) throws SQLException {
        var tally = tally(session);
        if (intended.isPresent() && isOurs(session, tally.study(), intended.getAsLong())) {
            // Others may have appended behind it since: what is to be made durable ends with ours.
            end = intended.getAsLong() + batch.size() - 1;
            return new Appended.Done(end);
        }
        end = tally.position();
        return add(session, tally);
    }

    private Tally tally(Session session) throws SQLException {
        return session
                .query(
                        "select study, position, trials, decisions from tally where study = " + study.id(),
                        row -> new Tally(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        study.arguments())
                .stream()
                .findFirst()
                .orElseThrow(study::notThere);
    }

    private boolean isOurs(Session session, long id, long position) throws SQLException {
        var there = session.number("select batch from event where study = ? and position = ?", id, position);
        return there.isPresent() && there.getAsLong() == key;
    }

    private Appended add(Session session, Tally tally) throws SQLException {
        Map<Integer, Long> versions = new LinkedHashMap<>();
        long trials = tally.trials();
        long decisions = tally.decisions();
        for (var change : batch) {
            if (!(change.event() instanceof Event.OfTrial event)) {
                if (decisions != change.seen()) {
                    return new Appended.Conflict(OptionalInt.empty(), change.seen(), decisions);
                }
                decisions++;
                continue;
            }
            int trial = event.trial();
            boolean starts = event instanceof Event.Started;
            boolean numberFits = starts ? trial == trials : trial < trials;
            long version = numberFits && starts ? 0 : version(session, tally.study(), trial, versions);
            long actual = numberFits && starts ? decisions : version;
            if (!numberFits || actual != change.seen()) {
                return new Appended.Conflict(OptionalInt.of(trial), change.seen(), actual);
            }
            versions.put(trial, version + 1);
            trials += starts ? 1 : 0;
        }
        end = tally.position() + batch.size();
        if (!batch.isEmpty()) {
            intended = OptionalLong.of(tally.position() + 1);
            write(session, new Tally(tally.study(), end, trials, decisions), versions);
        }
        return new Appended.Done(end);
    }

    /** As this batch would leave it so far. */
    private long version(Session session, long id, int trial, Map<Integer, Long> changed) throws SQLException {
        Long known = changed.get(trial);
        if (known != null) {
            return known;
        }
        return session.number("select version from trial where study = ? and number = ?", id, (long) trial)
                .orElse(0);
    }

    /** @param after the tally with the batch in it */
    private void write(Session session, Tally after, Map<Integer, Long> versions) throws SQLException {
        session.updateAll(EVENT, rows(after));
        session.updateAll(TRIAL, rows(after, versions));
        session.update(
                "update tally set position = ?, trials = ?, decisions = ? where study = ?",
                after.position(),
                after.trials(),
                after.decisions(),
                after.study());
    }

    private List<List<?>> rows(Tally after) {
        var events = new ArrayList<List<?>>();
        long before = after.position() - bodies.size();
        for (var body : bodies) {
            events.add(List.of(after.study(), before + 1 + events.size(), key, body));
        }
        return events;
    }

    private static List<List<?>> rows(Tally after, Map<Integer, Long> versions) {
        var trials = new ArrayList<List<?>>();
        versions.forEach((trial, version) -> trials.add(List.of(after.study(), (long) trial, version)));
        return trials;
    }
}
