package dev.sweetspot.studio.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Part;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.studio.project.Category;
import dev.sweetspot.studio.project.ImageFacts;
import dev.sweetspot.studio.project.LabelSource;
import dev.sweetspot.studio.project.NewImage;
import dev.sweetspot.studio.project.Pictures;
import dev.sweetspot.studio.project.Project;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewTest {
    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void create() {
        project = Project.create(folder.resolve("project"), "Cells", Pictures.NOON);
    }

    @AfterEach
    void close() {
        project.close();
    }

    private void images(int count) {
        project.edit().add(Pictures.upTo(count).stream().map(Pictures::imagined).toList(), List.of());
    }

    private void label(int from, int to, String name) {
        var labels = new LinkedHashMap<Integer, String>();
        for (int i = from; i < to; i++) {
            labels.put(i, name);
        }
        project.edit().labelByName(labels, new LabelSource.Person());
    }

    @Test
    void theBalanceCountsEachCategoryInEachPartAndTheUnknown() {
        images(6);
        label(0, 3, "ba");
        label(3, 4, "eo");
        project.edit().assign(List.of(0), Optional.of(Part.TEST));
        project.edit().remove(List.of(5));
        var rows = Balance.of(project.view()).rows();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).category().map(Category::name)).contains("ba");
        assertThat(rows.get(0).test()).isEqualTo(1);
        assertThat(rows.get(0).unassigned()).isEqualTo(2);
        assertThat(rows.get(1).all()).isEqualTo(1);
        assertThat(rows.get(2).category()).isEmpty();
        assertThat(rows.get(2).all()).isEqualTo(1);
    }

    private void add(String name, ImageFacts facts) {
        project.edit()
                .add(
                        List.of(new NewImage(
                                name, String.format("%064x", name.hashCode()), 1, facts, Optional.empty())),
                        List.of());
    }

    @Test
    void problemsAreSeen() {
        add("good", new ImageFacts(20, 20, 1, 8, "0".repeat(32), false));
        add("tiny", new ImageFacts(20, 7, 1, 8, "1".repeat(32), false));
        add("blank", new ImageFacts(20, 20, 1, 8, "2".repeat(32), true));
        add("colour", new ImageFacts(20, 20, 3, 8, "3".repeat(32), false));
        add("copy 1", new ImageFacts(20, 20, 1, 8, "4".repeat(32), false));
        add("copy 2", new ImageFacts(20, 20, 1, 8, "4".repeat(32), false));
        assertThat(Problems.in(project.view()).of())
                .isEqualTo(Map.of(
                        1, Set.of(Problem.TINY),
                        2, Set.of(Problem.BLANK),
                        3, Set.of(Problem.CHANNELS),
                        4, Set.of(Problem.COPY),
                        5, Set.of(Problem.COPY)));
        label(4, 5, "ba");
        label(5, 6, "eo");
        assertThat(Problems.in(project.view()).of()).containsEntry(4, Set.of(Problem.CONFLICT));
    }

    @Test
    void everyCategoryHasItsShareOfEveryPartAndUnknownImagesAreInNone() {
        images(120);
        label(0, 100, "often");
        label(100, 110, "rare");
        var drawn = ProjectSplit.draw(project.view(), new Splitter(), false, new SplittableRandom(3));
        project.edit().assign(drawn);
        var rows = Balance.of(project.view()).rows();
        assertThat(rows.get(0).test()).isEqualTo(20);
        assertThat(rows.get(0).validation()).isEqualTo(16);
        assertThat(rows.get(1).test()).isEqualTo(2);
        assertThat(rows.get(1).validation()).isEqualTo(2);
        assertThat(rows.get(2).unassigned()).isEqualTo(10);
        assertThat(project.view().steps().undo()).contains("split 110 images");
    }

    @Test
    void aTestPartThatIsKeptIsTheSameAfterwards() {
        images(60);
        label(0, 30, "a");
        label(30, 60, "b");
        project.edit().assign(List.of(1, 2, 33, 34), Optional.of(Part.TEST));
        var drawn = ProjectSplit.draw(project.view(), new Splitter(), true, new SplittableRandom(3));
        assertThat(drawn.entrySet())
                .filteredOn(entry -> entry.getValue() == Part.TEST)
                .extracting(Map.Entry::getKey)
                .containsExactly(1, 2, 33, 34);
    }

    @Test
    void nothingToSplitSaysWhatToDo() {
        images(3);
        assertThatThrownBy(() -> ProjectSplit.draw(project.view(), new Splitter(), false, new SplittableRandom(3)))
                .hasMessageContaining("label some first");
    }
}
