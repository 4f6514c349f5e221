package dev.sweetspot.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** A connection in the hands of one thread at a time; each statement is prepared once. */
final class Session implements AutoCloseable {
    private final Connection connection;
    private final long key = UUID.randomUUID().getMostSignificantBits();
    private final Set<String> known = new HashSet<>();
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** What is made of a row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A number that no other session has. */
    long key() {
        return key;
    }

    /** Whether it is the first time that this is asked. */
    boolean meets(String name) {
        return known.add(name);
    }

    Connection connection() {
        return connection;
    }

    /** How many rows it changed. */
    int update(String statement, Object... arguments) throws SQLException {
        return with(statement, prepared -> {
            bind(prepared, arguments);
            return prepared.executeUpdate();
        });
    }

    /** The same statement for each of these, in one message to the database where it takes that. */
    void updateAll(String statement, List<List<?>> all) throws SQLException {
        if (all.isEmpty()) {
            return;
        }
        if (all.size() == 1) {
            update(statement, all.get(0).toArray());
            return;
        }
        with(statement, prepared -> {
            for (var arguments : all) {
                bind(prepared, arguments.toArray());
                prepared.addBatch();
            }
            return prepared.executeBatch();
        });
    }

    <T> List<T> query(String statement, Row<T> row, Object... arguments) throws SQLException {
        return with(statement, prepared -> {
            bind(prepared, arguments);
            try (var rows = prepared.executeQuery()) {
                var result = new ArrayList<T>();
                while (rows.next()) {
                    result.add(row.of(rows));
                }
                return result;
            }
        });
    }

    /** The first column of the first row; empty when there is no row, or nothing in it. */
    OptionalLong number(String statement, Object... arguments) throws SQLException {
        return with(statement, prepared -> {
            bind(prepared, arguments);
            try (var rows = prepared.executeQuery()) {
                if (!rows.next()) {
                    return OptionalLong.empty();
                }
                long value = rows.getLong(1);
                return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
            }
        });
    }

    /** One statement without arguments and without an answer, which is said again and again. */
    void say(String statement) throws SQLException {
        with(statement, PreparedStatement::execute);
    }

    /** Anything that has no arguments and no answer. */
    void execute(String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private interface Use<T> {
        T of(PreparedStatement prepared) throws SQLException;
    }

    /** After some errors, a full disk among them, a statement is of no use any more: after all of them it is made anew. */
    private <T> T with(String text, Use<T> use) throws SQLException {
        var statement = prepared.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            prepared.put(text, statement);
        }
        try {
            return use.of(statement);
        } catch (SQLException e) {
            prepared.remove(text);
            try {
                statement.close();
            } catch (SQLException alreadyClosed) {
                e.addSuppressed(alreadyClosed);
            }
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
