package dev.sweetspot.cli;

import dev.sweetspot.deep.family.ImageSource;
import dev.sweetspot.deep.family.SplitImages;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The data, and which of its settings are fixed or searched. */
final class DataOptions {
    @Parameters(
            index = "0",
            paramLabel = "DATA",
            description = "A folder with a folder for each class, such a folder in a .zip or .tar.gz, CIFAR-10 binary "
                    + "files, or a folder of IDX files. A train/ and a test/ folder are respected.")
    @SuppressWarnings("NullAway.Init") // required
    private Path data;

    @Option(
            names = "--set",
            paramLabel = "n=v",
            description =
                    "Fix a hyperparameter: --set learning_rate=0.01 (repeatable). See: sweetspot list parameters.")
    private List<String> fixed = new ArrayList<>();

    @Option(names = "--input-size", paramLabel = "PIXELS", description = "Resize every image to so many pixels a side.")
    private Optional<Integer> inputSize = Optional.empty();

    @Option(names = "--family", split = ",", paramLabel = "NAME", description = "Kinds of networks to try: cnn, mlp.")
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

    long seed() {
        return seed;
    }

    List<String> families() {
        return families;
    }

    int cores() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    /** The cores that were asked for; empty when that was left to the machine. */
    Optional<Integer> givenThreads() {
        return threads > 0 ? Optional.of(threads) : Optional.empty();
    }

    SplitImages load(OutputOptions output) {
        var size = inputSize.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        return Loading.load(
                new ImageSource(data, Optional.empty(), size, new ImageSource.Split(seed)), cores(), output);
    }

    /** The space with what was fixed; {@code epochs} is no part of it. */
    SearchSpace fix(SearchSpace space, SearchSpace whole) {
        var result = space;
        for (var setting : fixed) {
            var pair = Setting.parse(setting);
            if (!pair.name().equals("epochs")) {
                result = Restriction.fix(result, whole, pair.name(), pair.value());
            }
        }
        return result;
    }

    /** The epochs that were set, if they were. */
    Optional<Integer> epochs() {
        return fixed.stream()
                .map(Setting::parse)
                .filter(setting -> setting.name().equals("epochs"))
                .map(setting -> Parameter.integer("epochs", 1, 300).check(setting.value()))
                .findFirst();
    }
}
