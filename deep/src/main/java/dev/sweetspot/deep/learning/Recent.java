package dev.sweetspot.deep.learning;

import dev.sweetspot.form.Form;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.TrialForms;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was measured at the last few epochs, as one: the mean of each number. The best single one of hundreds of epochs on few
 * items is the luckiest one; an epoch that is good because the training has come to a good place has good neighbours.
 */
final class Recent {
    private final int length;
    private final Deque<Measurements> seen = new ArrayDeque<>();

    /**
     * @param length how many epochs are one, at least 1
     * @param remembered what an earlier one remembered
     */
    Recent(int length, List<Measurements> remembered) {
        this.length = length;
        seen.addAll(remembered);
    }

    /** The mean of these and those of the epochs just before. */
    Measurements with(Measurements values) {
        seen.addLast(values);
        if (seen.size() > length) {
            seen.removeFirst();
        }
        var mean = Measurements.NONE;
        for (var name : values.values().keySet()) {
            mean = mean.and(
                    name,
                    seen.stream()
                            .mapToDouble(each -> each.find(name).orElse(Double.NaN))
                            .average()
                            .orElseThrow());
        }
        return mean;
    }

    /** For another process to go on with. */
    Form memory() {
        return Form.of(seen.stream().map(TrialForms::toForm).toList());
    }

    /** What {@link #memory} wrote; nothing where nothing was written. */
    static List<Measurements> remembered(Form.MapForm memory, String field) {
        return memory.entries().get(field) instanceof Form.ListForm list
                ? list.items().stream().map(TrialForms::measurementsFromForm).toList()
                : List.of();
    }
}
