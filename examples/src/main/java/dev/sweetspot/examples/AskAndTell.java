package dev.sweetspot.examples;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.jdbc.SqliteStore;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A loop of one's own around a study that lasts: in a SQLite file, which other processes may work on too. */
public final class AskAndTell {
    private AskAndTell() {}

    /** Prints the best of twenty; the first argument is the file. */
    public static void main(String[] arguments) {
        var file = Path.of(arguments[0]);
        var temperature = Parameter.real("temperature", 20, 90);
        var yield = Objective.maximize("yield");
        var spec = new StudySpec(
                "reactor",
                1,
                SearchSpace.of(temperature),
                List.of(yield),
                Fidelity.WHOLE,
                new Budget.Trials(20),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));

        try (var store = SqliteStore.open(file)) {
            var study = store.find("reactor").isPresent()
                    ? Study.open(store, "reactor", Clock.systemUTC(), Duration.ofMinutes(1))
                    : Study.create(store, spec, Clock.systemUTC(), Duration.ofMinutes(1));
            while (study.ask(new Claim("me", 1, 1, Duration.ZERO)) instanceof Ask.Run run) {
                double degrees = run.trial().suggest(temperature);
                double measured = 100 - Math.abs(degrees - 61);
                run.trial().tell(Measurements.of("yield", measured), 0);
            }
            System.out.println(study.history().best(yield).orElseThrow().configuration());
        }
    }
}
