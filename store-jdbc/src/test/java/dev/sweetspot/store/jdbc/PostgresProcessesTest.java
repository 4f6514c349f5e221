package dev.sweetspot.store.jdbc;

import dev.sweetspot.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresProcessesTest extends ProcessesContract {
    private static EmbeddedDatabase server;

    private String address = "";

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(true);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void another() {
        address = server.address();
    }

    @Override
    String address() {
        return address;
    }
}
