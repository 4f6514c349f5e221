package dev.sweetspot.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.space.Configuration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Configuration HALF = Configuration.of(Map.of("x", 0.5));

    private static Event.Started started(int number, Configuration configuration, Start start) {
        return new Event.Started(number, NOON, configuration, Origin.given("by hand"), start, 1, "worker", 1);
    }

    private static Event ended(int number) {
        return new Event.Finished(number, NOON, new Outcome.Completed(Measurements.of("loss", 1)), 1);
    }

    private static final History ONE = History.EMPTY.and(started(0, HALF, Start.FRESH));
    private static final History ENDED = ONE.and(ended(0));

    @Test
    void aRepeatKnowsWhatItRepeats() {
        var history = ENDED.and(started(1, HALF, new Start.Repeat(0)));

        assertThat(history.trial(1).repeats()).hasValue(0);
        assertThat(history.trial(0).repeats()).isEmpty();
        assertThat(history.and(ended(1)).repeats()).extracting(Trial::number).containsExactly(1);
    }

    @Test
    void onlyTheSameConfigurationRepeatsATrial() {
        var other = Configuration.of(Map.of("x", 0.25));

        assertThatThrownBy(() -> ENDED.and(started(1, other, new Start.Repeat(0))))
                .hasMessage("trial 1 cannot repeat trial 0: its configuration is another");
    }

    @Test
    void aTrialThatRunsOrIsNotThereOrIsARepeatItselfIsNotRepeated() {
        var repeated = ENDED.and(started(1, HALF, new Start.Repeat(0))).and(ended(1));

        assertThatThrownBy(() -> ONE.and(started(1, HALF, new Start.Repeat(0)))).hasMessageContaining("it runs");
        assertThatThrownBy(() -> ENDED.and(started(1, HALF, new Start.Repeat(1))))
                .hasMessageContaining("there is no such trial");
        assertThatThrownBy(() -> repeated.and(started(2, HALF, new Start.Repeat(1))))
                .hasMessageContaining("it did not begin from nothing by itself");
    }

    @Test
    void storesGiveBackWhatIsRepeated() {
        var event = started(1, HALF, new Start.Repeat(0));

        assertThat(EventForms.fromForm(EventForms.toForm(event))).isEqualTo(event);
        assertThat(EventForms.toForm(started(0, HALF, Start.FRESH)).find("repeat_of"))
                .isEmpty();
    }
}
