package dev.sweetspot.classic.learning;

import dev.sweetspot.classic.family.ClassicFamilies;
import dev.sweetspot.classic.family.ClassicFamily;
import dev.sweetspot.classic.family.TableSize;
import dev.sweetspot.classic.prepare.PreparationParameters;
import dev.sweetspot.data.Partition;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.SearchSpace;
import java.util.List;
import java.util.Optional;

/**
 * A table in memory, in its parts.
 *
 * @param source as much as another process needs to load it; empty where no other can
 * @param set with classes or numbers to predict
 * @param partition who trains, validates and tests
 */
public record ClassicTable(Optional<DataSource> source, TableSet set, Partition partition) {
    /**
     * A table that was loaded.
     *
     * @throws InvalidInputException when it is no table, or nothing of it is to be predicted
     */
    public static ClassicTable of(Divided data) {
        var place =
                data.source().map(from -> Shown.name(from.path().toString())).orElse("in memory");
        if (!(data.loaded().set() instanceof TableSet table)) {
            throw new InvalidInputException(
                    "data",
                    place,
                    "must be a table for classical models, and these are "
                            + data.loaded().set().noun(),
                    "a family of networks?");
        }
        if (table.task().kind().blind()) {
            throw new InvalidInputException(
                    "task",
                    table.task().kind().word(),
                    "is nothing that classical models learn: they predict classes or numbers",
                    "a family of networks?");
        }
        return new ClassicTable(data.source(), table, data.partition());
    }

    /** Where it lies, for people. */
    String place() {
        return source.map(from -> Shown.name(from.path().toString())).orElse("in memory");
    }

    /** What spaces depend on. */
    public TableSize size() {
        int rows = partition.folds().stream()
                .mapToInt(fold -> fold.training().length)
                .min()
                .orElse(1);
        return new TableSize(
                set.task().kind(),
                rows,
                set.columns().size(),
                set.task() instanceof Task.Classification classes
                        ? classes.classNames().size()
                        : 0);
    }

    /**
     * All that can be set: the family, its parameters, how columns are prepared and how classes count.
     *
     * @param families those to choose among, at least one
     * @throws InvalidInputException when one is not for the task
     */
    public SearchSpace space(List<ClassicFamily> families) {
        var space = PreparationParameters.addTo(ClassicFamilies.space(families, size()), families, set);
        return ClassWeighting.addTo(space, families, set.task().kind());
    }
}
