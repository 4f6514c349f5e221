package dev.sweetspot.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundImagesTest {
    @TempDir
    private Path folder;

    private void put(String... paths) throws IOException {
        for (var path : paths) {
            new ImageFolder(folder).put(path, new byte[] {1});
        }
    }

    private List<String> found() {
        return FoundImages.in(folder, 9).images().stream()
                .map(image -> image.item().path() + " " + image.className()
                        + image.part().map(part -> " " + part.word()).orElse(""))
                .toList();
    }

    @Test
    void foldersAreClassesAndWhatLiesBesideThemIsOfNone() throws IOException {
        put("ba/1.png", "eo/2.tif", "3.jpg", "notes.txt", ".hidden/4.png");
        assertThat(found()).containsExactly("3.jpg ", "ba/1.png ba", "eo/2.tif eo");
        assertThat(FoundImages.in(folder, 9).others()).containsExactly("notes.txt");
    }

    @Test
    void foldersOfPartsAreParts() throws IOException {
        put("cells/train/ba/1.png", "cells/test/ba/2.png");
        assertThat(found()).containsExactly("cells/test/ba/2.png ba test", "cells/train/ba/1.png ba training");
    }

    @Test
    void partsAmongOtherFoldersAreNotGuessed() throws IOException {
        put("train/1.png", "test/2.png", "ba/3.png");
        assertThat(found()).containsExactly("ba/3.png ba", "test/2.png test", "train/1.png train");
    }

    @Test
    void oneFileIsFoundWhateverItLiesIn() throws IOException {
        put("train/1.png");
        var image = FoundImages.in(folder.resolve("train/1.png"), 9).images().get(0);
        assertThat(image.item().path()).isEqualTo("1.png");
        assertThat(image.part()).isEqualTo(Optional.<Part>empty());
        assertThatThrownBy(() -> FoundImages.in(folder.resolve("none"), 9)).hasMessageContaining("is not there");
    }

    @Test
    void linksThatLeadOutOfWhereMayBeLookedAreLeftOutAndNamed(@TempDir Path elsewhere) throws IOException {
        put("ba/1.png");
        var secret = Files.createDirectories(elsewhere.resolve("secret"));
        Files.write(secret.resolve("2.png"), new byte[] {2});
        Files.createSymbolicLink(folder.resolve("ba/file.png"), secret.resolve("2.png"));
        Files.createSymbolicLink(folder.resolve("ba/folder"), secret);
        Files.createSymbolicLink(folder.resolve("ba/near.png"), folder.resolve("ba/1.png"));

        var real = folder.toRealPath();
        var within = FoundImages.within(folder, place -> place.startsWith(real), 9);
        assertThat(within.images().stream().map(image -> image.item().path()))
                .containsExactly("ba/1.png", "ba/near.png");
        assertThat(within.outside()).containsExactlyInAnyOrder("ba/file.png", "ba/folder");
        assertThat(FoundImages.in(folder, 9).images()).hasSize(4);
    }

    @Test
    void aFileThatHasBecomeALinkToElsewhereIsNotRead(@TempDir Path elsewhere) throws IOException {
        put("1.png");
        var real = folder.toRealPath();
        var found =
                FoundImages.within(folder, place -> place.startsWith(real), 9).images();
        Files.write(elsewhere.resolve("2.png"), new byte[] {2});
        Files.delete(folder.resolve("1.png"));
        Files.createSymbolicLink(folder.resolve("1.png"), elsewhere.resolve("2.png"));

        assertThatThrownBy(() -> found.get(0).item().bytes().read()).hasMessageContaining("leads out of the folders");
    }
}
