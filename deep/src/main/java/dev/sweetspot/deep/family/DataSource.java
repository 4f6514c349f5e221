package dev.sweetspot.deep.family;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.format.DataSets;
import dev.sweetspot.data.format.LoadOptions;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.study.Seeds;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where data comes from and how it is split: as much as another process needs to have the same items in the same parts.
 *
 * @param path what {@link DataSets} can load
 * @param test a test part that lies elsewhere
 * @param inputSize the side that every image gets; empty to follow the data, and for other data
 * @param split who is in which part, where the data does not say
 */
public record DataSource(Path path, Optional<Path> test, OptionalInt inputSize, Split split) {
    /**
     * A split that can be drawn again.
     *
     * @param seed the study's: the draw follows from it
     */
    public record Split(long seed, Splitter splitter) {
        /** The usual shares. */
        public Split(long seed) {
            this(seed, new Splitter());
        }
    }

    /** Makes the paths those that every working folder knows. */
    public DataSource {
        path = path.toAbsolutePath().normalize();
        test = test.map(elsewhere -> elsewhere.toAbsolutePath().normalize());
    }

    /** The same data after it has moved. */
    public DataSource at(Path newPath) {
        return new DataSource(newPath, test, inputSize, split);
    }

    /**
     * Loads and splits.
     *
     * @param threads how many threads decode, at least 1
     * @throws dev.sweetspot.form.InvalidInputException when nothing usable lies there
     */
    public SplitData load(int threads, Progress progress) {
        var loaded = DataSets.open(path, test, new LoadOptions(inputSize, threads, progress));
        var random = Seeds.generator(Seeds.of(split.seed(), 0, Seeds.Purpose.SPLIT));
        var parts = split.splitter().split(loaded.set(), loaded.given(), random);
        return SplitData.of(Optional.of(this), loaded, parts);
    }

    MapForm toForm() {
        var shares = new LinkedHashMap<String, Form>();
        shares.put("seed", Form.of(split.seed()));
        shares.put("test_share", Form.of(split.splitter().testShare()));
        shares.put("validation_share", Form.of(split.splitter().validationShare()));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("path", Form.of(path.toString()));
        test.ifPresent(elsewhere -> entries.put("test", Form.of(elsewhere.toString())));
        inputSize.ifPresent(size -> entries.put("input_size", Form.of(size)));
        entries.put("split", Form.of(shares));
        return Form.of(entries);
    }

    static DataSource fromForm(Fields fields) {
        var split = fields.map("split");
        return new DataSource(
                Path.of(fields.text("path")),
                fields.findText("test").map(Path::of),
                fields.find("input_size").isPresent()
                        ? OptionalInt.of(fields.integer("input_size"))
                        : OptionalInt.empty(),
                new Split(
                        split.whole("seed"),
                        new Splitter(split.number("test_share"), split.number("validation_share"))));
    }
}
