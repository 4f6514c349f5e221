package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Instant NOW = Instant.EPOCH;

    @Test
    void aPlanIsPlannedWithAndEndsNothing() {
        var spec = new StudySpec(
                "planned",
                1,
                SearchSpace.of(Parameter.real("x", 0, 1)),
                List.of(Objective.minimize("loss")),
                Fidelity.WHOLE,
                new Budget.Planned(new Budget.Trials(4)),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        var study = Study.create(new InMemoryStore(), spec, () -> NOW, Duration.ofMinutes(1));
        for (int i = 0; i < 10; i++) {
            double left = spec.budget().left(study.history(), Duration.ZERO, NOW);
            assertThat(left).isPositive().isCloseTo(Math.max(0, 1 - i / 4.0), within(1e-6));
            var ask = study.ask(new Claim("worker", 1, 1, Duration.ZERO));
            assertThat(ask).isInstanceOf(Ask.Run.class);
            ((Ask.Run) ask).trial().tell(Measurements.of("loss", i), 0);
        }
    }

    @Test
    void everyBudgetComesBackFromItsForm() {
        for (var budget : List.of(
                new Budget.Trials(3),
                new Budget.WallClock(Duration.ofSeconds(90)),
                new Budget.FidelityUnits(2.5),
                new Budget.Until(NOW),
                new Budget.Target(Objective.maximize("accuracy"), 0.9),
                new Budget.Gain(0.01, 0.9),
                new Budget.AnyOf(List.of(new Budget.Trials(9), new Budget.Gain(0.01, 0.95))),
                new Budget.AnyOf(List.of()),
                new Budget.Planned(new Budget.Trials(3)),
                new Budget.AnyOf(List.of(new Budget.Trials(7), new Budget.Planned(new Budget.FidelityUnits(9)))))) {
            assertThat(Budget.fromForm(budget.toForm())).isEqualTo(budget);
        }
    }

    @Test
    void aGainIsOfOneObjectiveAndAboveZeroAndNeedsAForecast() {
        assertThatThrownBy(() -> new Budget.Gain(0, 0.9)).hasMessageContaining("gain = 0: must be above 0");
        assertThatThrownBy(() -> new Budget.Gain(0.1, 0.4)).hasMessageContaining("confidence = 0.4");
        assertThatThrownBy(() -> Budget.fromForm(Form.of(Map.of("confidence", Form.of(0.9)))))
                .hasMessageContaining("gain");
        assertThatThrownBy(() -> study(List.of(Objective.minimize("a"), Objective.minimize("b"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("gain = 0.1: is of one objective, and there are 2");
        assertThatThrownBy(() -> study(List.of(Objective.minimize("a"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("needs a forecast of the gain, and none is installed");
    }

    private static Study study(List<Objective> objectives) {
        var spec = new StudySpec(
                "gain",
                1,
                SearchSpace.of(Parameter.real("x", 0, 1)),
                objectives,
                Fidelity.WHOLE,
                new Budget.AnyOf(List.of(new Budget.Trials(50), new Budget.Gain(0.1, 0.9))),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        return Study.create(new InMemoryStore(), spec, () -> NOW, Duration.ofMinutes(1));
    }
}
