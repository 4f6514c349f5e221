package dev.sweetspot.store.jdbc;

import java.sql.SQLException;
import java.util.List;

/**
 * The tables of a database, as the steps from an empty one to the version of now. A step is never changed once it was
 * released: databases of people have taken it.
 *
 * @param steps the statements that lead from each version to the next; the first is that from nothing
 */
record Schema(List<List<String>> steps) {
    int version() {
        return steps.size();
    }

    /** Takes the steps that are missing; in one transaction of the caller's, who keeps others away. */
    void migrate(Session session, long from) throws SQLException {
        for (int version = (int) from; version < steps.size(); version++) {
            for (var statement : steps.get(version)) {
                session.execute(statement);
            }
        }
    }

    /** What people are told about a database that has taken more steps. */
    String tooNew(long found) {
        return "was written by a newer version (schema " + found + ", this one knows " + version() + ")";
    }
}
