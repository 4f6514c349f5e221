package dev.sweetspot.data.source;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Progress;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.DataSets;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.format.LoadOptions;
import dev.sweetspot.data.split.Folding;
import dev.sweetspot.data.split.Outer;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.data.table.TableOptions;
import dev.sweetspot.data.table.TimeOrder;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.study.Seeds;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where data comes from and how it is split: as much as another process needs to have the same items in the same parts.
 *
 * @param path what {@link DataSets} can load
 * @param test a test part that lies elsewhere
 * @param inputSize height and width that every image gets; that of the data for other data
 * @param table what a person said about the task, and about the columns of a table
 * @param split who is in which part, where the data does not say
 */
public record DataSource(Path path, Optional<Path> test, InputSize inputSize, TableOptions table, Split split) {
    private static final String OF_DATA = "of_data";

    /**
     * A split that can be drawn again.
     *
     * @param seed the study's: the draw follows from it
     * @param folding how trials are compared
     * @param outer which fold of a nested validation is the test part, where this is a search of one
     */
    public record Split(long seed, Splitter splitter, Folding folding, Optional<Outer> outer) {
        /** No search of a nested validation. */
        public Split(long seed, Splitter splitter, Folding folding) {
            this(seed, splitter, folding, Optional.empty());
        }

        /** Compared as the data suggests. */
        public Split(long seed, Splitter splitter) {
            this(seed, splitter, new Folding.Usual());
        }

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

    /** Where nothing was said about columns. */
    public DataSource(Path path, Optional<Path> test, InputSize inputSize, Split split) {
        this(path, test, inputSize, TableOptions.AUTOMATIC, split);
    }

    /** The same data after it has moved. */
    public DataSource at(Path newPath) {
        return new DataSource(newPath, test, inputSize, table, split);
    }

    /**
     * Loads and splits.
     *
     * @param threads how many threads decode, at least 1
     * @param as what is made of it by whoever learns from it
     * @throws dev.sweetspot.form.InvalidInputException when nothing usable lies there
     */
    public <D> D load(int threads, Progress progress, Function<Divided, D> as) {
        var loaded = DataSets.open(path, test, new LoadOptions(inputSize, threads, progress, table));
        requireMeaning(loaded.set());
        var random = Seeds.generator(Seeds.of(split.seed(), 0, Seeds.Purpose.SPLIT));
        var parts = split.outer().isPresent()
                ? split.outer().get().parts(loaded.set(), loaded.given(), split.splitter(), random)
                : split.splitter().split(loaded.set(), loaded.given(), random);
        var folding = folding(loaded.set());
        var partition = folding.partition(loaded.set(), loaded.given(), parts, random);
        return as.apply(new Divided(Optional.of(this), loaded, partition));
    }

    /** Images that are drawn are held against those of one part: several generators are no better known together. */
    private Folding folding(DataSet set) {
        if (set.task().kind() != Task.Kind.GENERATION) {
            return split.folding();
        }
        if (split.folding() instanceof Folding.Asked asked) {
            throw new InvalidInputException(
                    "folds",
                    asked.folds().folds(),
                    "makes no sense for generation: what several networks draw is not judged by one network's figure",
                    "leave it out?");
        }
        return new Folding.None();
    }

    /** For the settings of a workload. */
    public MapForm toForm() {
        var shares = new LinkedHashMap<String, Form>();
        shares.put("seed", Form.of(split.seed()));
        shares.put("test_share", Form.of(split.splitter().testShare()));
        shares.put("validation_share", Form.of(split.splitter().validationShare()));
        split.folding().toForm().ifPresent(folding -> shares.put("folding", folding));
        split.outer().ifPresent(outer -> {
            shares.put("outer_fold", Form.of(outer.fold()));
            shares.put("outer_folds", Form.of(outer.folds()));
        });
        var entries = new LinkedHashMap<String, Form>();
        entries.put("path", Form.of(path.toString()));
        test.ifPresent(elsewhere -> entries.put("test", Form.of(elsewhere.toString())));
        toForm(inputSize).ifPresent(size -> entries.put(InputSize.NAME, size));
        if (!table.equals(TableOptions.AUTOMATIC)) {
            entries.put("table", toForm(table));
        }
        entries.put("split", Form.of(shares));
        return Form.of(entries);
    }

    /** What would silently do nothing is a mistake. */
    private void requireMeaning(DataSet set) {
        var ofImages = table.task()
                .filter(task -> task.blind() || task == Task.Kind.CLASSIFICATION)
                .map(TableOptions.AUTOMATIC::withTask)
                .orElse(TableOptions.AUTOMATIC);
        if (set instanceof ImageSet && !table.equals(ofImages)) {
            throw new InvalidInputException(
                    "target, regression and columns",
                    Shown.name(path.toString()),
                    "count only for tables and series, and these are " + set.noun(),
                    "leave them out?");
        }
        if (!(set instanceof ImageSet) && set.task().kind() == Task.Kind.GENERATION) {
            throw new InvalidInputException(
                    "task",
                    Task.Kind.GENERATION.word(),
                    "draws images, and these are " + set.noun(),
                    Task.Kind.RECONSTRUCTION.word() + "?");
        }
        if (!(set instanceof ImageSet) && inputSize instanceof InputSize.Asked asked) {
            throw new InvalidInputException(
                    InputSize.NAME, asked, "counts only for images, and these are " + set.noun(), "");
        }
    }

    /** Nothing for what was the rule when nothing was written; squares as whole numbers, as ever. */
    private static Optional<Form> toForm(InputSize size) {
        if (size instanceof InputSize.Asked asked) {
            return Optional.of(asked.square() ? Form.of(asked.height()) : Form.of(asked.toString()));
        }
        return size instanceof InputSize.OfData ? Optional.of(Form.of(OF_DATA)) : Optional.empty();
    }

    private static InputSize sizeFromForm(Optional<Form> form) {
        if (form.isEmpty()) {
            return new InputSize.OfDataInSquares();
        }
        if (form.get() instanceof TextForm text) {
            return text.value().equals(OF_DATA) ? new InputSize.OfData() : InputSize.parse(text.value());
        }
        return InputSize.parse(Json.write(form.get()));
    }

    private static MapForm toForm(TableOptions table) {
        var entries = new LinkedHashMap<String, Form>();
        table.target().ifPresent(name -> entries.put("target", Form.of(name)));
        table.task().ifPresent(task -> entries.put("task", Form.of(task.word())));
        table.group().ifPresent(name -> entries.put("group", Form.of(name)));
        table.time().ifPresent(order -> {
            entries.put("time", Form.of(order.column()));
            entries.put("gap", Form.of(order.gap()));
        });
        entries.put("categories", names(table.categories()));
        entries.put("ignored", names(table.ignored()));
        return Form.of(entries);
    }

    /** In an order that does not depend on the process. */
    private static Form names(Set<String> names) {
        return Form.of(names.stream().sorted().map(Form::of).toList());
    }

    private static TableOptions tableFromForm(Fields fields) {
        return new TableOptions(
                fields.findText("target"),
                fields.findText("task").map(Task.Kind::named),
                fields.findText("group"),
                fields.findText("time").map(column -> new TimeOrder(column, fields.integer("gap"))),
                names(fields, "categories"),
                names(fields, "ignored"));
    }

    private static Set<String> names(Fields fields, String name) {
        return fields.list(name).items().stream()
                .map(item -> ((TextForm) item).value())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What {@link #toForm} wrote. */
    public static DataSource fromForm(Fields fields) {
        var split = fields.map("split");
        return new DataSource(
                Path.of(fields.text("path")),
                fields.findText("test").map(Path::of),
                sizeFromForm(fields.find(InputSize.NAME)),
                fields.find("table").isPresent() ? tableFromForm(fields.map("table")) : TableOptions.AUTOMATIC,
                new Split(
                        split.whole("seed"),
                        new Splitter(split.number("test_share"), split.number("validation_share")),
                        Folding.fromForm(split.find("folding")),
                        split.find("outer_fold").isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Outer(split.integer("outer_fold"), split.integer("outer_folds")))));
    }
}
