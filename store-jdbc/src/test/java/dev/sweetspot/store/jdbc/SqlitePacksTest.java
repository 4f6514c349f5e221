package dev.sweetspot.store.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqlitePacksTest extends PacksContract {
    @TempDir
    Path folder;

    @Override
    JdbcStore open() {
        return SqliteStore.open(folder.resolve("studies.db"));
    }
}
