package dev.sweetspot.data.learner;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.workload.Workloads;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Makes the choice among several learners again; data that several of them have is loaded once. */
public final class OneOfLearnersProvider implements LearnerProvider {
    @Override
    public String name() {
        return OneOfLearners.WORKLOAD;
    }

    @Override
    public DataSource source(MapForm settings) {
        var first = nested(settings).values().iterator().next();
        return provider(first).source(settingsOf(first));
    }

    @Override
    public OneOfLearners make(MapForm settings, Divided data) {
        var learners = new LinkedHashMap<String, Learner>();
        nested(settings)
                .forEach((label, form) -> learners.put(label, provider(form).make(settingsOf(form), data)));
        return new OneOfLearners(learners);
    }

    @Override
    public OneOfLearners make(MapForm settings) {
        int threads = Runtime.getRuntime().availableProcessors();
        var loaded = new LinkedHashMap<DataSource, Divided>();
        var learners = new LinkedHashMap<String, Learner>();
        nested(settings).forEach((label, form) -> {
            var provider = provider(form);
            var data = loaded.computeIfAbsent(
                    provider.source(settingsOf(form)),
                    source -> source.load(threads, Progress.SILENT, Function.identity()));
            learners.put(label, provider.make(settingsOf(form), data));
        });
        return new OneOfLearners(learners);
    }

    private static Map<String, Form> nested(MapForm settings) {
        var learners = Fields.of(settings).require("learners");
        if (learners instanceof MapForm map && !map.entries().isEmpty()) {
            return map.entries();
        }
        throw Fields.wrong(settings, "learners", learners.kind(), "must be a map of at least one", "");
    }

    private static MapForm settingsOf(Form form) {
        if (Fields.of(form).require("settings") instanceof MapForm settings) {
            return settings;
        }
        throw Fields.wrong(form, "settings", Fields.of(form).require("settings").kind(), "must be a map", "{...}?");
    }

    private static LearnerProvider provider(Form form) {
        var name = Fields.of(form).text("name");
        return Workloads.installed().stream()
                .filter(provider -> provider.name().equals(name))
                .filter(LearnerProvider.class::isInstance)
                .map(LearnerProvider.class::cast)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "learner", name, "is not installed here, or learns from no data", ""));
    }
}
