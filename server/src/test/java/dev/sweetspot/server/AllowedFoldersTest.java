package dev.sweetspot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that requests name. */
class AllowedFoldersTest {
    @TempDir
    private Path home;

    private Path inside;
    private AllowedFolders allowed;

    @BeforeEach
    void make() throws IOException {
        inside = Files.createDirectories(home.resolve("inside/images"));
        Files.writeString(inside.resolve("a.png"), "x");
        Files.writeString(home.resolve("secret.txt"), "x");
        Files.createDirectories(home.resolve("inside-out"));
        Files.createSymbolicLink(inside.resolve("way-out"), home);
        Files.createSymbolicLink(inside.resolve("dangling"), home.resolve("nothing"));
        Files.createSymbolicLink(home.resolve("other-name"), home.resolve("inside"));
        allowed = AllowedFolders.of(List.of(home.resolve("inside")));
    }

    @Test
    void whatLiesInsideIsFoundByBothItsNames() throws IOException {
        var real = inside.resolve("a.png").toRealPath();
        assertThat(allowed.existing("file", "images/a.png")).isEqualTo(real);
        assertThat(allowed.existing("file", inside.resolve("a.png").toString())).isEqualTo(real);
        assertThat(allowed.existing("file", inside + "/../images/./a.png")).isEqualTo(real);
        var linked = AllowedFolders.of(List.of(home.resolve("other-name")));
        assertThat(linked.existing(
                        "file", home.resolve("other-name/images/a.png").toString()))
                .isEqualTo(real);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "images/../../secret.txt",
                "images/way-out/secret.txt",
                "images/way-out",
                "../inside-out",
                "/etc/passwd",
                "/etc/no-such-file",
                "/",
                ".."
            })
    void nothingOutsideIsReachedNorIsItToldWhetherItIsThere(String path) {
        assertThatThrownBy(() -> allowed.existing("file", path)).hasMessageContaining("lies outside");
        assertThatThrownBy(() -> allowed.place("file", path)).hasMessageMatching(".*(lies outside|is a link).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b"})
    void whatIsNoPathIsRefused(String path) {
        assertThatThrownBy(() -> allowed.existing("file", path))
                .isInstanceOf(Exception.class)
                .hasMessageStartingWith("file = ");
    }

    @Test
    void aPlaceForSomethingNewIsInAFolderThatIsThereAndNoLink() throws IOException {
        assertThat(allowed.place("file", "images/new.png"))
                .isEqualTo(inside.toRealPath().resolve("new.png"));
        assertThatThrownBy(() -> allowed.place("file", "nowhere/new.png")).hasMessageContaining("is not there");
        assertThatThrownBy(() -> allowed.place("file", "images/dangling")).hasMessageContaining("is a link");
        assertThatThrownBy(() -> allowed.place("file", "images/way-out/new.png"))
                .hasMessageContaining("lies outside");
    }
}
