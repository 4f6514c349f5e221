package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariedTest {
    private static Configuration configuration(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Configuration.of(values);
    }

    private static History history(Configuration... tried) {
        var history = History.EMPTY;
        for (var configuration : tried) {
            history = history.and(new Event.Started(
                    history.size(), Instant.EPOCH, configuration, Origin.given("test"), Start.FRESH, 1, "w", 1));
        }
        return history;
    }

    @Test
    void onlyWhatDiffersIsToldOfATrialAndTheRestOnce() {
        var small = configuration("family", "mlp", "layers", 2, "dropout", 0.2);
        var large = configuration("family", "mlp", "layers", 4, "dropout", 0.2);
        var varied = Varied.of(history(small, large));

        assertThat(varied.inWords(small)).isEqualTo("layers=2");
        assertThat(varied.inWords(large)).isEqualTo("layers=4");
        assertThat(varied.commonInWords()).contains("The same in all trials that have it: family=mlp, dropout=0.2");
    }

    @Test
    void whatOnlySomeHaveIsCommonWhereTheyAgree() {
        var mlp = configuration("family", "mlp", "layers", 2);
        var cnn = configuration("family", "cnn", "blocks", 3);
        var other = configuration("family", "cnn", "blocks", 4);
        var varied = Varied.of(history(mlp, cnn, other));

        assertThat(varied.inWords(mlp)).isEqualTo("family=mlp");
        assertThat(varied.inWords(other)).isEqualTo("family=cnn, blocks=4");
        assertThat(varied.commonInWords())
                .hasValueSatisfying(said -> assertThat(said).endsWith(": layers=2"));
    }

    @Test
    void aSingleTrialIsShownWhole() {
        var only = configuration("x", 0.5);
        var varied = Varied.of(history(only));

        assertThat(varied.inWords(only)).isEqualTo("x=0.5");
        assertThat(varied.commonInWords()).isEmpty();
    }

    @Test
    void trialsThatAreAllTheSameSaySo() {
        var same = configuration("x", 0.5);

        assertThat(Varied.of(history(same, same)).inWords(same)).isEqualTo("as all others");
    }
}
