package dev.sweetspot.store.jdbc;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.store.Stores;
import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Measurements;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** A process of its own that widens one range of a study again and again, enqueues, and runs what it is asked to. */
final class Changer {
    private Changer() {}

    public static void main(String[] arguments) {
        try (var store = Stores.open(arguments[0])) {
            var study = Study.open(store, "s", InstantSource.system(), Duration.ofMinutes(5));
            var name = arguments[1];
            for (int k = 1; k <= Integer.parseInt(arguments[2]); k++) {
                study.change(Parameter.integer(name, 0, k));
                study.enqueue(Configuration.of(Map.of(name, k, name.equals("n") ? "m" : "n", 0)));
                run(((Ask.Run) study.ask(new Claim(name, 1, 1, Duration.ZERO))).trial());
            }
        }
    }

    private static void run(ActiveTrial trial) {
        trial.tell(Measurements.of("loss", 1), 1);
    }
}
