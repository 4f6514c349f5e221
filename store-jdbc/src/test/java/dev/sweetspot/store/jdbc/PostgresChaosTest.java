package dev.sweetspot.store.jdbc;

import dev.sweetspot.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("long")
class PostgresChaosTest extends ChaosContract {
    private static EmbeddedDatabase server;

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(true);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Override
    String address() {
        return server.address();
    }
}
