package dev.sweetspot.studio.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Part;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
    @TempDir
    private Path folder;

    private Path place;

    @BeforeEach
    void choosePlace() {
        place = folder.resolve("cells");
    }

    private Project withImages(int count) {
        var project = Project.create(place, "Cells", Pictures.NOON);
        project.edit()
                .add(IntStream.range(0, count).mapToObj(Pictures::imagined).toList(), List.of());
        return project;
    }

    private static List<String> labels(ProjectView view) {
        return view.all().stream()
                .map(image -> view.label(image.number())
                        .flatMap(label -> view.category(label.category()))
                        .map(Category::name)
                        .orElse("?"))
                .toList();
    }

    @Test
    void whatWasDoneIsThereWhenTheProjectIsOpenedAgain() {
        try (var project = withImages(4)) {
            project.edit().addCategory("ba");
            project.edit().addCategory("<b>eo</b>");
            project.edit().label(List.of(0, 2), 0);
            project.edit().label(List.of(3), 1);
            project.edit().assign(List.of(0), Optional.of(Part.TEST));
            project.edit().note(1, "two cells, \"touching\"\n");
            project.edit().show(List.of(new ChannelView("#00ff00", true, new ChannelView.Contrast.Range(0, 0.5))));
            project.edit().add(List.of(), List.of(new Skipped("broken.png", "is damaged or ends too early")));
        }

        try (var project = Project.open(place, Pictures.NOON)) {
            var view = project.view();
            assertThat(view.name()).isEqualTo("Cells");
            assertThat(labels(view)).containsExactly("ba", "?", "ba", "<b>eo</b>");
            assertThat(view.part(0)).contains(Part.TEST);
            assertThat(view.part(1)).isEmpty();
            assertThat(view.note(1)).isEqualTo("two cells, \"touching\"");
            assertThat(view.channels()).hasSize(1);
            assertThat(view.skipped()).containsExactly(new Skipped("broken.png", "is damaged or ends too early"));
            assertThat(view.image(2)).isEqualTo(Pictures.imagined(2).at(2, "cells/2.png"));
            assertThat(view.categories()).extracting(Category::colour).doesNotHaveDuplicates();
        }
    }

    @Test
    void labellingManyImagesIsOneStepThatIsUndoneAndDoneAgain() {
        try (var project = withImages(1000)) {
            project.edit().addCategory("ba");
            project.edit().addCategory("eo");
            project.edit().label(List.of(7), 1);
            project.edit().label(Pictures.upTo(1000), 0);
            assertThat(project.view().steps().undo()).contains("label 1000 images");

            project.undo();
            assertThat(labels(project.view())).filteredOn("?"::equals).hasSize(999);
            assertThat(labels(project.view()).get(7)).isEqualTo("eo");
            assertThat(project.view().steps().redo()).contains("label 1000 images");

            project.redo();
            assertThat(labels(project.view())).containsOnly("ba");
            assertThat(project.view().steps().redo()).isEmpty();
        }
    }

    @Test
    void stepsCanBeUndoneAfterTheProjectWasClosed() {
        try (var project = withImages(2)) {
            project.edit().labelByName(Map.of(0, "ba"), new LabelSource.Person());
            project.edit().label(List.of(1), 0);
            project.undo();
        }
        try (var project = Project.open(place, Pictures.NOON)) {
            assertThat(labels(project.view())).containsExactly("ba", "?");
            project.redo();
            assertThat(labels(project.view())).containsExactly("ba", "ba");
            project.undo();
            project.undo();
            assertThat(labels(project.view())).containsExactly("?", "?");
            assertThat(project.view().categories()).isEmpty();
        }
    }

    @Test
    void somethingNewForgetsWhatWasUndone() {
        try (var project = withImages(2)) {
            project.edit().addCategory("ba");
            project.edit().label(List.of(0), 0);
            project.undo();
            project.edit().label(List.of(1), 0);
            assertThatThrownBy(project::redo)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("there is no step");
            assertThat(labels(project.view())).containsExactly("?", "ba");
        }
    }

    @Test
    void changesThatSayTheyBelongTogetherAreUndoneTogether() {
        try (var project = withImages(3)) {
            long step = project.edit().labelByName(Map.of(0, "ba"), new LabelSource.Imported("a folder"));
            project.edit(step).labelByName(Map.of(1, "eo"), new LabelSource.Imported("a folder"));
            project.edit(step).assign(List.of(1), Optional.of(Part.VALIDATION));
            project.undo();
            assertThat(labels(project.view())).containsExactly("?", "?", "?");
            assertThat(project.view().part(1)).isEmpty();
            assertThat(project.view().size()).isEqualTo(3);
        }
    }

    @Test
    void mergedCategoriesAreOneAndComeApartByUndoing() {
        try (var project = withImages(4)) {
            var names = new LinkedHashMap<>(Map.of(0, "ba", 1, "baso", 2, "eo"));
            project.edit().labelByName(names, new LabelSource.Accepted("first", 0.9));
            var view = project.view();
            int ba = id(view, "ba");
            int baso = id(view, "baso");
            project.edit().mergeCategory(baso, ba);
            assertThat(labels(project.view())).containsExactly("ba", "ba", "eo", "?");
            assertThat(project.view().label(1)).contains(new Label(ba, new LabelSource.Accepted("first", 0.9)));
            assertThat(project.view().categories()).hasSize(2);
            project.undo();
            assertThat(labels(project.view())).containsExactly("ba", "baso", "eo", "?");
        }
    }

    private static int id(ProjectView view, String name) {
        return view.categories().stream()
                .filter(category -> category.name().equals(name))
                .mapToInt(Category::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void imagesOfADeletedCategoryAreUnknownAndItsNumberIsNeverGivenAgain() {
        try (var project = withImages(2)) {
            project.edit().addCategory("ba");
            project.edit().label(List.of(0, 1), 0);
            project.edit().deleteCategory(0);
            assertThat(labels(project.view())).containsExactly("?", "?");
            project.edit().addCategory("eo");
            assertThat(project.view().categories()).extracting(Category::id).containsExactly(1);
        }
    }

    @Test
    void removedImagesComeBackWithTheirLabels() {
        try (var project = withImages(3)) {
            project.edit().addCategory("ba");
            project.edit().label(List.of(1), 0);
            project.edit().remove(List.of(1, 2));
            assertThat(project.view().present()).containsExactly(0);
            project.undo();
            assertThat(project.view().present()).containsExactly(0, 1, 2);
            assertThat(labels(project.view()).get(1)).isEqualTo("ba");
        }
    }

    @Test
    void twoImagesOfOneNameGetNamesOfTheirOwn() {
        try (var project = Project.create(place, "Cells", Pictures.NOON)) {
            var image = Pictures.imagined(1);
            project.edit().add(List.of(image, image), List.of());
            project.edit().add(List.of(image), List.of());
            assertThat(project.view().all())
                    .extracting(ProjectImage::name)
                    .containsExactly("cells/1.png", "cells/1 (2).png", "cells/1 (3).png");
        }
    }

    @Test
    void whatDoesNotFitIsRefusedAsAWhole() {
        try (var project = withImages(2)) {
            project.edit().addCategory("ba");
            assertThatThrownBy(() -> project.edit().label(List.of(0, 5), 0))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("image = 5");
            assertThatThrownBy(() -> project.edit().label(List.of(0), 9)).hasMessageContaining("category = 9");
            assertThatThrownBy(() -> project.edit().addCategory("ba")).hasMessageContaining("merge the two?");
            assertThatThrownBy(() -> project.edit().addCategory("a\u202eb")).hasMessageContaining("nobody sees");
            assertThatThrownBy(() -> project.edit().addCategory(" ")).hasMessageContaining("1 to 100");
            assertThatThrownBy(() -> project.edit().recolourCategory(0, "red;}"))
                    .hasMessageContaining("#0072b2");
            assertThat(labels(project.view())).containsExactly("?", "?");
        }
        try (var again = Project.open(place, Pictures.NOON)) {
            assertThat(labels(again.view())).containsExactly("?", "?");
        }
    }

    @Test
    void oneProcessAtATimeHasAProjectOpenAndOthersRead() {
        try (var project = withImages(2)) {
            assertThatThrownBy(() -> Project.open(place, Pictures.NOON))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("open in another");
            project.edit().addCategory("ba");
            assertThat(Project.read(place).categories()).hasSize(1);
        }
        Project.open(place, Pictures.NOON).close();
    }

    @Test
    void aFolderOfOtherThingsIsNotMadeAProject() {
        withImages(1).close();
        assertThatThrownBy(() -> Project.create(place, "Other", Pictures.NOON)).hasMessageContaining("empty folder");
        assertThatThrownBy(() -> Project.open(folder, Pictures.NOON)).hasMessageContaining("no project");
    }
}
