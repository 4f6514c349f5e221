package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import dev.sweetspot.trial.Measurements;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static Measurements accuracy(double value) {
        return Measurements.of("accuracy", value);
    }

    @Test
    void isTheMeanOfTheLastFew() {
        var recent = new Recent(3, List.of());

        assertThat(recent.with(accuracy(1))).isEqualTo(accuracy(1));
        assertThat(recent.with(accuracy(2))).isEqualTo(accuracy(1.5));
        assertThat(recent.with(accuracy(3))).isEqualTo(accuracy(2));
        assertThat(recent.with(accuracy(7))).isEqualTo(accuracy(4));
    }

    @Test
    void ofOneIsThatOne() {
        var recent = new Recent(1, List.of());
        recent.with(accuracy(1));

        assertThat(recent.with(accuracy(0.3))).isEqualTo(accuracy(0.3));
    }

    @Test
    void goesOnWhereAnotherOneEnded() {
        var first = new Recent(3, List.of());
        first.with(accuracy(1));
        first.with(accuracy(2));
        var memory = Form.of(Map.of("recent", first.memory()));

        var second = new Recent(3, Recent.remembered(memory, "recent"));

        assertThat(second.with(accuracy(6))).isEqualTo(first.with(accuracy(6)));
        assertThat(Recent.remembered(memory, "other")).isEmpty();
    }
}
