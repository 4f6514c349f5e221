package dev.sweetspot.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Part;
import java.io.IOException;
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
        return FoundImages.in(folder).images().stream()
                .map(image -> image.item().path() + " " + image.className()
                        + image.part().map(part -> " " + part.word()).orElse(""))
                .toList();
    }

    @Test
    void foldersAreClassesAndWhatLiesBesideThemIsOfNone() throws IOException {
        put("ba/1.png", "eo/2.tif", "3.jpg", "notes.txt", ".hidden/4.png");
        assertThat(found()).containsExactly("3.jpg ", "ba/1.png ba", "eo/2.tif eo");
        assertThat(FoundImages.in(folder).others()).containsExactly("notes.txt");
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
        var image = FoundImages.in(folder.resolve("train/1.png")).images().get(0);
        assertThat(image.item().path()).isEqualTo("1.png");
        assertThat(image.part()).isEqualTo(Optional.<Part>empty());
        assertThatThrownBy(() -> FoundImages.in(folder.resolve("none"))).hasMessageContaining("is not there");
    }
}
