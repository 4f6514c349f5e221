package dev.sweetspot.deep.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void aCosineFallsFromOneToZeroAfterItsWarmUp() {
        var rate = new Rate(1, 0.2, new Cosine());
        assertThat(rate.at(0.1, List.of())).isCloseTo(0.5, offset(1e-12));
        assertThat(rate.at(0.2, List.of())).isCloseTo(1, offset(1e-12));
        assertThat(rate.at(0.6, List.of())).isCloseTo(0.5, offset(1e-12));
        assertThat(rate.at(1, List.of())).isCloseTo(0, offset(1e-12));
        assertThat(new Rate(1, 0, new Constant()).at(0.7, List.of())).isEqualTo(1);
    }
}
