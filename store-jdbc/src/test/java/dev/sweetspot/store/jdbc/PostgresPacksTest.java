package dev.sweetspot.store.jdbc;

import dev.sweetspot.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("once")
class PostgresPacksTest extends PacksContract {
    private static EmbeddedDatabase server;

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(false);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Override
    JdbcStore open() {
        return PostgresStore.open(server.address());
    }
}
