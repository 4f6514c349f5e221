package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeByParameterPlotTest {
    private static final Plot PLOT = new TimeByParameterPlot();

    @Test
    void whatWasRunInPartIsScaledUpToTheWhole() {
        var study = new HandmadeStudy(
                SearchSpace.of(Parameter.integer("layers", 1, 6)),
                List.of(),
                Fidelity.epochs(10),
                Objective.minimize("loss"));
        study.complete(Map.of("layers", 2), Measurements.of("loss", 1), 20);
        int part = study.begin(Map.of("layers", 4));
        // A second for each epoch.
        study.report(part, 2, Measurements.of("loss", 1));
        study.pause(part);
        int failed = study.begin(Map.of("layers", 6));
        study.end(failed, new Outcome.Failed(Outcome.Cause.OUT_OF_MEMORY, "no"), 4);

        var plane = Seen.plane(Seen.chart(PLOT, study.studied()), "layers");

        assertThat(Seen.pairs(Seen.points(plane, "trials"))).containsExactly("(2.0, 20.0)");
        assertThat(Seen.pairs(Seen.points(plane, "scaled up"))).containsExactly("(4.0, 10.0)");
    }
}
