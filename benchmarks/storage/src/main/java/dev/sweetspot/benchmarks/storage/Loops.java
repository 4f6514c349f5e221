package dev.sweetspot.benchmarks.storage;

import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.store.Stores;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Measurements;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** What one process does over and over while its rate is measured. */
final class Loops {
    private Loops() {}

    /** One round of it. */
    interface Round extends AutoCloseable {
        void once() throws SQLException, InterruptedException;

        @Override
        void close() throws SQLException;
    }

    /** Makes what all processes share. */
    static void prepare(String kind, String store) throws SQLException {
        if (kind.equals("trials")) {
            try (var open = Stores.open(store)) {
                Study.create(
                        open,
                        Samples.spec("rate", Samples.small(), 2, Integer.MAX_VALUE, new RandomSearch()),
                        Clock.systemUTC(),
                        Duration.ofMinutes(1));
            }
            return;
        }
        try (var connection = connect(store);
                var statement = connection.createStatement()) {
            statement.execute("create table bare_log (id bigint primary key, body varchar(200) not null)");
            statement.execute("create table bare_count (id bigint primary key, count bigint not null)");
            statement.execute("insert into bare_count values (0, 0)");
        }
    }

    static Round of(String kind, String store, int process) throws SQLException {
        return kind.equals("trials") ? trials(store, process) : commits(store, process);
    }

    /** Ask, one report, tell. */
    private static Round trials(String address, int process) {
        var store = Stores.open(address);
        var study = Study.open(store, "rate", Clock.systemUTC(), Duration.ofMinutes(1));
        var claim = new Claim("process-" + process, 1, 4, Duration.ZERO);
        return new Round() {
            @Override
            public void once() throws InterruptedException {
                if (!(study.ask(claim) instanceof Ask.Run run)) {
                    throw new IllegalStateException("nothing to run");
                }
                var values = run.trial().trial().configuration();
                var sum = Measurements.of("loss", Samples.value(values, "x") + Samples.value(values, "y"));
                run.trial().advance(1, sum, 0);
                run.trial().tell(sum, 0);
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }

    /** One durable commit of one row more and one row changed. */
    private static Round commits(String store, int process) throws SQLException {
        var connection = connect(store);
        boolean lite = !store.startsWith("postgresql:");
        var random = new SplittableRandom(process);
        var insert = connection.prepareStatement("insert into bare_log values (?, ?)");
        var update = connection.prepareStatement("update bare_count set count = count + 1 where id = ?");
        try (var statement = connection.createStatement()) {
            if (lite) {
                // The others make their row at the same moment; that is not what is measured.
                statement.execute("pragma busy_timeout = 10000");
            }
            statement.executeUpdate("insert into bare_count values (" + (process + 1) + ", 0)");
            if (lite) {
                statement.execute("pragma busy_timeout = 0");
            }
        }
        return new Round() {
            private long next = process * 1_000_000_000L;

            @Override
            public void once() throws SQLException, InterruptedException {
                while (true) {
                    try (var statement = connection.createStatement()) {
                        statement.execute(lite ? "begin immediate" : "begin");
                        insert.setLong(1, next++);
                        insert.setString(2, "x".repeat(150));
                        insert.executeUpdate();
                        update.setLong(1, process + 1L);
                        update.executeUpdate();
                        statement.execute("commit");
                        return;
                    } catch (SQLException e) {
                        if (!lite || !String.valueOf(e.getMessage()).contains("SQLITE_BUSY")) {
                            throw e;
                        }
                        LockSupport.parkNanos(50_000 + random.nextInt(400_000));
                    }
                }
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private static Connection connect(String store) throws SQLException {
        if (store.startsWith("postgresql:")) {
            var url = store.replaceFirst("postgresql://[^@/]*@", "postgresql://");
            var user = store.replaceFirst("postgresql://([^@:/]*)[:@].*", "$1");
            return DriverManager.getConnection("jdbc:" + url, user, "");
        }
        var connection = DriverManager.getConnection("jdbc:sqlite:" + store + "-bare");
        try (var statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 0");
            while (true) {
                try {
                    statement.execute("pragma journal_mode = wal");
                    statement.execute("pragma synchronous = full");
                    return connection;
                } catch (SQLException busy) {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
