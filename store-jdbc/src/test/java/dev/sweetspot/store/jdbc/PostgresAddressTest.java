package dev.sweetspot.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresAddressTest {
    @Test
    void allPartsOfAnAddressAreFound() {
        var address = PostgresAddress.of(
                "postgresql://me:p%40ss%2Bword@db.example:5433/runs?sslmode=require&patience=60&artifacts=/mnt/share"
                        + "&currentSchema=team&connect_timeout=3");

        assertThat(address.url()).isEqualTo("jdbc:postgresql://db.example:5433/runs");
        assertThat(address.schema()).isEqualTo("team");
        assertThat(address.patience()).isEqualTo(Duration.ofMinutes(1));
        assertThat(address.artifacts()).contains(Path.of("/mnt/share"));
        assertThat(address.parameters())
                .containsEntry("user", "me")
                .containsEntry("password", "p@ss+word")
                .containsEntry("sslmode", "require")
                .containsEntry("connectTimeout", "3")
                .doesNotContainKeys("patience", "artifacts", "currentSchema");
    }

    @Test
    void theServerThatIsWantedIsSaidInTheWordsOfOtherPrograms() {
        for (var pair : Map.of("read-write", "primary", "prefer-standby", "preferSecondary", "any", "any")
                .entrySet()) {
            assertThat(PostgresAddress.of("postgresql://h1,h2/d?target_session_attrs=" + pair.getKey())
                            .parameters())
                    .containsEntry("targetServerType", pair.getValue());
        }
    }

    @Test
    void anAddressIsShownWithoutItsPasswordAndCanBeGivenAgain() {
        var shown =
                Stores.shown("postgres://me:secret@h/d?sslmode=require&sslpassword=secret&artifacts=/a%20b&patience=7");

        assertThat(shown)
                .isEqualTo("postgresql://me@h/d?artifacts=%2Fa%20b&patience=7&sslmode=require")
                .isEqualTo(Stores.shown(shown));
        assertThat(Stores.shown("jdbc:postgresql://h1:1,h2:2/d?user=me&password=secret"))
                .isEqualTo("postgresql://me@h1:1,h2:2/d");
    }

    @Test
    void whatIsNotAnAddressIsRefusedWithoutShowingAPassword() {
        for (var wrong :
                new String[] {"postgresql:me:secret@h", "mysql://me:secret@h/d", "postgresql://me:se%zret@h/d"}) {
            assertThatThrownBy(() -> Stores.open(wrong))
                    .as(wrong)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageNotContaining("secret")
                    .hasMessageContaining("Maybe");
        }
        assertThatThrownBy(() -> Stores.open("postgresql://h/d?patience=long"))
                .hasMessageContaining("patience = long: must be a whole number of seconds");
    }

    @Test
    void filesAreSqlite() {
        assertThat(Stores.file("a/b.db")).contains(Path.of("a/b.db"));
        assertThat(Stores.file("sqlite:/a/b.db")).contains(Path.of("/a/b.db"));
        assertThat(Stores.file("jdbc:sqlite:b.db")).contains(Path.of("b.db"));
        assertThat(Stores.file("C:\\studies.db")).as("a drive is no scheme").isPresent();
        assertThat(Stores.file("postgresql://h/d")).isEmpty();
        assertThatThrownBy(() -> Stores.open("sqlite:///b.db"))
                .as("elsewhere this is a file of the folder, or of the root")
                .hasMessageContaining("must be sqlite: and a path");
    }
}
