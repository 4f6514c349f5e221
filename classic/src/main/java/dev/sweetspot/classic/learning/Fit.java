package dev.sweetspot.classic.learning;

import dev.sweetspot.classic.family.ClassicFamilies;
import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.ConstantModel;
import dev.sweetspot.classic.family.Effort;
import dev.sweetspot.classic.family.Targets;
import dev.sweetspot.classic.prepare.Preparation;
import dev.sweetspot.classic.prepare.PreparationParameters;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.prepare.TargetScaling;
import dev.sweetspot.space.Configuration;

/**
 * One fit on some rows: what was learnt of columns, of targets, and the model. All of it follows from these rows alone.
 *
 * @param family the name of the model's family, or {@link ConstantModel#NAME}
 */
record Fit(String family, Preparation preparation, ClassicAnswers answers, ClassicModel model)
        implements AutoCloseable {
    /**
     * Learns.
     *
     * @param rows to learn from, at least one
     */
    static Fit of(TableSet set, int[] rows, Configuration configuration, Effort effort) throws InterruptedException {
        var family = ClassicFamilies.of(configuration);
        var answers = ClassicAnswers.of(set.task(), rows);
        var targets = targets(set.task(), rows, configuration, answers);
        var learnt = Preparation.learn(set, rows, targets, PreparationParameters.of(configuration, family.intake()));
        return ConstantModel.suits(learnt.training(), targets)
                ? new Fit(ConstantModel.NAME, learnt.preparation(), answers, ConstantModel.of(targets))
                : new Fit(
                        family.name(),
                        learnt.preparation(),
                        answers,
                        family.fit(learnt.training(), targets, configuration, effort));
    }

    private static Targets targets(Task task, int[] rows, Configuration configuration, ClassicAnswers answers) {
        if (task instanceof Task.Classification classes) {
            var labels = classes.labels(rows);
            int count = classes.classNames().size();
            return new Targets.Classes(labels, count, ClassWeighting.of(configuration, labels, count));
        }
        var scaling = ((ClassicAnswers.Numbers) answers).scaling();
        var values = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = scaled(scaling, (Task.Regression) task, rows[i]);
        }
        return new Targets.Numbers(values);
    }

    private static float scaled(TargetScaling scaling, Task.Regression task, int row) {
        return scaling.scaled(task.target(row));
    }

    /** What it says of rows of a table with the same columns. */
    Predictions predict(TableSet set, int[] rows) {
        return answers.of(set, rows, model.predict(preparation.apply(set, rows)));
    }

    @Override
    public void close() {
        model.close();
    }
}
