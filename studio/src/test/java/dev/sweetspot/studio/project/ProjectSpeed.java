package dev.sweetspot.studio.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long people wait for a project of 10,000 images: {@code -Dtest=ProjectSpeed -Dleft.out.tests=}. */
@Tag("slow")
class ProjectSpeed {
    private static final int IMAGES = 10_000;

    @TempDir
    private Path folder;

    @Test
    void aProjectOfTenThousandLabelledImagesIsOpenedInLessThanASecond() throws Exception {
        var place = folder.resolve("cells");
        var times = new TreeMap<String, List<Long>>();
        try (var project = Project.create(place, "Cells", Pictures.NOON)) {
            project.edit()
                    .add(Pictures.upTo(IMAGES).stream().map(Pictures::imagined).toList(), List.of());
            for (int c = 0; c < 8; c++) {
                project.edit().addCategory("class " + c);
            }
            var random = new Random(1);
            for (int i = 0; i < IMAGES; i++) {
                int image = i;
                time(times, "label one", () -> project.edit().label(List.of(image), random.nextInt(8)));
            }
            for (int i = 0; i < 20; i++) {
                int category = i % 8;
                time(times, "label all", () -> project.edit().label(Pictures.upTo(IMAGES), category));
                time(times, "undo", project::undo);
            }
        }
        for (int i = 0; i < 9; i++) {
            time(times, "open", () -> Project.open(place, Pictures.NOON).close());
        }
        times.forEach((what, taken) -> {
            Collections.sort(taken);
            System.out.printf(
                    "%s: median %.2f ms, from %.2f to %.2f (%d times)%n",
                    what,
                    taken.get(taken.size() / 2) / 1e6,
                    taken.get(0) / 1e6,
                    taken.get(taken.size() - 1) / 1e6,
                    taken.size());
        });
        System.out.printf("journal: %,d bytes%n", Files.size(place.resolve(Journal.FILE)));
        assertThat(Duration.ofNanos(Collections.max(times.get("open")))).isLessThan(Duration.ofSeconds(1));
    }

    private static void time(Map<String, List<Long>> times, String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        times.computeIfAbsent(what, any -> new ArrayList<>()).add(System.nanoTime() - start);
    }
}
