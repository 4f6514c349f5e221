package dev.sweetspot.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.importance.Landscape;
import dev.sweetspot.trial.Trial;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudiedTest {
    @Test
    void aThinnedStudyHasSomeOfItsTrialsWithAllThatWasReportedOfThem() {
        var studied = SampleStudies.network(100, 1);
        var thinned = studied.thinned(34);

        assertThat(thinned.history().size()).isEqualTo(34);
        IntStream.range(0, 34).forEach(i -> {
            var trial = thinned.history().trial(i);
            var original = studied.history().trial(3 * i);
            assertThat(trial.configuration()).isEqualTo(original.configuration());
            assertThat(trial.curve().values("accuracy"))
                    .isEqualTo(original.curve().values("accuracy"));
            assertThat(trial.state()).isEqualTo(original.state());
            assertThat(trial.seconds()).isEqualTo(original.seconds());
        });
    }

    @Test
    void aSmallStudyStaysAsItIs() {
        var studied = SampleStudies.network(20, 1);

        assertThat(studied.thinned(20)).isSameAs(studied);
    }

    @Test
    void whatMatteredInAVeryLargeStudyIsLearntFromSomeOfItsTrialsAndSaysSo() {
        var large = SampleStudies.network(20_000, 2);
        var aspect = Aspect.of(large).get(0);
        var landscape = Landscape.of(large, aspect);

        assertThat(landscape.importances().notes()).contains("Learnt from 1000 of 20000 trials, evenly picked.");
        assertThat(landscape.importances().mains().get(0).parameters()).containsExactly("learning_rate");
        assertThat(Landscape.of(large, aspect)).as("asked again").isSameAs(landscape);
    }

    @Test
    void failedTrialsStayFailed() {
        assertThat(SampleStudies.failed(10).thinned(5).history().trials()).noneMatch(Trial::completed);
    }
}
