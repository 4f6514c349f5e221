package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.metric.Metric;
import dev.sweetspot.data.metric.Metrics;
import dev.sweetspot.deep.training.EarlyStopping;
import dev.sweetspot.space.About;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When a training ends before its time. */
public final class StoppingParameters {
    private static final String OBJECTIVE = "objective";

    /** Whether at all. */
    public static final BooleanParameter EARLY_STOPPING = Parameter.bool("early_stopping")
            .withDefault(true)
            .with(About.help("Whether a training ends before its time when the validation part does not get better "
                    + "any more, which saves time for others."));

    /** When to give up. */
    public static final IntegerParameter PATIENCE = Parameter.integer("early_stopping.patience", 1, 50)
            .withDefault(20)
            .with(new About(
                    "epochs",
                    "A training ends when the validation part has not got better for so many epochs. With less than 3 "
                            + "chance decides, and 50 are longer than most trainings.",
                    Optional.of(new UsualChange.Factor(2))));

    /** In the units of what is watched; most metrics go from 0 to 1. */
    public static final RealParameter MIN_DELTA = Parameter.real("early_stopping.min_delta", 0, 0.01)
            .withDefault(0)
            .with(About.help(
                            "By how much an epoch has to be better than the best one before it to count as better, in the units "
                                    + "of what is watched. 0 is by anything; more than 0.01 is more than most epochs bring.")
                    .withUsualChange(new UsualChange.Difference(0.001)));

    /** The best epoch, or the last one. */
    public static final BooleanParameter RESTORE_BEST = Parameter.bool("early_stopping.restore_best")
            .withDefault(true)
            .with(
                    About.help(
                            "Whether a trial is judged by its best epoch, to which the network goes back, and not by its last one."));

    /** A training of which half has to pass before anything counts is too short for that. */
    public static final IntegerParameter START_EPOCH = Parameter.integer("early_stopping.start_epoch", 0, 50)
            .withDefault(0)
            .with(new About(
                    "epochs",
                    "How many epochs have to be done before patience begins to be lost, where the first ones say little. "
                            + "More than 50 are longer than most trainings.",
                    Optional.of(new UsualChange.Difference(5))));

    /** A day is the longest. */
    public static final RealParameter MAX_MINUTES = Parameter.real("early_stopping.max_minutes", 0, 1440)
            .withDefault(0)
            .with(new About(
                    "minutes",
                    "The epoch in which so many minutes are over is the last one of a training, however good it still gets; 0 "
                            + "is no limit. More than a day (1440) is longer than anybody waits.",
                    Optional.of(new UsualChange.Factor(2))));

    private StoppingParameters() {}

    /** What is watched: what the study seeks, or any metric of the task. */
    static CategoricalParameter<String> monitor(Task.Kind task) {
        var names = new ArrayList<>(List.of(OBJECTIVE));
        Metrics.of(task).stream().map(Metric::name).forEach(names::add);
        return Parameter.categorical("early_stopping.monitor", names.toArray(String[]::new))
                .with(About.help("What is watched on the validation part to see whether it still gets better: "
                        + "objective is what the search seeks; which way is better is known of each."));
    }

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space, Task.Kind task) {
        var on = Condition.when(EARLY_STOPPING, true);
        return space.with(EARLY_STOPPING)
                .with(monitor(task), on)
                .with(PATIENCE, on)
                .with(MIN_DELTA, on)
                .with(RESTORE_BEST, on)
                .with(START_EPOCH, on)
                .with(MAX_MINUTES, on);
    }

    public static EarlyStopping of(Configuration configuration, Task.Kind task) {
        if (!configuration.find(EARLY_STOPPING).orElse(true)) {
            return EarlyStopping.OFF;
        }
        var metric = configuration.find(monitor(task)).filter(name -> !name.equals(OBJECTIVE));
        return new EarlyStopping(
                metric,
                configuration.find(PATIENCE).orElse(PATIENCE.defaultValue()),
                configuration.find(MIN_DELTA).orElse(MIN_DELTA.defaultValue()),
                configuration.find(RESTORE_BEST).orElse(RESTORE_BEST.defaultValue()),
                configuration.find(START_EPOCH).orElse(START_EPOCH.defaultValue()),
                seconds(configuration.find(MAX_MINUTES).orElse(MAX_MINUTES.defaultValue())));
    }

    private static double seconds(double minutes) {
        return minutes > 0 ? 60 * minutes : Double.POSITIVE_INFINITY;
    }
}
