package dev.sweetspot.cli;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily.DataSize;
import dev.sweetspot.deep.learning.SplitGeneration;
import dev.sweetspot.deep.learning.SplitImages;
import dev.sweetspot.deep.learning.SplitSequences;
import dev.sweetspot.deep.learning.SplitTable;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.ChannelParameters;
import dev.sweetspot.deep.space.GenerationSpace;
import dev.sweetspot.deep.space.ImageSpace;
import dev.sweetspot.deep.space.SequenceSpace;
import dev.sweetspot.deep.space.TableSpace;
import dev.sweetspot.deep.space.TransferParameters;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** All parameters that can be set, as they are for typical data of each kind. */
final class Manual {
    /** Of typical data. */
    static final int EXAMPLES = 1000;

    private static final int CLASSES = 10;

    /** Of typical images, in pixels. */
    static final int SIDE = 64;

    /** Tells the spaces of two tasks apart: its choices are the metrics of the task. */
    private static final String OF_THE_TASK = "early_stopping.monitor";

    /** Larger images are not drawn. */
    private static final int LARGEST_DRAWN = 128;

    private Manual() {}

    /**
     * What can be set for one kind of data and one task.
     *
     * @param workload what learning from it is called where studies are kept
     * @param data as people call it: "images"
     */
    record Kind(String workload, String data, Task.Kind task, SearchSpace space) {
        Optional<SearchSpace.Dimension> find(String name) {
            return space.dimensions().stream()
                    .filter(dimension -> dimension.parameter().name().equals(name))
                    .findFirst();
        }

        /** Whether new items are made, which has names of its own for nearly everything. */
        boolean draws() {
            return task == Task.Kind.GENERATION;
        }

        /** Whether a parameter takes a value here. */
        boolean takes(String name, String value) {
            return find(name).isPresent() && takes(find(name).get().parameter(), value);
        }

        private static boolean takes(Parameter<?> parameter, String value) {
            try {
                parameter.check(value);
                return true;
            } catch (InvalidInputException refused) {
                return false;
            }
        }
    }

    /** Of all kinds of data and tasks, images first. */
    static List<Kind> kinds() {
        return kinds(EXAMPLES, SIDE);
    }

    /** The same for so many examples, and images of so many pixels a side. */
    static List<Kind> kinds(int examples, int side) {
        var images = new Shape.Image(side, side, 3);
        var rows = new Shape.Row(20);
        var series = new Shape.Sequence(50, 3);
        var all = new ArrayList<Kind>();
        for (var task : Task.Kind.values()) {
            var ofImages = Families.able(images, task);
            var ofRows = Families.able(rows, task);
            var ofSeries = Families.able(series, task);
            if (task == Task.Kind.GENERATION) {
                var drawn = new Shape.Image(Math.min(side, LARGEST_DRAWN), Math.min(side, LARGEST_DRAWN), 3);
                var space = GenerationSpace.of(Families.able(drawn, task), sized(drawn, examples, task));
                all.add(new Kind(SplitGeneration.WORKLOAD, "drawn images", task, space));
                continue;
            }
            if (!ofImages.isEmpty() && task != Task.Kind.REGRESSION) {
                var space = ImageSpace.of(ofImages, task, sized(images, examples, task));
                all.add(new Kind(SplitImages.WORKLOAD, "images", task, space));
            }
            if (!ofRows.isEmpty()) {
                var space = TableSpace.of(ofRows, task, sized(rows, examples, task));
                all.add(new Kind(SplitTable.WORKLOAD, "tables", task, space));
            }
            if (!ofSeries.isEmpty()) {
                var space = SequenceSpace.of(ofSeries, task, sized(series, examples, task));
                all.add(new Kind(SplitSequences.WORKLOAD, "series", task, space));
            }
        }
        return all;
    }

    private static DataSize sized(Shape input, int examples, Task.Kind task) {
        return new DataSize(input, examples, task.blind() ? input.size() : task == Task.Kind.REGRESSION ? 1 : CLASSES);
    }

    /**
     * Of all kinds of data, images first.
     *
     * @param blind the task that was asked for, if it is one for which nothing is to be predicted; such tasks are left out
     *     otherwise, since nobody does them without asking
     */
    static List<SearchSpace> spaces(Optional<Task.Kind> blind) {
        return kinds().stream()
                .filter(kind -> blind.map(task -> kind.task() == task)
                        .orElse(!kind.task().blind()))
                .map(Kind::space)
                .toList();
    }

    /** For which task a space is; empty where none of ours is like it. */
    static Optional<Task.Kind> taskOf(SearchSpace space) {
        var watched = space.find(OF_THE_TASK).map(Parameter::rangeInWords);
        return kinds().stream()
                .filter(kind -> kind.space()
                        .find(OF_THE_TASK)
                        .map(Parameter::rangeInWords)
                        .equals(watched))
                .map(Kind::task)
                .findFirst();
    }

    /** The space of a workload, where it is one of ours; that of images where its name is unknown. */
    static SearchSpace space(String workload, Optional<Task.Kind> blind) {
        var task = blind.orElse(Task.Kind.CLASSIFICATION);
        return kinds().stream()
                .filter(kind -> kind.task() == task && kind.workload().equals(workload))
                .findFirst()
                .orElse(kinds().get(0))
                .space();
    }

    /** Each once, as it is for the first kind of data that has it. */
    static List<Parameter<?>> parameters() {
        var all = new LinkedHashMap<String, Parameter<?>>();
        kinds().forEach(kind ->
                kind.space().parameters().forEach(parameter -> all.putIfAbsent(parameter.name(), parameter)));
        all.put(ChannelParameters.CHANNELS.name(), ChannelParameters.CHANNELS);
        TransferParameters.explained().parameters().forEach(parameter -> all.put(parameter.name(), parameter));
        Apart.parameters().forEach(parameter -> all.put(parameter.name(), parameter));
        ClassicManual.parameters().forEach(parameter -> all.putIfAbsent(parameter.name(), parameter));
        return List.copyOf(all.values());
    }
}
