package dev.sweetspot.cli;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily.DataSize;
import dev.sweetspot.deep.learning.SplitImages;
import dev.sweetspot.deep.learning.SplitSequences;
import dev.sweetspot.deep.learning.SplitTable;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.ImageSpace;
import dev.sweetspot.deep.space.SequenceSpace;
import dev.sweetspot.deep.space.TableSpace;
import dev.sweetspot.deep.space.TransferParameters;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All parameters that can be set, as they are for typical data of each kind. */
final class Manual {
    private static final DataSize IMAGES = new DataSize(new Shape.Image(64, 64, 3), 1000, 10);
    private static final DataSize ROWS = new DataSize(new Shape.Row(20), 1000, 10);
    private static final DataSize SERIES = new DataSize(new Shape.Sequence(50, 3), 1000, 10);

    private Manual() {}

    /** What can be set where this is learnt from that kind of data. */
    private record Page(String workload, Task.Kind task, SearchSpace space) {}

    private static List<Page> pages() {
        var pages = new ArrayList<Page>();
        for (var task : Task.Kind.values()) {
            var images = Families.able(IMAGES.input(), task);
            var rows = Families.able(ROWS.input(), task);
            var series = Families.able(SERIES.input(), task);
            if (!images.isEmpty() && task != Task.Kind.REGRESSION) {
                pages.add(new Page(SplitImages.WORKLOAD, task, ImageSpace.of(images, task, sized(IMAGES, task))));
            }
            if (!rows.isEmpty()) {
                pages.add(new Page(SplitTable.WORKLOAD, task, TableSpace.of(rows, task, sized(ROWS, task))));
            }
            if (!series.isEmpty()) {
                pages.add(new Page(SplitSequences.WORKLOAD, task, SequenceSpace.of(series, task, sized(SERIES, task))));
            }
        }
        return pages;
    }

    private static DataSize sized(DataSize data, Task.Kind task) {
        int outputs = task.blind() ? data.input().size() : task == Task.Kind.REGRESSION ? 1 : data.outputs();
        return new DataSize(data.input(), data.examples(), outputs);
    }

    /**
     * Of all kinds of data, images first.
     *
     * @param blind the task that was asked for, if it is one for which nothing is to be predicted; such tasks are left out
     *     otherwise, since nobody does them without asking
     */
    static List<SearchSpace> spaces(Optional<Task.Kind> blind) {
        return pages().stream()
                .filter(page -> blind.map(task -> page.task() == task)
                        .orElse(!page.task().blind()))
                .map(Page::space)
                .toList();
    }

    /** The tasks and kinds of data for which a parameter counts, as people call them; none where none knows it. */
    static List<String> kindsWith(String name) {
        var words = Map.of(
                SplitImages.WORKLOAD, "images", SplitTable.WORKLOAD, "tables", SplitSequences.WORKLOAD, "series");
        var having = pages().stream()
                .filter(page -> page.space().find(name).isPresent())
                .toList();
        var seeing = having.stream()
                .filter(page -> !page.task().blind())
                .map(page -> Objects.requireNonNull(words.get(page.workload())))
                .distinct()
                .toList();
        return seeing.isEmpty()
                ? having.stream().map(page -> page.task().word()).distinct().toList()
                : seeing;
    }

    /** The space of a workload, where it is one of ours; that of images where its name is unknown. */
    static SearchSpace space(String workload, Optional<Task.Kind> blind) {
        var all = pages();
        var task = blind.orElse(Task.Kind.CLASSIFICATION);
        return all.stream()
                .filter(page -> page.task() == task && page.workload().equals(workload))
                .findFirst()
                .orElse(all.get(0))
                .space();
    }

    /** Each once, as it is for the first kind of data that has it. */
    static List<Parameter<?>> parameters() {
        var all = new LinkedHashMap<String, Parameter<?>>();
        pages().forEach(page ->
                page.space().parameters().forEach(parameter -> all.putIfAbsent(parameter.name(), parameter)));
        all.put(TransferParameters.FREEZE.name(), TransferParameters.FREEZE);
        all.put(TransferParameters.BODY_RATE.name(), TransferParameters.BODY_RATE);
        Apart.parameters().forEach(parameter -> all.put(parameter.name(), parameter));
        return List.copyOf(all.values());
    }
}
