package dev.sweetspot.samplers.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches whose trials take from one second to a hundred, which has little to do with how good they are. */
@Tag("once")
class ByTheClockTest {
    private static final double SECONDS = 400;
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.real("x", 0, 1), Parameter.real("size", 0, 1), Parameter.categorical("kind", "a", "b"));

    /** What came of one search. */
    private record Came(int trials, int notEnded) {}

    private static double number(Configuration configuration, String name) {
        return ((Number) configuration.values().get(name)).doubleValue();
    }

    private static Came search(String sampler, long seed, Budget budget) {
        var spec = new StudySpec(
                "s",
                seed,
                SPACE,
                List.of(Objective.minimize("loss")),
                Fidelity.WHOLE,
                budget,
                new StudySpec.Search(Samplers.named(sampler), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        var study = Study.create(new InMemoryStore(), spec, () -> Instant.EPOCH, Duration.ofMinutes(1));
        double elapsed = 0;
        int trials = 0;
        int notEnded = 0;
        while (elapsed < SECONDS) {
            var claim = new Claim("worker", 1, 1, Duration.ofNanos(Math.round(elapsed * 1e9)));
            if (!(study.ask(claim) instanceof Ask.Run run)) {
                break;
            }
            var configuration = run.trial().trial().configuration();
            double loss = Math.pow(number(configuration, "x") - 0.3, 2)
                    + 0.1 * Math.pow(number(configuration, "size") - 0.4, 2)
                    + (configuration.values().get("kind").equals("a") ? 0 : 0.1);
            double seconds = Math.pow(100, number(configuration, "size"));
            run.trial().tell(Measurements.of("loss", loss), seconds);
            elapsed += seconds;
            trials++;
            notEnded += elapsed > SECONDS ? 1 : 0;
        }
        return new Came(trials, notEnded);
    }

    /** Over eight seeds each; what a search does not know of, it cannot weigh. */
    @ParameterizedTest
    @ValueSource(strings = {"gp", "tpe", "forest", "auto"})
    void whoKnowsTheTimeTriesMoreInItAndHardlyEverLosesATrial(String sampler) {
        int knowing = 0;
        int notKnowing = 0;
        int lost = 0;
        for (int seed = 0; seed < 8; seed++) {
            var aware = search(sampler, seed, new Budget.WallClock(Duration.ofSeconds((long) SECONDS)));
            knowing += aware.trials();
            lost += aware.notEnded();
            notKnowing += search(sampler, seed, new Budget.Planned(new Budget.Trials(40)))
                    .trials();
        }
        assertThat(knowing).isGreaterThan((int) (1.25 * notKnowing));
        assertThat(lost).isLessThanOrEqualTo(3);
    }
}
