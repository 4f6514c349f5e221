package dev.sweetspot.studio.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Part;
import dev.sweetspot.data.Progress;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.studio.importing.ImageImport.Keep;
import dev.sweetspot.studio.importing.ImageImport.Seen;
import dev.sweetspot.studio.project.Category;
import dev.sweetspot.studio.project.LabelSource;
import dev.sweetspot.studio.project.Pictures;
import dev.sweetspot.studio.project.Project;
import dev.sweetspot.studio.project.ProjectImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageImportTest {
    private static final Path SAMPLE = Path.of("..", "samples", "blood-cells");

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

    private ImageReport take(Path source, Keep keep) {
        return new ImageReport(new ImageImport(ImportLimits.USUAL, 2, Seen.NOBODY)
                .take(project, source, keep, Progress.SILENT, () -> false));
    }

    /** So that tests read as sentences. */
    private record ImageReport(ImportReport report) {
        ImageReport hasAdded(int count) {
            assertThat(report.added()).isEqualTo(count);
            return this;
        }

        ImageReport hasSkipped(Skipped... files) {
            assertThat(report.skipped()).containsExactlyInAnyOrder(files);
            return this;
        }
    }

    private Path put(String path, byte[] bytes) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private List<String> shown() {
        var view = project.view();
        return view.all().stream()
                .map(image -> image.name() + " "
                        + view.label(image.number())
                                .flatMap(label -> view.category(label.category()))
                                .map(Category::name)
                                .orElse("?")
                        + view.part(image.number())
                                .map(part -> " " + part.word())
                                .orElse(""))
                .toList();
    }

    @Test
    void theSampleIsTakenInWithItsClassesAndParts() {
        var report = take(SAMPLE, Keep.COPIES).report();
        var view = project.view();
        assertThat(report.skipped()).isEmpty();
        assertThat(report.added()).isEqualTo(view.size()).isGreaterThan(100);
        assertThat(view.categories()).hasSizeGreaterThan(2);
        assertThat(view.all()).allSatisfy(image -> {
            assertThat(view.label(image.number())).isPresent();
            assertThat(view.part(image.number())).isPresent();
            assertThat(view.part(image.number()).orElseThrow() == Part.TEST)
                    .isEqualTo(image.name().startsWith("test/"));
        });
        assertThat(report.notes()).singleElement().asString().contains("no images");
    }

    @Test
    void anImportOfHundredsOfImagesIsUndoneAsOne() {
        take(SAMPLE, Keep.REFERENCES);
        assertThat(project.view().size()).isGreaterThan(256);
        project.undo();
        assertThat(project.view().size()).isZero();
        assertThat(project.view().categories()).isEmpty();
        project.redo();
        assertThat(project.view().size()).isGreaterThan(256);
    }

    @Test
    void theSameFilesAreTakenInOnceAndRemovedOnesComeBack() throws IOException {
        put("in/a/1.png", Pictures.png(12, 12, 1));
        put("in/b/copy.png", Pictures.png(12, 12, 1));
        put("in/c/2.png", Pictures.png(12, 12, 500));
        take(folder.resolve("in"), Keep.COPIES)
                .hasAdded(2)
                .hasSkipped(new Skipped("b/copy.png", "is the same file as a/1.png"));
        project.edit().remove(List.of(1));
        var again = take(folder.resolve("in"), Keep.COPIES).hasAdded(0).report();
        assertThat(again.returned()).isEqualTo(1);
        assertThat(again.known()).isEqualTo(2);
        assertThat(shown()).containsExactly("a/1.png a", "c/2.png c");
        assertThat(project.view().size()).isEqualTo(2);
    }

    @Test
    void imagesOfAFolderThatIsOnlyPointedToAreNotCopied() throws IOException {
        var file = put("in/1.png", Pictures.png(12, 12, 1));
        take(folder.resolve("in"), Keep.REFERENCES).hasAdded(1);
        assertThat(project.originals().read(project.view().image(0))).isEqualTo(Files.readAllBytes(file));
        assertThat(project.folder().resolve("originals")).doesNotExist();
        assertThat(shown()).containsExactly("1.png ?");
    }

    @Test
    void namesOfFoldersBecomeCategoriesWhateverStandsInThem() throws IOException {
        put("in/<img src=x onerror=alert(1)>/1.png", Pictures.png(12, 12, 1));
        put("in/ b\n\u202e" + "/2.png", Pictures.png(12, 12, 300));
        put("in/" + "x".repeat(150) + "/3.png", Pictures.png(12, 12, 600));
        take(folder.resolve("in"), Keep.COPIES).hasAdded(3);
        assertThat(project.view().categories())
                .extracting(Category::name)
                .containsExactlyInAnyOrder("<img src=x onerror=alert(1)>", "b\\n\\u202e", "x".repeat(100));
        assertThat(project.view().label(0).orElseThrow().source()).isEqualTo(new LabelSource.Imported("in"));
    }

    @Test
    void anArchiveIsTakenInWithItsFolders() throws IOException {
        var zip = folder.resolve("cells.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var name : List.of("cells/a/1.png", "cells/b/2.png")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(Pictures.png(12, 12, name.hashCode() & 0xffff));
            }
        }
        take(zip, Keep.COPIES).hasAdded(2);
        assertThat(shown()).containsExactly("cells/a/1.png a", "cells/b/2.png b");
    }

    @Test
    void whatCannotBeReadIsSkippedAndSaidAndKeptInTheProject() throws IOException {
        put("in/good.png", Pictures.png(12, 12, 1));
        put("in/empty.png", new byte[0]);
        put("in/text.png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
        var cut = Pictures.png(50, 50, 7);
        put("in/cut.png", Arrays.copyOf(cut, cut.length / 2));
        take(folder.resolve("in"), Keep.COPIES)
                .hasAdded(1)
                .hasSkipped(
                        new Skipped("empty.png", "is empty"),
                        new Skipped("text.png", "is no PNG, JPEG, BMP, GIF or TIFF"),
                        new Skipped("cut.png", "is damaged or ends too early"));
        assertThat(project.view().skipped()).hasSize(3);
    }

    @Test
    void moreThanTheLimitsIsRefusedBeforeAnythingIsTakenIn() throws IOException {
        for (int i = 0; i < 4; i++) {
            put("in/" + i + ".png", Pictures.png(12, 12, 100 * i));
        }
        var few = new ImageImport(new ImportLimits(3, 9, 1 << 20, ImportLimits.USUAL.longest()), 1, Seen.NOBODY);
        assertThatThrownBy(() -> few.take(project, folder.resolve("in"), Keep.COPIES, Progress.SILENT, () -> false))
                .hasMessageContaining("at most 3 are taken in at once");
        assertThat(project.view().all()).isEmpty();

        var small = new ImageImport(new ImportLimits(9, 9, 50, ImportLimits.USUAL.longest()), 1, Seen.NOBODY);
        assertThat(small.take(project, folder.resolve("in"), Keep.COPIES, Progress.SILENT, () -> false)
                        .skipped())
                .hasSize(4)
                .allSatisfy(file -> assertThat(file.reason()).contains("is larger than"));
    }

    @Test
    void anImportThatIsStoppedKeepsWhatIsIn() {
        var asked = new AtomicInteger();
        new ImageImport(ImportLimits.USUAL, 2, Seen.NOBODY)
                .take(project, SAMPLE, Keep.REFERENCES, Progress.SILENT, () -> asked.getAndIncrement() > 0);
        assertThat(project.view().all()).hasSize(256);
    }

    @Test
    void whatIsSeenOfAnImageSaysWhetherItLooksLikeAnother() throws IOException {
        put("in/1.png", Pictures.png(12, 12, 1));
        put("in/2.bmp", bmp());
        take(folder.resolve("in"), Keep.COPIES).hasAdded(2);
        assertThat(project.view().all())
                .extracting(ProjectImage::facts)
                .extracting(facts -> facts.look())
                .satisfies(looks -> assertThat(looks.get(0)).isEqualTo(looks.get(1)));
    }

    private static byte[] bmp() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(Pictures.png(12, 12, 1)));
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "bmp", out);
        return out.toByteArray();
    }
}
