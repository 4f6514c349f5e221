package dev.sweetspot.job;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.learner.Course;
import dev.sweetspot.data.learner.Fitted;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.TrialRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A real learner: tells two classes apart by one column of a table alone, at 0, whichever side has more of which class among the
 * items to learn from. Which column that is, is its one hyperparameter.
 */
record Stumps(TableSet data, Parts parts) implements Learner {
    private IntegerParameter column() {
        return Parameter.integer("column", 0, data.columns().size() - 1);
    }

    private boolean above(int item, int column) {
        return ((Column.Numbers) data.columns().get(column)).value(item) > 0;
    }

    private int label(int item) {
        return ((Task.Classification) data.task()).label(item);
    }

    private double share(int[] items, int column, boolean upIsOne) {
        return Arrays.stream(items)
                        .filter(item -> (above(item, column) == upIsOne) == (label(item) == 1))
                        .count()
                / (double) items.length;
    }

    @Override
    public String name() {
        return "stumps";
    }

    @Override
    public MapForm settings() {
        return Form.of(Map.of());
    }

    @Override
    public SearchSpace space() {
        return SearchSpace.of(column());
    }

    @Override
    public List<Objective> objectives() {
        return List.of(Objective.maximize("accuracy"));
    }

    @Override
    public Measurements run(TrialRun run) {
        int column = run.configuration().get(column());
        boolean upIsOne = share(parts.training(), column, true) >= 0.5;
        return Measurements.of("accuracy", share(parts.validation(), column, upIsOne));
    }

    @Override
    public String inWords(Configuration configuration) {
        return "By column " + configuration.get(column()) + ".";
    }

    @Override
    public double workOfLastEpoch(Configuration configuration) {
        return 1;
    }

    @Override
    public Fitted fit(Configuration configuration, long seed, int threads, Pace pace) {
        int column = configuration.get(column());
        return new Model(column, share(parts.trainingAndValidation(), column, true) >= 0.5);
    }

    @Override
    public Fitted repeat(
            Configuration configuration, long seed, int threads, Course course, BiConsumer<Double, Double> progress) {
        return fit(configuration, seed, threads, new Pace(1, Long.MAX_VALUE, progress));
    }

    private final class Model implements Fitted {
        private final int column;
        private final boolean upIsOne;

        Model(int column, boolean upIsOne) {
            this.column = column;
            this.upIsOne = upIsOne;
        }

        @Override
        public Predictions predict(int[] items) {
            var probabilities = new ArrayList<float[]>();
            for (int item : items) {
                float one = above(item, column) == upIsOne ? 0.8f : 0.2f;
                probabilities.add(new float[] {1 - one, one});
            }
            return new ClassProbabilities(
                    Arrays.stream(items).mapToObj(data::name).toList(),
                    List.of("no", "yes"),
                    probabilities.toArray(float[][]::new));
        }

        @Override
        public Course course() {
            return new Course(1, List.of(new Course.Plan(0, 1)));
        }

        @Override
        public MapForm record() {
            return Form.of(Map.of());
        }

        @Override
        public void save(Path file) {}

        @Override
        public void close() {}
    }
}
