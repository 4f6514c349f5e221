package dev.sweetspot.deep.training;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.training.augmentation.Augmentation;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.deep.training.augmentation.Brightness;
import dev.sweetspot.deep.training.augmentation.Crop;
import dev.sweetspot.deep.training.augmentation.Cutout;
import dev.sweetspot.deep.training.augmentation.Flip;
import dev.sweetspot.deep.training.augmentation.Mixup;
import dev.sweetspot.deep.training.augmentation.Noise;
import dev.sweetspot.deep.training.augmentation.Rotation;
import dev.sweetspot.deep.training.augmentation.Zoom;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What changing images costs: the reference network of {@link TrainingSpeed}, its images changed in different ways, in turns
 * within one run; and the processor time of preparing images alone. Arguments: threads, batch size, precision, rounds. Docs:
 * docs/benchmarks.md.
 */
final class AugmentationSpeed {
    private static final int IMAGES = 10_000;

    private AugmentationSpeed() {}

    private static Map<String, Augmentations> ways() {
        Augmentation[] six = {
            new Flip(Flip.Direction.HORIZONTAL),
            new Zoom(0.1),
            new Rotation(15),
            new Crop(4),
            new Brightness(0.2),
            new Cutout(0.3)
        };
        var more = new ArrayList<>(Arrays.asList(six));
        more.add(new Noise(0.1));
        more.add(new Mixup(0.2));
        var ways = new LinkedHashMap<String, Augmentations>();
        ways.put("none", Augmentations.NONE);
        ways.put("flip, crop", Augmentations.of(new Flip(Flip.Direction.HORIZONTAL), new Crop(4)));
        ways.put("all six", Augmentations.of(six));
        ways.put("six, noise, mix-up", Augmentations.of(more.toArray(Augmentation[]::new)));
        return ways;
    }

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[0]);
        int batch = Integer.parseInt(arguments[1]);
        var precision = Precision.valueOf(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        var set = RandomImages.of(IMAGES, new ImageShape(32, 32, 3), Depth.U8, 10);
        var all = IntStream.range(0, IMAGES).toArray();
        var plain = new ImageExamples(set, RandomImages.statistics(set));
        ways().forEach((name, way) -> System.out.printf(
                Locale.ROOT,
                "%-20s %.1f us an image to prepare%n",
                name,
                preparing(plain.with(way), precision.type())));
        var trainings = new ArrayList<Training>();
        for (var way : ways().values()) {
            var setting = new Training.Setting(plain.with(way), all, threads, precision);
            trainings.add(new Training(
                    TrainingSpeed.network(), TrainingSpeed.recipe(batch), setting, 1, 1000, Optional.empty()));
        }
        var rates = new double[trainings.size()][rounds];
        var own = new double[trainings.size()][rounds];
        for (int round = -1; round < rounds; round++) {
            for (int i = 0; i < rates.length; i++) {
                long before = ownNanos();
                int steps = Math.max(10, 3200 / batch);
                double rate = rate(trainings.get(i), batch, steps);
                if (round >= 0) {
                    rates[i][round] = rate;
                    own[i][round] = (ownNanos() - before) / 1e3 / ((double) steps * batch);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d threads, batch %d, %s, load %s%n",
                threads,
                batch,
                precision,
                Files.readString(Path.of("/proc/loadavg")).strip());
        int i = 0;
        for (var name : ways().keySet()) {
            int way = i++;
            var ratios = IntStream.range(0, rounds)
                    .mapToDouble(round -> rates[way][round] / rates[0][round])
                    .sorted()
                    .toArray();
            Arrays.sort(own[way]);
            System.out.printf(
                    Locale.ROOT,
                    "%-20s median %.0f images/s, ratio to none: median %.3f, quartiles %.3f and %.3f; %.0f us of processors an image%n",
                    name,
                    Arrays.stream(rates[way].clone()).sorted().toArray()[rounds / 2],
                    ratios[rounds / 2],
                    ratios[rounds / 4],
                    ratios[rounds * 3 / 4],
                    own[way][rounds / 2]);
        }
        trainings.forEach(Training::close);
    }

    /** What this process has taken of all processors: it does not count what others do meanwhile. */
    private static long ownNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static double rate(Training training, int batch, int steps) throws InterruptedException {
        long begin = System.nanoTime();
        for (int done = 0; done < steps; ) {
            done += training.advance(steps - done, Long.MAX_VALUE).steps();
        }
        return steps * (double) batch / ((System.nanoTime() - begin) / 1e9);
    }

    /** Of one processor, whatever else runs on the machine. */
    private static double preparing(ImageExamples examples, ElementType type) {
        var clock = ManagementFactory.getThreadMXBean();
        var random = new SplittableRandom(1);
        try (var scope = Scope.open();
                var batch = new Batch(64, examples.shape(), type, examples.targets())) {
            assert scope != null;
            var writer = examples.writer(type);
            double best = Double.MAX_VALUE;
            for (int round = 0; round < 20; round++) {
                long begin = clock.getCurrentThreadCpuTime();
                for (int i = 0; i < 50; i++) {
                    writer.fill(batch, IntStream.range(64 * i, 64 * i + 64).toArray(), random);
                }
                best = Math.min(best, (clock.getCurrentThreadCpuTime() - begin) / 1e3 / (50 * 64));
            }
            return best;
        }
    }
}
