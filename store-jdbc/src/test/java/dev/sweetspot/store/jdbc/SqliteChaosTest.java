package dev.sweetspot.store.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("long")
class SqliteChaosTest extends ChaosContract {
    @Override
    String address() {
        return folder.resolve("studies.db").toString();
    }
}
