package dev.sweetspot.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** One whose driver takes several statements at once: others wait for their turn no longer than one message needs. */
final class PipeliningSession extends Session {
    /** For the transaction that it stands in. */
    static final String SOON = "set local synchronous_commit = off";

    private boolean soon;

    PipeliningSession(Connection connection) {
        super(connection);
    }

    /** Said with the next statements that go together: it costs no message of its own. */
    @Override
    void commitSoon() {
        soon = true;
    }

    @Override
    void updateTogether(List<Update> updates) throws SQLException {
        var begin = soon ? SOON + "; " : "";
        soon = false;
        update(
                begin + updates.stream().map(Update::statement).collect(Collectors.joining("; ")),
                updates.stream().flatMap(each -> each.arguments().stream()).toArray());
    }
}
