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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All parameters that can be set, as they are for typical data of each kind. */
final class Manual {
    private static final DataSize IMAGES = new DataSize(new Shape.Image(64, 64, 3), 1000, 10);
    private static final DataSize ROWS = new DataSize(new Shape.Row(20), 1000, 10);
    private static final DataSize SERIES = new DataSize(new Shape.Sequence(50, 3), 1000, 10);

    private Manual() {}

    /** The spaces of all kinds of data by the names of their workloads; numbers to predict have losses of their own. */
    private static Map<String, List<SearchSpace>> byWorkload() {
        var images = Families.able(IMAGES.input());
        var rows = Families.able(ROWS.input());
        var series = Families.able(SERIES.input());
        var spaces = new LinkedHashMap<String, List<SearchSpace>>();
        spaces.put(SplitImages.WORKLOAD, List.of(ImageSpace.of(images, IMAGES)));
        spaces.put(
                SplitTable.WORKLOAD,
                List.of(
                        TableSpace.of(rows, Task.Kind.CLASSIFICATION, ROWS),
                        TableSpace.of(rows, Task.Kind.REGRESSION, new DataSize(ROWS.input(), ROWS.examples(), 1))));
        if (!series.isEmpty()) {
            spaces.put(SplitSequences.WORKLOAD, List.of(SequenceSpace.of(series, Task.Kind.CLASSIFICATION, SERIES)));
        }
        return spaces;
    }

    /** Of all kinds of data, images first. */
    static List<SearchSpace> spaces() {
        return byWorkload().values().stream().flatMap(List::stream).toList();
    }

    /** The kinds of data for which a parameter counts, as people call them; none where no kind knows it. */
    static List<String> kindsWith(String name) {
        var words = Map.of(
                SplitImages.WORKLOAD, "images", SplitTable.WORKLOAD, "tables", SplitSequences.WORKLOAD, "series");
        return byWorkload().entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(space -> space.find(name).isPresent()))
                .map(entry -> Objects.requireNonNull(words.get(entry.getKey())))
                .toList();
    }

    /** The space of a workload, where it is one of ours; that of images where its name is unknown. */
    static SearchSpace space(String workload) {
        var all = byWorkload();
        var name = all.containsKey(workload) ? workload : SplitImages.WORKLOAD;
        return Objects.requireNonNull(all.get(name)).get(0);
    }

    /** Each once, as it is for the first kind of data that has it. */
    static List<Parameter<?>> parameters() {
        var all = new LinkedHashMap<String, Parameter<?>>();
        byWorkload()
                .values()
                .forEach(spaces -> spaces.forEach(space ->
                        space.parameters().forEach(parameter -> all.putIfAbsent(parameter.name(), parameter))));
        all.put(TransferParameters.FREEZE.name(), TransferParameters.FREEZE);
        all.put(TransferParameters.BODY_RATE.name(), TransferParameters.BODY_RATE);
        Apart.parameters().forEach(parameter -> all.put(parameter.name(), parameter));
        return List.copyOf(all.values());
    }
}
