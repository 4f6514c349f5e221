package dev.sweetspot.studio.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Part;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.DataSets;
import dev.sweetspot.data.format.LoadOptions;
import dev.sweetspot.data.table.TableOptions;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.studio.project.LabelSource;
import dev.sweetspot.studio.project.NewImage;
import dev.sweetspot.studio.project.Pictures;
import dev.sweetspot.studio.project.Project;
import dev.sweetspot.studio.project.ProjectFile;
import dev.sweetspot.studio.project.ProjectMoment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFormatTest {
    @TempDir
    private Path folder;

    private Path place;

    /** Images b and a, c unknown, three of each class in all. */
    @BeforeEach
    void make() {
        place = folder.resolve("cells");
        try (var project = Project.create(place, "Cells", Pictures.NOON)) {
            var images = new ArrayList<NewImage>();
            for (var name : List.of("b1", "a1", "c1", "b2", "a2", "b3", "a3")) {
                images.add(Pictures.kept(project, name + ".png", 1000 * images.size()));
            }
            project.edit().add(images, List.of());
            project.edit()
                    .labelByName(Map.of(0, "b", 3, "b", 5, "b", 1, "a", 4, "a", 6, "a"), new LabelSource.Person());
        }
    }

    private static LoadOptions options() {
        return LoadOptions.automatic(1);
    }

    @Test
    void aProjectIsDataWithItsLabelsAndWithoutWhatIsUnknown() {
        var loaded = DataSets.load(place, options());
        assertThat(loaded.set().names()).containsExactly("a1.png", "a2.png", "a3.png", "b1.png", "b2.png", "b3.png");
        assertThat(loaded.set().classNames()).containsExactly("a", "b");
        assertThat(loaded.set().label(3)).isEqualTo(1);
        assertThat(loaded.notes()).contains("1 image without a label was left aside.");
    }

    @Test
    void whatPeopleLabelLaterChangesNothingInAMoment() throws IOException {
        var before = DataSets.load(place, options()).set();
        var file = Files.createDirectories(place.resolve("work")).resolve(ProjectMoment.named("cells"));
        new ProjectMoment(place, Project.read(place).version()).write(file);
        try (var project = Project.open(place, Pictures.NOON)) {
            project.edit().labelByName(Map.of(2, "a", 0, "a"), new LabelSource.Person());
        }

        assertThat(DataSets.load(file, options()).set().hash()).isEqualTo(before.hash());
        assertThat(DataSets.load(place, options()).set().hash()).isNotEqualTo(before.hash());
    }

    @Test
    void aMomentOfNoProjectIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("lost.moment"), "{\"sweetspot_project_at\":3,\"folder\":\"gone\"}");

        assertThatThrownBy(() -> DataSets.load(file, options()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("belongs to a project that is not there");
    }

    @Test
    void thePartsOfAProjectAreThoseThatAreUsed() {
        try (var project = Project.open(place, Pictures.NOON)) {
            project.edit().assign(List.of(0, 1), Optional.of(Part.TEST));
        }
        var loaded = DataSets.load(place, options());
        assertThat(loaded.given().partOf(0)).contains(Part.TEST);
        assertThat(loaded.given().partOf(3)).contains(Part.TEST);
        assertThat(loaded.given().count(Part.TEST)).isEqualTo(2);
    }

    @Test
    void theHashFollowsLabelsAndPartsAndNothingElse() {
        var before = DataSets.load(place, options()).set().hash();
        try (var project = Project.open(place, Pictures.NOON)) {
            project.edit().note(0, "a note");
            project.edit().recolourCategory(0, "#ffffff");
            assertThat(DataSets.load(place, options()).set().hash()).isEqualTo(before);

            project.edit().assign(List.of(0), Optional.of(Part.TEST));
            assertThat(DataSets.load(place, options()).set().hash()).isNotEqualTo(before);
            project.undo();
            assertThat(DataSets.load(place, options()).set().hash()).isEqualTo(before);

            project.edit().unlabel(List.of(0));
            assertThat(DataSets.load(place, options()).set().hash()).isNotEqualTo(before);
        }
    }

    @Test
    void aProjectAsOneFileIsTheSameData() throws IOException {
        var file = folder.resolve("cells.sweetspot");
        try (var out = Files.newOutputStream(file)) {
            ProjectFile.write(place, out);
        }
        assertThat(DataSets.load(file, options()).set().hash())
                .isEqualTo(DataSets.load(place, options()).set().hash());
    }

    @Test
    void whereClassesDoNotMatterUnknownImagesCount() {
        var blind = options().withTable(TableOptions.AUTOMATIC.withTask(Task.Kind.RECONSTRUCTION));
        assertThat(DataSets.open(place, Optional.empty(), blind).set().size()).isEqualTo(7);
    }

    @Test
    void aProjectWithoutLabelsSaysWhatToDo() {
        try (var project = Project.open(place, Pictures.NOON)) {
            project.undo();
        }
        assertThatThrownBy(() -> DataSets.load(place, options()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("label some in the studio");
    }
}
