package dev.sweetspot.store.jdbc;

class SqliteChaosTest extends ChaosContract {
    @Override
    String address() {
        return folder.resolve("studies.db").toString();
    }
}
