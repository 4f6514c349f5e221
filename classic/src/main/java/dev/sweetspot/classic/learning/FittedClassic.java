package dev.sweetspot.classic.learning;

import dev.sweetspot.data.learner.Course;
import dev.sweetspot.data.learner.Fitted;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SpaceForms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** The winner of a search, fitted on all there is to learn from. */
final class FittedClassic implements Fitted {
    private final ClassicLearning learning;
    private final Configuration configuration;
    private final Fit fit;
    private final Run run;

    /**
     * How it was fitted.
     *
     * @param steps that were made: rounds of boosting, for example
     */
    record Run(long seed, int threads, double seconds, int steps) {}

    FittedClassic(ClassicLearning learning, Configuration configuration, Fit fit, Run run) {
        this.learning = learning;
        this.configuration = configuration;
        this.fit = fit;
        this.run = run;
    }

    @Override
    public Predictions predict(int[] items) {
        return fit.predict(learning.table().set(), items);
    }

    @Override
    public MapForm record() {
        var entries = new LinkedHashMap<>(origin().entries());
        entries.put("seconds", Form.of(run.seconds()));
        return Form.of(entries);
    }

    @Override
    public Course course() {
        return new Course(run.steps(), List.of(new Course.Plan(0, 1)));
    }

    /** All that the model follows from. */
    private MapForm origin() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("configuration", SpaceForms.toForm(configuration));
        entries.put("family", Form.of(fit.family()));
        entries.put("epochs", Form.of(1));
        entries.put("steps", Form.of(fit.model().steps()));
        entries.put("seed", Form.of(run.seed()));
        entries.put("threads", Form.of(run.threads()));
        entries.put("data_hash", Form.of(learning.data().hash()));
        return Form.of(entries);
    }

    @Override
    public void save(Path file) throws IOException {
        ModelFile.write(file, fit, origin());
    }

    @Override
    public void close() {
        fit.close();
    }
}
