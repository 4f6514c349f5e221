package dev.sweetspot.examples;

import dev.sweetspot.space.Parameter;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Optimization;
import dev.sweetspot.trial.Objective;
import java.time.Clock;

/** The shortest search: a function asks for its parameters as it runs. */
public final class FirstSearch {
    private FirstSearch() {}

    /** Prints the best point of a hundred. */
    public static void main(String[] arguments) throws InterruptedException {
        var x = Parameter.real("x", -5, 5);
        var best = Optimization.of(Objective.minimize("loss"), trial -> Math.abs(trial.suggest(x) - 2))
                .run(new Budget.Trials(100), Clock.systemUTC());
        System.out.println(best.configuration());
    }
}
