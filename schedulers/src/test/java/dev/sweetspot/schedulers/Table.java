package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.testkit.SimulatedStudy;
import dev.sweetspot.testkit.SimulatedStudy.Limits;
import dev.sweetspot.testkit.SimulatedStudy.Trials;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Problem;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/** Studies whose results are known beforehand. */
final class Table {
    static final SearchSpace SPACE = SearchSpace.of(Parameter.real("x", 0, 1));

    private Table() {}

    static Problem epochs(int most) {
        return new Problem(SPACE, List.of(Objective.minimize("loss")), List.of(), Fidelity.epochs(most));
    }

    static Limits trials(int workers, int most) {
        return new Limits(workers, OptionalInt.of(most), OptionalDouble.empty(), 1, 0);
    }

    static Limits fidelity(int workers, double most) {
        return new Limits(workers, OptionalInt.empty(), OptionalDouble.of(most), 1, 0);
    }

    /** Trials that report one number for ever. */
    static Trials constant(IntToDoubleFunction loss) {
        return new Trials() {
            @Override
            public Measurements report(int trial, Configuration configuration, double fidelity) {
                return Measurements.of("loss", loss.applyAsDouble(trial));
            }
        };
    }

    static History run(Scheduler scheduler, int epochs, Trials trials, Limits limits) {
        return new SimulatedStudy(scheduler, epochs(epochs), trials, limits, 1).run(100_000);
    }

    /** How far each trial came, by number. */
    static List<Double> reached(History history) {
        return history.trials().stream().map(trial -> trial.curve().reached()).toList();
    }
}
