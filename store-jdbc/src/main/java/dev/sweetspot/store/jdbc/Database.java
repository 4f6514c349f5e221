package dev.sweetspot.store.jdbc;

import java.sql.SQLException;

/**
 * A SQL database: how its transactions begin and end, what is tried again, and how its failures are told to people. What is
 * said in SQL that all of them understand lies in {@link JdbcStore}.
 */
interface Database extends AutoCloseable {
    /** What is done with a session. It may be begun several times, see {@link Database#write}. */
    interface Work<T> {
        T with(Session session) throws SQLException;
    }

    /** Reads what is committed; a statement that changes something is a transaction of its own. */
    <T> T read(Work<T> work);

    /**
     * Does all of it or nothing; durable on return. When the answer to a commit is lost, the work is begun again although it
     * may have been done: work that must not be done twice looks first whether it was.
     */
    <T> T write(Work<T> work);

    /** The same without waiting for the disk: a failure of the machine may undo it, as long as nothing later was durable. */
    <T> T writeSoon(Work<T> work);

    /** What it says in its own way. */
    Dialect dialect();

    @Override
    void close();

    /**
     * The parts of statements in which databases differ.
     *
     * @param now milliseconds on the clock of the store, as an expression
     * @param leaseEnd when the lease of a row of {@code lease} ends, in milliseconds on that clock
     * @param locking what a select ends with that keeps its rows from others until the transaction ends
     * @param end the last position of a log that readers may see, as an expression of the study's name
     */
    record Dialect(String now, String leaseEnd, String locking, String end) {}
}
