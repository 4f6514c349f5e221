package dev.sweetspot.examples;

import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Relation;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Optimization;
import dev.sweetspot.trial.Objective;
import java.time.Clock;

/** A declared space: a parameter that is there for one optimiser only, and two numbers that keep an order. */
public final class ConditionsAndRelations {
    private ConditionsAndRelations() {}

    /** Prints the best configuration of two hundred. */
    public static void main(String[] arguments) throws InterruptedException {
        var optimizer = Parameter.categorical("optimizer", "sgd", "adam");
        var rate = Parameter.real("learning_rate", 1e-5, 1).logarithmic();
        var momentum = Parameter.real("momentum", 0, 0.99);
        var last = Parameter.integer("last_units", 8, 256);
        var first = Parameter.integer("first_units", 8, 256);

        var space = SearchSpace.of(optimizer, rate)
                .with(momentum, Condition.when(optimizer, "sgd"))
                .with(last)
                .with(first)
                .with(Relation.order(last, first));

        var best = Optimization.of(Objective.minimize("error"), trial -> {
                    var chosen = trial.configuration();
                    double units = chosen.get(first) - chosen.get(last);
                    double inertia = chosen.find(momentum).orElse(0.5);
                    return Math.abs(Math.log10(chosen.get(rate)) + 2) + units / 256 + Math.abs(inertia - 0.9);
                })
                .in(space)
                .run(new Budget.Trials(200), Clock.systemUTC());
        System.out.println(best.configuration());
    }
}
