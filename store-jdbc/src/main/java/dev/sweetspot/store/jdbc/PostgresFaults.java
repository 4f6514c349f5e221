package dev.sweetspot.store.jdbc;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.StoreException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What failures of PostgreSQL mean: which pass by themselves, and what people are told about the others. */
final class PostgresFaults {
    /**
     * Shut down (57P01), crashed (57P02), starting (57P03), idle too long (57P05, 25P03), a replica that is not the primary
     * yet (25006), too many connections (53300), two transactions in each other's way (40001, 40P01).
     */
    private static final Set<String> PASSING =
            Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "25006", "53300", "40001", "40P01");

    private PostgresFaults() {}

    private static String state(SQLException e) {
        return Optional.ofNullable(e.getSQLState()).orElse("");
    }

    /** Whether it is likely to be over soon. */
    static boolean passing(SQLException e) {
        return state(e).startsWith("08") || PASSING.contains(state(e));
    }

    /** Whether a first connection fails in this way because nobody is at that address. */
    static boolean wrongAddress(SQLException e) {
        return causedBy(e, UnknownHostException.class);
    }

    private static boolean causedBy(@Nullable Throwable e, Class<?> kind) {
        return e != null && (kind.isInstance(e) || causedBy(e.getCause(), kind));
    }

    /** What the driver or the server says, as a part of a sentence. */
    static String said(SQLException e) {
        return Optional.ofNullable(e.getMessage())
                .orElse(e.toString())
                .strip()
                .replaceAll("\\.?\\s*\n\\s*", "; ")
                .replaceFirst("\\.+$", "");
    }

    /** @param where the address, without its password */
    static RuntimeException explained(String where, SQLException e) {
        var said = said(e);
        var state = state(e);
        if (state.startsWith("28")) {
            return refused(where, said, "the user or the password is another; it can lie in ~/.pgpass?", e);
        }
        if (state.equals("3D000")) {
            return refused(where, said, "createdb makes it?", e);
        }
        if (wrongAddress(e)) {
            return refused(where, "there is no such host (" + said + ")", "it is spelt otherwise?", e);
        }
        if (state.equals("42501")) {
            return refused(where, said, "its owner grants you that, or makes the schema for you?", e);
        }
        return new StoreException("store = " + where + ": " + said + ". Maybe " + maybe(e) + ".", e);
    }

    private static InvalidInputException refused(String where, String said, String maybe, SQLException e) {
        return new InvalidInputException("--store = " + where + ": " + said + ". Maybe " + maybe, e);
    }

    private static String maybe(SQLException e) {
        if (state(e).equals("53100")) {
            return "the disk of the database is full; what was acknowledged is safe, free some room and resume";
        }
        if (state(e).equals("53300")) {
            return "too many workers are connected; raise max_connections there";
        }
        return passing(e)
                ? "it is down or not reachable; what was acknowledged is safe, resume when it is back"
                : "its log says more";
    }
}
