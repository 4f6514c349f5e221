package dev.sweetspot.benchmarks.speed;

import dev.sweetspot.deep.space.OptimizerParameters;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.deep.training.augmentation.Brightness;
import dev.sweetspot.deep.training.augmentation.Crop;
import dev.sweetspot.deep.training.augmentation.Cutout;
import dev.sweetspot.deep.training.augmentation.Flip;
import dev.sweetspot.deep.training.augmentation.Rotation;
import dev.sweetspot.deep.training.augmentation.Zoom;
import dev.sweetspot.deep.training.optimizer.Optimizer;
import dev.sweetspot.form.InvalidInputException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command: images, rows and series a second of small networks, in turns with other programs, or what they learn. */
@Command(
        name = "speed",
        mixinStandardHelpOptions = true,
        description =
                "Examples a second of small networks through the real loop, loading and changing of examples included; "
                        + "with --epochs, what they have learnt then.")
public final class TrainingSpeed implements Callable<Integer> {
    private static final int WARM_STEPS = 40;

    @Option(
            names = "--rows",
            split = ",",
            paramLabel = "NETWORK-BATCH",
            description = "What is measured: cnn, resnet, mlp, lstm or gru, and a batch size "
                    + "(default: cnn-64,cnn-256,mlp-32,lstm-32,resnet-64).")
    private List<String> rows = List.of("cnn-64", "cnn-256", "mlp-32", "lstm-32", "resnet-64");

    @Option(names = "--threads", paramLabel = "N", description = "Of each training.", defaultValue = "2")
    private int threads = 2;

    @Option(
            names = "--precision",
            paramLabel = "WORD",
            description = "automatic, float32 or bfloat16.",
            defaultValue = "automatic")
    private String precision = "automatic";

    @Option(
            names = "--changes",
            paramLabel = "WORD",
            description =
                    "How images are changed at random: none, usual (flip, crop), or all (and zoom, rotation, brightness, "
                            + "cut-out).",
            defaultValue = "usual")
    private String changes = "usual";

    @Option(names = "--optimizer", paramLabel = "NAME", description = "Another than sgd for images and adam else.")
    private Optional<String> optimizer = Optional.empty();

    @Option(names = "--turns", paramLabel = "N", description = "How often each is measured.", defaultValue = "3")
    private int turns = 3;

    @Option(names = "--windows", paramLabel = "N", description = "Looks at the clock in a turn.", defaultValue = "8")
    private int windows = 8;

    @Option(
            names = "--warm",
            paramLabel = "SECONDS",
            description = "Of training before the first look at the clock.",
            defaultValue = "2")
    private double warm = 2;

    @Option(
            names = "--other",
            paramLabel = "NAME=COMMAND",
            description =
                    "A program that is measured in turns with this one and prints its steps a second; {network}, {batch} "
                            + "and {threads} in the command are filled in.")
    private List<String> others = new ArrayList<>();

    @Option(
            names = "--other-rate",
            paramLabel = "REGEX",
            description = "Where the steps a second stand in what it prints.",
            defaultValue = "median ([0-9.]+)")
    private String otherRate = "median ([0-9.]+)";

    @Option(names = "--images", paramLabel = "PATH", description = "Images to learn from (default: random ones).")
    private Optional<Path> images = Optional.empty();

    @Option(
            names = "--table",
            paramLabel = "PATH",
            description = "A table, or images whose pixels are its columns (default: random numbers).")
    private Optional<Path> table = Optional.empty();

    @Option(names = "--series", paramLabel = "PATH", description = "Series to learn from (default: random ones).")
    private Optional<Path> series = Optional.empty();

    @Option(names = "--series-test", paramLabel = "PATH", description = "Series to be tested on.")
    private Optional<Path> seriesTest = Optional.empty();

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "Learn from so many of a file, at even distances.",
            defaultValue = "2147483647")
    private int most = Integer.MAX_VALUE;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description =
                    "Do not measure time: train for so long and print the accuracy on the test part of the files.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--seeds", split = ",", paramLabel = "N", description = "Of the trainings with --epochs.")
    private List<Long> seeds = List.of(1L, 2L, 3L);

    private final Map<Sketch.Kind, Material> materials = new EnumMap<>(Sketch.Kind.class);

    /** Runs it; the table goes to standard output at the end. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TrainingSpeed())
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    if (!(e instanceof InvalidInputException)) {
                        throw e;
                    }
                    System.err.println("speed: " + e.getMessage());
                    return 2;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        var asked = rows.stream().map(Row::named).toList();
        if (epochs.isPresent()) {
            for (var row : asked) {
                learn(row, epochs.get());
            }
            return 0;
        }
        var pattern = Pattern.compile(otherRate);
        var programs =
                others.stream().map(each -> OtherProgram.named(each, pattern)).toList();
        var measured = new LinkedHashMap<Row, Map<String, List<Double>>>();
        for (int turn = 1; turn <= turns; turn++) {
            for (var row : asked) {
                var ours = rate(row);
                var line = new StringBuilder(String.format(
                        Locale.ROOT,
                        "turn %d %s %s: %.0f a second (best %.0f, least %.0f of %d windows; %.1f us of processors each)",
                        turn,
                        row.word(),
                        precision(row).word(),
                        ours.rates().median(),
                        ours.rates().best(),
                        ours.rates().least(),
                        windows,
                        ours.ownMicros()));
                var columns = measured.computeIfAbsent(row, none -> new LinkedHashMap<>());
                columns.computeIfAbsent("", none -> new ArrayList<>())
                        .add(ours.rates().median());
                for (var program : programs) {
                    double theirs = program.examplesASecond(row, threads);
                    columns.computeIfAbsent(program.name(), none -> new ArrayList<>())
                            .add(theirs);
                    line.append(String.format(
                            Locale.ROOT,
                            ", %s %.0f, ratio %.2f",
                            program.name(),
                            theirs,
                            ours.rates().median() / theirs));
                }
                System.out.println(line);
            }
        }
        System.out.println(table(measured, programs));
        return 0;
    }

    private String table(Map<Row, Map<String, List<Double>>> measured, List<OtherProgram> programs) {
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%d threads, medians of %d turns; ratios: median (least to greatest)%n%n",
                threads,
                turns));
        text.append("| examples a second | precision | ours |");
        programs.forEach(program -> text.append(' ').append(program.name()).append(" | ours to it |"));
        text.append("\n|---|---|---|")
                .append("---|---|".repeat(programs.size()))
                .append('\n');
        measured.forEach((row, columns) -> {
            var ours = columns.getOrDefault("", List.of());
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.0f |",
                    row.word(),
                    precision(row).word(),
                    Rates.of(ours).median()));
            for (var program : programs) {
                var theirs = columns.getOrDefault(program.name(), List.of());
                var ratios = new ArrayList<Double>();
                for (int i = 0; i < theirs.size(); i++) {
                    ratios.add(ours.get(i) / theirs.get(i));
                }
                text.append(String.format(
                        Locale.ROOT,
                        " %.0f | %s |",
                        Rates.of(theirs).median(),
                        Rates.of(ratios).ratio()));
            }
            text.append('\n');
        });
        return text.toString();
    }

    /**
     * What was measured in a turn.
     *
     * @param rates examples a second
     * @param ownMicros what the process took of all processors for an example: other work on the machine hardly changes it
     */
    private record Turn(Rates rates, double ownMicros) {}

    private Turn rate(Row row) throws InterruptedException {
        var recipe = row.recipe(optimizer());
        try (var training = row.training(material(row), recipe, threads, precision(row), 1)) {
            long begin = System.nanoTime();
            do {
                training.advance(WARM_STEPS, Long.MAX_VALUE);
            } while (System.nanoTime() - begin < warm * 1e9);
            int steps = row.sketch().stepsOfAWindow(row.batch());
            var rates = new double[windows];
            long before = ownNanos();
            for (int window = 0; window < windows; window++) {
                long start = System.nanoTime();
                for (int done = 0; done < steps; ) {
                    done += training.advance(steps - done, Long.MAX_VALUE).steps();
                }
                rates[window] = steps * (double) row.batch() / ((System.nanoTime() - start) / 1e9);
            }
            double seen = (double) windows * steps * row.batch();
            return new Turn(Rates.of(rates), (ownNanos() - before) / 1e3 / seen);
        }
    }

    private static long ownNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void learn(Row row, int length) throws InterruptedException {
        var material = material(row);
        if (material.test().length == 0) {
            throw new InvalidInputException(
                    row.word(),
                    material.examples().shape(),
                    "has nothing to be tested on",
                    "--images, --table or --series?");
        }
        var recipe = row.recipe(optimizer());
        var accuracies = new ArrayList<Double>();
        for (long seed : seeds) {
            try (var training = row.training(material, recipe, threads, precision(row), seed)) {
                while (training.epochs() < length) {
                    training.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
                }
                accuracies.add(material.accuracy(training.predict(material.test())));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s %s, seed %d, %d epochs: accuracy %.4f%n",
                    row.word(),
                    precision(row).word(),
                    seed,
                    length,
                    accuracies.get(accuracies.size() - 1));
        }
        var all = Rates.of(accuracies);
        System.out.printf(
                Locale.ROOT,
                "%s %s, %d epochs of %d, tested on %d: mean accuracy %.4f, standard deviation %.4f over %d seeds%n",
                row.word(),
                precision(row).word(),
                length,
                material.training().length,
                material.test().length,
                all.mean(),
                all.deviation(),
                seeds.size());
    }

    private Optional<Optimizer> optimizer() {
        return optimizer.map(OptimizerParameters.OPTIMIZERS::named);
    }

    private Precision precision(Row row) {
        return precision.equals("automatic") ? row.usualPrecision() : Precision.named(precision);
    }

    private Material material(Row row) {
        return materials.computeIfAbsent(row.sketch().kind(), kind -> {
            var path =
                    switch (kind) {
                        case IMAGES -> images;
                        case ROWS -> table;
                        case SERIES -> series;
                    };
            var test = kind == Sketch.Kind.SERIES ? seriesTest : Optional.<Path>empty();
            return path.isPresent()
                    ? Material.of(path.get(), test, kind, most, augmentations())
                    : Material.random(kind, augmentations());
        });
    }

    private Augmentations augmentations() {
        var flip = new Flip(Flip.Direction.HORIZONTAL);
        return switch (changes) {
            case "none" -> Augmentations.NONE;
            case "usual" -> Augmentations.of(flip, new Crop(4));
            case "all" ->
                Augmentations.of(
                        flip, new Zoom(0.1), new Rotation(15), new Crop(4), new Brightness(0.2), new Cutout(0.3));
            default -> throw new InvalidInputException("--changes", changes, "must be none, usual or all", "usual?");
        };
    }
}
