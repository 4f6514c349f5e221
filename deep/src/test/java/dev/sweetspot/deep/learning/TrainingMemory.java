package dev.sweetspot.deep.learning;

import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.space.Suggested;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.trial.Fidelity;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Resident memory over many trainings of configurations as a search draws them: every one another network, batch size and
 * optimiser. Docs: docs/benchmarks.md.
 */
final class TrainingMemory {
    private static final int EVERY = 50;

    private TrainingMemory() {}

    /** The arguments: how many trainings, and a folder of images. */
    public static void main(String[] arguments) throws Exception {
        int trainings = Integer.parseInt(arguments[0]);
        var images = Classifications.load(Path.of(arguments[1]));
        var space = Suggested.ranges(images.space(Families.installed()));
        var learner = new NetworkLearning(images, space, Fidelity.epochs(1), Precision.automatic());
        var encoding = Encoding.of(space);
        for (int i = 1; i <= trainings; i++) {
            var configuration = encoding.draw(new SplittableRandom(i)).orElseThrow();
            try (var model = learner.fit(configuration, i, 1, new Pace(1, Long.MAX_VALUE, (done, planned) -> {}))) {
                model.predict(learner.parts().test());
            }
            if (i % EVERY == 0) {
                var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
                System.out.printf(
                        Locale.ROOT,
                        "%d trainings: resident %d MB, of it Java's heap %d MB committed, %d MB used%n",
                        i,
                        resident() / 1024,
                        heap.getCommitted() >> 20,
                        heap.getUsed() >> 20);
            }
        }
    }

    private static long resident() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }
}
