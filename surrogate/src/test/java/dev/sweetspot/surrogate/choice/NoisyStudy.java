package dev.sweetspot.surrogate.choice;

import dev.sweetspot.choice.Repeats;
import dev.sweetspot.sampler.Memory;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** A random search in a bowl of three parameters, of which results differ by chance, and what repeats make of it. */
final class NoisyStudy {
    static final Problem PROBLEM = new Problem(
            SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1), Parameter.real("z", 0, 1)),
            List.of(Objective.minimize("loss")),
            List.of(),
            Fidelity.WHOLE);

    private final int budget;
    private final double noise;
    private final SplittableRandom random;
    private History history = History.EMPTY;

    NoisyStudy(int budget, double noise, long seed) {
        this.budget = budget;
        this.noise = noise;
        this.random = new SplittableRandom(seed);
    }

    static double truth(Configuration configuration) {
        double sum = 0;
        for (var value : configuration.values().values()) {
            sum += ((Double) value - 0.4) * ((Double) value - 0.4);
        }
        return sum;
    }

    /** Question of a worker at this point. */
    Question question() {
        double left = 1 - (double) history.size() / budget;
        var means = new Means(
                OptionalDouble.of(left),
                OptionalDouble.empty(),
                1,
                OptionalInt.of(budget - history.size()),
                OptionalDouble.empty());
        return new Question(PROBLEM, history, means, Knowledge.NONE, new Memory());
    }

    /** Runs until the budget is used. */
    History run(Repeats repeats) {
        var encoding = Encoding.of(PROBLEM.space());
        while (history.size() < budget) {
            var again = repeats.next(question());
            var start =
                    again.<Start>map(repeat -> new Start.Repeat(repeat.trial())).orElse(Start.FRESH);
            var configuration = again.map(
                            repeat -> history.trial(repeat.trial()).configuration())
                    .orElseGet(() -> encoding.draw(random).orElseThrow());
            add(configuration, start);
        }
        return history;
    }

    void add(Configuration configuration, Start start) {
        int number = history.size();
        double loss = truth(configuration) + noise * random.nextGaussian();
        history = history.and(
                        new Event.Started(number, Instant.EPOCH, configuration, Origin.given("test"), start, 1, "w", 1))
                .and(new Event.Finished(
                        number, Instant.EPOCH, new Outcome.Completed(Measurements.of("loss", loss)), 1));
    }
}
