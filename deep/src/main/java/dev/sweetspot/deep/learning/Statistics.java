package dev.sweetspot.deep.learning;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.NumberForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Means and deviations of channels, as model files keep them. */
final class Statistics {
    private Statistics() {}

    static Map<String, Form> toEntries(ChannelStatistics statistics) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("means", numbers(statistics.channels(), statistics::mean));
        entries.put("deviations", numbers(statistics.channels(), statistics::sd));
        return entries;
    }

    private static Form numbers(int count, IntToDoubleFunction value) {
        return Form.of(IntStream.range(0, count)
                .mapToObj(i -> Form.of(value.applyAsDouble(i)))
                .toList());
    }

    static ChannelStatistics fromFields(Fields fields) {
        return ChannelStatistics.of(numbers(fields, "means"), numbers(fields, "deviations"));
    }

    private static double[] numbers(Fields fields, String name) {
        return fields.list(name).items().stream()
                .mapToDouble(item -> ((NumberForm) item).doubleValue())
                .toArray();
    }
}
