package dev.sweetspot.cli;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How each trial of a study is run, on every machine.
 *
 * @param isolated in a process of its own
 * @param seconds that its work may take, all its runs together
 * @param memory bytes that its process may have; what is free, divided among the trials that run at once, where nobody said
 */
record TrialRules(boolean isolated, Optional<Double> seconds, OptionalLong memory) {
    /** In threads of the process that works on the study, as long as they take. */
    static final TrialRules NONE = new TrialRules(false, Optional.empty(), OptionalLong.empty());

    Optional<Duration> limit() {
        return seconds.map(value -> Duration.ofNanos(Math.round(value * 1e9)));
    }

    /** As the command {@code worker} takes them. */
    List<String> asArguments() {
        var arguments = new ArrayList<String>();
        if (isolated) {
            arguments.add("--isolate");
        }
        seconds.ifPresent(value -> arguments.addAll(List.of("--trial-seconds", Double.toString(value))));
        memory.ifPresent(value -> arguments.addAll(List.of("--trial-memory", value + "B")));
        return arguments;
    }

    MapForm toForm() {
        var entries = new LinkedHashMap<String, Form>();
        if (isolated) {
            entries.put("isolated", Form.of(true));
        }
        seconds.ifPresent(value -> entries.put("seconds", Form.of(value)));
        memory.ifPresent(value -> entries.put("memory", Form.of(value)));
        return Form.of(entries);
    }

    static TrialRules fromForm(MapForm form) {
        var fields = Fields.of(form);
        var memory = fields.findWhole("memory");
        return new TrialRules(
                fields.findTruth("isolated").orElse(false),
                fields.findNumber("seconds"),
                memory.isPresent() ? OptionalLong.of(memory.get()) : OptionalLong.empty());
    }
}
