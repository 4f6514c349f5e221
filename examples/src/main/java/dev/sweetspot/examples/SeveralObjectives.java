package dev.sweetspot.examples;

import dev.sweetspot.space.Parameter;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Optimization;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Preference;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Two objectives: their front, and what is best when both have a weight. */
public final class SeveralObjectives {
    private SeveralObjectives() {}

    /** Prints the front of fifty trials, and the best of fifty others by weights. */
    public static void main(String[] arguments) throws InterruptedException {
        var width = Parameter.integer("width", 1, 64).logarithmic();
        var search = Optimization.of(List.of(Objective.maximize("accuracy"), Objective.minimize("size")), trial -> {
            int chosen = trial.suggest(width);
            return Measurements.of("accuracy", 1 - 0.4 / chosen).and("size", chosen * chosen);
        });
        var study = search.study(new Budget.Trials(50), Clock.systemUTC());
        study.history().front(search.problem()).forEach(trial -> System.out.println(trial.configuration()));

        var weighed = search.with(new Preference.WeightedSum(Map.of("accuracy", 2.0, "size", 1.0)));
        System.out.println(weighed.run(new Budget.Trials(50), Clock.systemUTC()).configuration());
    }
}
