package dev.sweetspot.data.table;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Task;
import dev.sweetspot.form.InvalidInputException;
import java.util.Optional;
import java.util.Set;

/**
 * What a person says about the columns of a table.
 *
 * @param target the column to predict; the last one where nothing is said
 * @param task seen from the target where nothing is said
 * @param group a column whose equal values belong together: all rows of a group go into the same part, and the column is not
 *     learnt from
 * @param time when each row was: what is earlier is learnt from, what is later is judged by
 * @param categories columns whose values are names, even if they look like numbers
 * @param ignored columns to leave out
 */
public record TableOptions(
        Optional<String> target,
        Optional<Task.Kind> task,
        Optional<String> group,
        Optional<TimeOrder> time,
        Set<String> categories,
        Set<String> ignored) {
    /** Nothing is said. */
    public static final TableOptions AUTOMATIC = new TableOptions(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of());

    /** In no order of time. */
    public TableOptions(
            Optional<String> target,
            Optional<Task.Kind> task,
            Optional<String> group,
            Set<String> categories,
            Set<String> ignored) {
        this(target, task, group, Optional.empty(), categories, ignored);
    }

    /**
     * Keeps copies.
     *
     * @throws InvalidInputException when rows are to follow groups and time at once
     */
    public TableOptions {
        categories = Set.copyOf(categories);
        ignored = Set.copyOf(ignored);
        if (group.isPresent() && time.isPresent()) {
            throw new InvalidInputException(
                    "time",
                    Shown.name(time.get().column()),
                    "cannot go with groups: a group may last longer than any block of time",
                    "only one of the two?");
        }
    }

    /** The task, if it is one for which nothing is to be predicted. */
    public Optional<Task.Kind> blind() {
        return task.filter(Task.Kind::blind);
    }

    /** The same with another target. */
    public TableOptions withTarget(String name) {
        return new TableOptions(Optional.of(name), task, group, time, categories, ignored);
    }

    /** The same with another task. */
    public TableOptions withTask(Task.Kind kind) {
        return new TableOptions(target, Optional.of(kind), group, time, categories, ignored);
    }

    /** The same with groups. */
    public TableOptions withGroup(String name) {
        return new TableOptions(target, task, Optional.of(name), time, categories, ignored);
    }

    /** The same in an order of time. */
    public TableOptions withTime(TimeOrder order) {
        return new TableOptions(target, task, group, Optional.of(order), categories, ignored);
    }
}
