package dev.sweetspot.store.jdbc;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.StudyGone;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The study that a statement is about: whichever has a name now or, for whoever works on one, the one that had the name then.
 *
 * @param key what it has and no other study of that name ever had; empty for whichever has the name
 */
record Subject(String name, OptionalLong key) {
    /** Whichever has that name now. */
    static Subject named(String name) {
        return new Subject(name, OptionalLong.empty());
    }

    /** What holds of its row in {@code study}; has the arguments {@link #arguments}. */
    String condition() {
        return key.isPresent() ? "study.name = ? and study.batch = ?" : "study.name = ?";
    }

    /** Its number, as an expression; has the arguments {@link #arguments}. */
    String id() {
        return "(select id from study where " + condition() + ")";
    }

    /** Its own arguments, and others after them. */
    Object[] arguments(Object... others) {
        var all = new ArrayList<Object>();
        all.add(name);
        key.ifPresent(all::add);
        all.addAll(List.of(others));
        return all.toArray();
    }

    /** The same behind others. */
    Object[] argumentsAfter(Object... others) {
        var all = new ArrayList<>(List.of(others));
        all.addAll(List.of(arguments()));
        return all.toArray();
    }

    /**
     * Its number.
     *
     * @throws InvalidInputException when there is none of that name
     * @throws StudyGone when the one that is meant was deleted
     */
    long found(Session session) throws SQLException {
        return session.number("select id from study where " + condition(), arguments())
                .orElseThrow(this::notThere);
    }

    /** What to throw when it is not there. */
    RuntimeException notThere() {
        return key.isPresent()
                ? new StudyGone(name)
                : new InvalidInputException("study", name, "is not in this store", "the command studies lists them");
    }
}
