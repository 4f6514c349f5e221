package dev.sweetspot.cli;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.data.split.Outer;
import dev.sweetspot.data.table.TableOptions;
import dev.sweetspot.data.table.TimeOrder;
import dev.sweetspot.deep.space.Hyperparameters;
import dev.sweetspot.deep.space.LoadingParameters;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The data, how it is read, and what is set. */
final class DataOptions {
    @Parameters(
            index = "0",
            paramLabel = "DATA",
            description = "Images: a folder with a folder for each class, such a folder in a .zip or .tar.gz, CIFAR-10 "
                    + "binary files, or a folder of IDX files; a train/ and a test/ folder are respected. A table: a .csv "
                    + "file (.tsv, .csv.gz) with a header. Series: such a file with the columns series, step, one for "
                    + "each channel, and label.")
    @SuppressWarnings("NullAway.Init") // required
    private Path data;

    @Option(
            names = "--set",
            split = "\n",
            paramLabel = "n=v",
            description =
                    "Fix a hyperparameter: --set learning_rate=0.01 (repeatable). See: sweetspot list parameters.")
    private List<String> fixed = new ArrayList<>();

    @Option(
            names = "--test",
            paramLabel = "PATH",
            description =
                    "Data of the same kind to measure the winner with; it is looked at once, at the end (default: "
                            + "the test/ folder of DATA, or a part of it that is set aside).")
    private Optional<Path> test = Optional.empty();

    @Option(
            names = "--target",
            paramLabel = "COLUMN",
            description = "The column of a table or of series that is to be predicted (default: the last one).")
    private Optional<String> target = Optional.empty();

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description =
                    "classification or regression (default: as the target looks; texts and a few whole numbers are "
                            + "classes), or reconstruction: nothing is predicted, a network learns to make the data again "
                            + "from little, and what it makes badly is unlike the rest; or generation: two networks learn from each other to "
                            + "draw new images like those of the data. Images need no folders then.")
    private Optional<String> task = Optional.empty();

    @Option(
            names = "--group",
            paramLabel = "COLUMN",
            description = "A column of a table whose equal values belong together, such as patients: all rows of a "
                    + "group go into the same part, and the column is not learnt from.")
    private Optional<String> group = Optional.empty();

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            description =
                    "A column of numbers or dates of a table that says when each row was, or row for the order of the "
                            + "rows: what is earlier is learnt from, what is later is judged by, the last part is the test. The "
                            + "column is not learnt from.")
    private Optional<String> time = Optional.empty();

    @Option(
            names = "--gap",
            paramLabel = "N",
            description =
                    "With --time: so many different moments between what is learnt from and what is judged by are left "
                            + "out (default: 0).",
            defaultValue = "0")
    private int gap;

    @Option(
            names = "--category",
            paramLabel = "COLUMN",
            split = "[,\\n]",
            splitSynopsisLabel = ",",
            description = "Columns of a table whose values are names, even if they look like numbers: a,b.")
    private List<String> categories = List.of();

    @Option(
            names = "--ignore",
            paramLabel = "COLUMN",
            split = "[,\\n]",
            splitSynopsisLabel = ",",
            description = "Columns of a table or of series that are left out: a,b.")
    private List<String> ignored = List.of();

    @Option(
            names = "--input-size",
            paramLabel = "PIXELS",
            description = "Resize every image to so many pixels a side, or to height x width: 24x48.")
    private Optional<String> inputSize = Optional.empty();

    @Option(
            names = "--family",
            split = "[,\\n]",
            splitSynopsisLabel = ",",
            paramLabel = "NAME",
            description =
                    "Kinds of models to try, networks or classical models: cnn,resnet or xgboost,linear; all: every "
                            + "kind that learns from tables (default: the usual networks). See: sweetspot list families.")
    private List<String> families = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "From which all random choices follow (default: 1).",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many processor cores to use (default: all).",
            defaultValue = "0")
    private int threads;

    private Optional<Outer> outer = Optional.empty();

    /** From now on an outer fold of a nested validation is the test part. */
    void keepFrom(Outer fold) {
        outer = Optional.of(fold);
    }

    /** Whether parts follow time. */
    boolean byTime() {
        return time.isPresent();
    }

    /** Data of its own for the test. */
    Optional<Path> test() {
        return test;
    }

    /** What is set. */
    FixedSettings settings() {
        return FixedSettings.parse(fixed);
    }

    private SplitSettings split() {
        return new SplitSettings(settings(), !families().ofNetworks());
    }

    Path path() {
        return data;
    }

    /** What studies of this data are called after: the last part of its path, in plain letters. */
    String stem() {
        var last = data.toAbsolutePath().normalize().getFileName();
        return last == null ? "data" : last.toString().replaceAll("[^A-Za-z0-9_-]+", "-");
    }

    /** @throws InvalidInputException when --seed and --set seed say different things */
    long seed() {
        var set = settings().value(LoadingParameters.SEED);
        set.filter(other -> seed != 1 && other != seed).ifPresent(other -> {
            throw new InvalidInputException(
                    LoadingParameters.SEED.name(), other, "is not what --seed says: " + seed, "only one of them?");
        });
        return set.map(Integer::longValue).orElse(seed);
    }

    /** The metric that was set, where one was. */
    Optional<String> metric() {
        return settings().value(LoadingParameters.metric());
    }

    FamilyChoice families() {
        return FamilyChoice.of(families);
    }

    /** Refuses numbers that cannot be. */
    void check() {
        if (threads < 0 || threads > 1024) {
            throw new InvalidInputException("--threads", threads, "must be from 1 to 1024, or 0 for all", "0?");
        }
        size(List.of());
        split().check();
        seed();
        metric();
        epochs();
        families();
        task.ifPresent(Task.Kind::named);
        if (gap != 0 && time.isEmpty()) {
            throw new InvalidInputException("--gap", gap, "goes with --time only", "--time COLUMN too?");
        }
        table();
    }

    int cores() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    /** The cores that were asked for; empty when that was left to the machine. */
    Optional<Integer> givenThreads() {
        return threads > 0 ? Optional.of(threads) : Optional.empty();
    }

    Divided load(OutputOptions output) {
        return load(output, List.of());
    }

    /** @param sizes the sizes of images to search among: they are loaded as high and as wide as any */
    Divided load(OutputOptions output, List<InputSize.Asked> sizes) {
        var size = size(sizes);
        var source = new DataSource(
                data, test, size, table(), new DataSource.Split(seed(), split().splitter(), split().folding(), outer));
        var loaded = Loading.load(source, cores(), output);
        split().requireOwn(loaded.loaded().given());
        return loaded;
    }

    private InputSize size(List<InputSize.Asked> sizes) {
        var asked = inputSize.or(() -> settings().text(InputSize.NAME)).map(InputSize::parse);
        asked.filter(size -> !sizes.isEmpty()).ifPresent(size -> {
            throw new InvalidInputException(InputSize.NAME, size, "cannot be set and searched", "only --search?");
        });
        if (asked.isPresent()) {
            return asked.get();
        }
        return sizes.stream()
                .reduce((one, other) -> new InputSize.Asked(
                        Math.max(one.height(), other.height()), Math.max(one.width(), other.width())))
                .<InputSize>map(largest -> largest)
                .orElseGet(InputSize::ofData);
    }

    private TableOptions table() {
        return new TableOptions(
                target,
                task.map(Task.Kind::named),
                group,
                time.map(column -> new TimeOrder(column, gap)),
                Set.copyOf(categories),
                Set.copyOf(ignored));
    }

    /** Refuses what no kind of data can take, before any is read. */
    void requirePossible() {
        settings().requirePossible(task.map(Task.Kind::named).filter(Task.Kind::blind));
    }

    /** The epochs that were set, if they were. */
    Optional<Integer> epochs() {
        return settings().value(Hyperparameters.EPOCHS);
    }
}
