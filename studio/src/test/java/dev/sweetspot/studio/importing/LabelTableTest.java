package dev.sweetspot.studio.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.studio.project.LabelSource;
import dev.sweetspot.studio.project.NewImage;
import dev.sweetspot.studio.project.Pictures;
import dev.sweetspot.studio.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The images are cells/0.png to cells/4.png. */
class LabelTableTest {
    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void create() {
        project = Project.create(folder.resolve("project"), "Cells", Pictures.NOON);
        project.edit().add(Pictures.upTo(5).stream().map(Pictures::imagined).toList(), List.of());
    }

    @AfterEach
    void close() {
        project.close();
    }

    private LabelTable read(String text) {
        try {
            var file = Files.writeString(folder.resolve("labels.csv"), text);
            return LabelTable.read(file, project.view(), Optional.empty(), Optional.empty());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void filesAreFoundHoweverTheTableWritesThem() {
        for (var text : List.of(
                "file,label\ncells/0.png,ba\ncells/1.png,eo\n",
                "label;file\r\nba;0.PNG\r\neo;1.png\r\n",
                "id\tname\tclass\n17\tcells\\0.png\tba\n18\t./cells/1\teo\n",
                "0,ba\n1,eo\n",
                "cells/0.png,ba\ncells/1.png,eo\n",
                "\ufeffimage|type\n0|ba\n1|eo\n")) {
            assertThat(read(text).labels()).as(text).isEqualTo(Map.of(0, "ba", 1, "eo"));
        }
    }

    @Test
    void whatWouldHappenIsSaidBeforeItHappens() {
        project.edit().labelByName(Map.of(0, "ba", 1, "eo"), new LabelSource.Person());
        var table = read("file,label\n0.png,ba\n1.png,ba\n2.png,\"<b>new</b>\"\n9.png,ba\n3.png,\n");
        assertThat(table.labels()).isEqualTo(Map.of(0, "ba", 1, "ba", 2, "<b>new</b>"));
        assertThat(table.unmatched()).containsExactly("9.png");
        assertThat(table.newCategories()).containsExactly("<b>new</b>");
        assertThat(table.changed()).isEqualTo(1);
        assertThat(project.view().categories()).hasSize(2);
    }

    @Test
    void aNameThatTwoImagesHaveNamesNeither() {
        var other = Pictures.imagined(7);
        project.edit()
                .add(List.of(new NewImage("more/0.png", other.hash(), 1, other.facts(), Optional.empty())), List.of());
        var table = read("file,label\n0.png,ba\nmore/0.png,eo\n1.png,ba\n");
        assertThat(table.labels()).isEqualTo(Map.of(5, "eo", 1, "ba"));
        assertThat(table.unmatched()).containsExactly("0.png");
    }

    @Test
    void aPersonSaysWhichColumnsAreMeant() throws IOException {
        var file = Files.writeString(folder.resolve("l.csv"), "file,label,second\n0.png,ba,x\n1.png,eo,y\n");
        var table = LabelTable.read(file, project.view(), Optional.of("file"), Optional.of("second"));
        assertThat(table.labels()).isEqualTo(Map.of(0, "x", 1, "y"));
        assertThatThrownBy(() -> LabelTable.read(file, project.view(), Optional.of("file"), Optional.of("secnd")))
                .hasMessageContaining("second");
    }

    @Test
    void aTableThatNamesNoImageSaysWhatItShouldName() {
        assertThatThrownBy(() -> read("file,label\nx.png,ba\n")).hasMessageContaining("such as cells/0.png");
        assertThatThrownBy(() -> read("file\ncells/0.png\n")).hasMessageContaining("no column with labels");
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
    }
}
