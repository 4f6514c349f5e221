package dev.sweetspot.store.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteProcessesTest extends ProcessesContract {
    @TempDir
    Path folder;

    @Override
    String address() {
        return folder.resolve("deep/studies.db").toString();
    }
}
