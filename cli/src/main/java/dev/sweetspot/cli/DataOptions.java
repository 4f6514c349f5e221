package dev.sweetspot.cli;

import dev.sweetspot.data.Part;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.split.Folding;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.data.table.TableOptions;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.learning.DataSource;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.space.ChannelParameters;
import dev.sweetspot.deep.space.Hyperparameters;
import dev.sweetspot.deep.space.InputParameters;
import dev.sweetspot.deep.space.LoadingParameters;
import dev.sweetspot.deep.space.LossParameters;
import dev.sweetspot.deep.space.OptimizerParameters;
import dev.sweetspot.deep.space.TrainingSpace;
import dev.sweetspot.deep.space.TransferParameters;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The data, and which of its settings are fixed or searched. */
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
            description = "Kinds of networks to try; see: sweetspot list families.")
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
        var set = set(LoadingParameters.SEED);
        set.filter(other -> seed != 1 && other != seed).ifPresent(other -> {
            throw new InvalidInputException(
                    LoadingParameters.SEED.name(), other, "is not what --seed says: " + seed, "only one of them?");
        });
        return set.map(Integer::longValue).orElse(seed);
    }

    /** The metric that was set, where one was. */
    Optional<String> metric() {
        return set(LoadingParameters.metric());
    }

    List<String> families() {
        return families;
    }

    /** Refuses numbers that cannot be. */
    void check() {
        if (threads < 0 || threads > 1024) {
            throw new InvalidInputException("--threads", threads, "must be from 1 to 1024, or 0 for all", "0?");
        }
        size(List.of());
        splitter();
        folding();
        seed();
        metric();
        epochs();
        Families.named(families);
        task.ifPresent(Task.Kind::named);
    }

    int cores() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    /** The cores that were asked for; empty when that was left to the machine. */
    Optional<Integer> givenThreads() {
        return threads > 0 ? Optional.of(threads) : Optional.empty();
    }

    SplitData load(OutputOptions output) {
        return load(output, List.of());
    }

    /** @param sizes the sizes of images to search among: they are loaded as high and as wide as any */
    SplitData load(OutputOptions output, List<InputSize.Asked> sizes) {
        var size = size(sizes);
        var source = new DataSource(data, test, size, table(), new DataSource.Split(seed(), splitter(), folding()));
        var loaded = Loading.load(source, cores(), output);
        requireOwnSplit(LoadingParameters.VALIDATION_SHARE, loaded, Part.VALIDATION);
        requireOwnSplit(LoadingParameters.TEST_SHARE, loaded, Part.TEST);
        if (loaded.origin().given().has(Part.VALIDATION)) {
            set(LoadingParameters.FOLDS).filter(asked -> asked > 1).ifPresent(asked -> {
                throw new InvalidInputException(
                        LoadingParameters.FOLDS.name(),
                        asked,
                        "counts only where the data has no validation part of its own, and here it has one",
                        "leave it out?");
            });
        }
        return loaded;
    }

    private void requireOwnSplit(RealParameter share, SplitData loaded, Part part) {
        set(share).filter(asked -> loaded.origin().given().has(part)).ifPresent(asked -> {
            throw new InvalidInputException(
                    share.name(),
                    asked,
                    "counts only where the data has no " + part.name().toLowerCase(Locale.ROOT)
                            + " part of its own, and here it has one",
                    "leave it out?");
        });
    }

    private InputSize size(List<InputSize.Asked> sizes) {
        var asked = inputSize.or(() -> said(InputSize.NAME)).map(InputSize::parse);
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

    private Splitter splitter() {
        var usual = new Splitter();
        return new Splitter(
                set(LoadingParameters.TEST_SHARE).orElse(usual.testShare()),
                set(LoadingParameters.VALIDATION_SHARE).orElse(usual.validationShare()));
    }

    /** A share that was asked for is a single validation part. */
    private Folding folding() {
        var folds = set(LoadingParameters.FOLDS);
        var repeats = set(LoadingParameters.REPEATS);
        if (repeats.isPresent()
                && (folds.equals(Optional.of(1))
                        || set(LoadingParameters.VALIDATION_SHARE).isPresent())) {
            throw new InvalidInputException(
                    LoadingParameters.REPEATS.name(),
                    repeats.get(),
                    "counts only with " + LoadingParameters.FOLDS.name() + " of 2 or more",
                    "--set folds=5 too?");
        }
        var share = set(LoadingParameters.VALIDATION_SHARE);
        if (share.isPresent() && folds.orElse(1) > 1) {
            throw new InvalidInputException(
                    LoadingParameters.VALIDATION_SHARE.name(),
                    share.get(),
                    "counts only without " + LoadingParameters.FOLDS.name()
                            + ", which give every item to the validation once",
                    "only one of the two?");
        }
        return folds.map(count -> Folding.of(count, repeats.orElse(1)))
                .orElseGet(() -> share.isPresent() ? new Folding.None() : new Folding.Usual(repeats.orElse(1)));
    }

    private TableOptions table() {
        return new TableOptions(target, task.map(Task.Kind::named), group, Set.copyOf(categories), Set.copyOf(ignored));
    }

    /**
     * The space with what was fixed, and the defaults that go with the optimiser where only one is left; {@code epochs} is no
     * part of it.
     */
    SearchSpace fix(SearchSpace space, SearchSpace whole) {
        var result = space;
        for (var setting : fixed) {
            var pair = Setting.parse(setting);
            if (!Apart.has(pair.name())) {
                Refusals.require(whole, pair.name(), pair.value());
                result = Restriction.fix(result, whole, pair.name(), label(pair));
            }
        }
        for (var setting : fixed) {
            var pair = Setting.parse(setting);
            if (!Apart.has(pair.name())) {
                requireActive(pair, result.find(pair.name()).isPresent(), whole);
            }
        }
        return LossParameters.fitted(OptimizerParameters.fitted(result), whole);
    }

    /** The file that networks begin with is known by where it lies. */
    private static String label(Setting setting) {
        return setting.name().equals(TransferParameters.NAME)
                ? TransferParameters.label(Path.of(setting.value()))
                : setting.value();
    }

    /** The space with the file of weights and the channels that were set, and what can be set with them. */
    SearchSpace begun(SearchSpace whole) {
        boolean recoloured = fixed.stream().map(Setting::parse).anyMatch(setting -> setting.name()
                .equals(ChannelParameters.CHANNELS.name()));
        boolean images = whole.find(InputParameters.RESCALE.name()).isPresent()
                && whole.find(ChannelParameters.CHANNELS.name()).isEmpty();
        var space = recoloured && images ? whole.with(ChannelParameters.CHANNELS) : whole;
        return fixed.stream()
                .map(Setting::parse)
                .filter(setting -> setting.name().equals(TransferParameters.NAME))
                .findFirst()
                .map(setting -> TransferParameters.addTo(space, List.of(Path.of(setting.value())), false))
                .orElse(space);
    }

    /**
     * What no kind of data can take is refused before any is read, with what the first kind that knows the names says of
     * it.
     */
    void requirePossible() {
        Optional<InvalidInputException> first = Optional.empty();
        var order = Manual.spaces(blind()).stream()
                .map(this::begun)
                .sorted(Comparator.comparing(space -> -counting(space)))
                .toList();
        for (var space : order) {
            Configuration configuration;
            try {
                configuration = Encoding.of(fix(space, space)).defaults().orElseThrow();
                requireActive(configuration, space);
            } catch (InvalidInputException e) {
                first = first.isPresent() ? first : Optional.of(e);
                continue;
            }
            requireBusy(configuration);
            return;
        }
        first.ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** The task that was asked for, if it is one for which nothing is to be predicted. */
    private Optional<Task.Kind> blind() {
        return task.map(Task.Kind::named).filter(Task.Kind::blind);
    }

    /** How many of what was set count there. */
    private long counting(SearchSpace space) {
        var settings = fixed.stream()
                .map(Setting::parse)
                .filter(setting -> !Apart.has(setting.name()))
                .toList();
        var result = space;
        for (var setting : settings) {
            if (space.find(setting.name()).isPresent()) {
                try {
                    result = Restriction.fix(result, space, setting.name(), label(setting));
                } catch (InvalidInputException refused) {
                    return 0;
                }
            }
        }
        var configuration = Encoding.of(result).defaults();
        return settings.stream()
                .filter(setting ->
                        configuration.isPresent() && configuration.get().contains(setting.name()))
                .count();
    }

    /** What was set has to count in this configuration. */
    void requireActive(Configuration configuration, SearchSpace whole) {
        for (var setting : fixed) {
            var pair = Setting.parse(setting);
            if (!Apart.has(pair.name())) {
                requireActive(pair, configuration.contains(pair.name()), whole);
            }
        }
    }

    /** What was set must have something to act on, where what it acts on was set too. */
    void requireBusy(Configuration configuration) {
        for (var idle : TrainingSpace.idle(configuration)) {
            if (said(idle.cause()).isPresent()) {
                said(idle.name()).ifPresent(value -> {
                    throw new InvalidInputException(idle.name(), value, idle.why(), "--set " + idle.remedy() + "?");
                });
            }
        }
    }

    /** What was set, as it was written. */
    private Optional<String> said(String name) {
        return fixed.stream()
                .map(Setting::parse)
                .filter(setting -> setting.name().equals(name))
                .map(Setting::value)
                .reduce((earlier, later) -> later);
    }

    private static void requireActive(Setting setting, boolean active, SearchSpace whole) {
        if (!active) {
            throw Refusals.inactive(whole, setting.name(), setting.value());
        }
    }

    /** The epochs that were set, if they were. */
    Optional<Integer> epochs() {
        return set(Hyperparameters.EPOCHS);
    }

    private <T> Optional<T> set(dev.sweetspot.space.Parameter<T> parameter) {
        return fixed.stream()
                .map(Setting::parse)
                .filter(setting -> setting.name().equals(parameter.name()))
                .map(setting -> parameter.check(setting.value()))
                .reduce((earlier, later) -> later);
    }
}
