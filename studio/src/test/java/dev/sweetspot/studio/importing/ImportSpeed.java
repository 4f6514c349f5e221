package dev.sweetspot.studio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Progress;
import dev.sweetspot.studio.importing.ImageImport.Keep;
import dev.sweetspot.studio.project.Pictures;
import dev.sweetspot.studio.project.Project;
import dev.sweetspot.studio.thumbnail.Rendering;
import dev.sweetspot.studio.thumbnail.Thumbnails;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long 10,000 images take to come in, with their thumbnails: {@code -Dtest=ImportSpeed -Dleft.out.tests=}. */
@Tag("slow")
class ImportSpeed {
    private static final int IMAGES = 10_000;

    @TempDir
    private Path folder;

    @Test
    void tenThousandImagesComeInWithTheirThumbnails() throws Exception {
        var in = Files.createDirectories(folder.resolve("in"));
        for (int i = 0; i < IMAGES; i++) {
            Files.write(in.resolve(i + ".png"), Pictures.png(80, 80, 0x010000 * (i % 251) + i));
        }
        var thumbnails = new Thumbnails(folder.resolve("thumbnails"));
        for (var keep : new Keep[] {Keep.REFERENCES, Keep.COPIES}) {
            try (var project = Project.create(folder.resolve(keep.name()), "Cells", Pictures.NOON)) {
                long start = System.nanoTime();
                var report = new ImageImport(
                                ImportLimits.USUAL, 4, (hash, image) -> thumbnails.put(hash, Rendering.USUAL, image))
                        .take(project, in, keep, Progress.SILENT, () -> false);
                System.out.printf("%s: %.1f s%n", keep, (System.nanoTime() - start) / 1e9);
                assertThat(report.added()).isEqualTo(IMAGES);
            }
        }
        var again = new Thumbnails(folder.resolve("thumbnails"));
        try (var project = Project.open(folder.resolve("COPIES"), Pictures.NOON)) {
            long start = System.nanoTime();
            for (var image : project.view().all()) {
                again.get(image.hash(), Rendering.USUAL, Thumbnails.SIDE, () -> {
                    throw new IllegalStateException("was made already");
                });
            }
            System.out.printf("10,000 thumbnails from disk by one thread: %.2f s%n", (System.nanoTime() - start) / 1e9);
        }
    }
}
