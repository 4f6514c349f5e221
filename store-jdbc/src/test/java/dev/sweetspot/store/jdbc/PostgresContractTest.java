package dev.sweetspot.store.jdbc;

import dev.sweetspot.store.Store;
import dev.sweetspot.store.Stores;
import dev.sweetspot.testkit.EmbeddedDatabase;
import dev.sweetspot.testkit.StoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresContractTest extends StoreContract {
    private static EmbeddedDatabase server;

    private String address = "";

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(false);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Override
    protected Store open() {
        address = server.address();
        return Stores.open(address);
    }

    @Override
    protected Store reopened(Store open) {
        open.close();
        return Stores.open(address);
    }
}
