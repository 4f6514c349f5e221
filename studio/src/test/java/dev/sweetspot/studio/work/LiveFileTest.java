package dev.sweetspot.studio.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveFileTest {
    @TempDir
    Path folder;

    private Path file;
    private LiveFile live;

    @BeforeEach
    void nothingIsThereYet() {
        file = folder.resolve("live.jsonl");
        live = new LiveFile(file);
    }

    private void add(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String glimpse(double fidelity, double loss) {
        return "{\"event\":\"glimpse\",\"trial\":0,\"fidelity\":" + fidelity + ",\"training_loss\":" + loss + "}\n";
    }

    @Test
    void beforeAnythingWasToldNothingIsKnown() {
        assertThat(live.now()).isEqualTo(Sighting.NOTHING);
    }

    @Test
    void whatAnEndedProcessWasAtIsForgottenWhenAnotherOneGoesOn() throws IOException {
        add("{\"event\":\"study\",\"study\":\"cells\"}\n{\"event\":\"fitting\",\"what\":\"winner\",\"epochs\":5,"
                + "\"planned\":6,\"seconds_left\":4}\n{\"event\":\"glim");
        assertThat(live.now().fittings()).containsKey("winner");
        live.launched();
        assertThat(live.now().fittings()).isEmpty();
        assertThat(live.now().secondsLeft()).isEmpty();
        assertThat(live.now().study()).contains("cells");
    }

    @Test
    void eachTimeItGoesOnWhereItWas() throws IOException {
        add("{\"event\":\"study\",\"study\":\"by hand\"}\n{\"event\":\"started\",\"trial\":0}\n");
        assertThat(live.now().study()).contains("by hand");
        add(glimpse(0.5, 2));
        assertThat(live.now().glimpses()).containsExactly(new Sighting.Glimpse(0.5, 2));
        add(glimpse(1, 1)
                + "{\"event\":\"fitting\",\"what\":\"winner\",\"epochs\":2,\"planned\":8,\"seconds_left\":12}\n");
        assertThat(live.now().glimpses()).hasSize(2);
        assertThat(live.now().fittings()).containsEntry("winner", new Sighting.Fitting(2, 8));
        assertThat(live.now().secondsLeft()).contains(12.0);
    }

    @Test
    void aLineIsTakenWhenItIsWhole() throws IOException {
        add("{\"event\":\"began\",\"step\":\"search\",\"sente");
        assertThat(live.now().sentence()).isEmpty();
        add("nce\":\"Searching\"}\n");
        assertThat(live.now().sentence()).isEqualTo("Searching");
    }

    @Test
    void halfALineOfAKilledProcessIsPassedOver() throws IOException {
        add("{\"event\":\"started\",\"trial\":0}\n{\"event\":\"glim{\"event\":\"noticed\",\"sentence\":\"lost\"}\n"
                + glimpse(1, 2));
        assertThat(live.now().notices()).isEmpty();
        assertThat(live.now().glimpses()).hasSize(1);
    }

    @Test
    void whatGoesOnFromACheckpointTakesThePlaceOfWhatCameAfterIt() throws IOException {
        add("{\"event\":\"started\",\"trial\":0}\n" + glimpse(1, 3) + glimpse(2, 2) + glimpse(1.5, 2.5));
        assertThat(live.now().glimpses()).containsExactly(new Sighting.Glimpse(1, 3), new Sighting.Glimpse(1.5, 2.5));
    }

    @Test
    void aLongTrainingIsRememberedInFewerPointsFromItsBeginningToItsEnd() throws IOException {
        add("{\"event\":\"started\",\"trial\":0}\n"
                + IntStream.rangeClosed(1, 20_000)
                        .mapToObj(i -> glimpse(i / 10.0, 1.0 / i))
                        .collect(Collectors.joining()));
        var glimpses = live.now().glimpses();
        assertThat(glimpses).hasSizeBetween(500, 1500);
        assertThat(glimpses.get(0).fidelity()).isEqualTo(0.1);
        assertThat(glimpses.get(glimpses.size() - 1).fidelity()).isGreaterThan(1990);
        for (int i = 1; i < glimpses.size(); i++) {
            assertThat(glimpses.get(i).fidelity() - glimpses.get(i - 1).fidelity())
                    .isLessThan(8);
        }
    }

    @Test
    void ofASearchTheLatestTrialIsWatched() throws IOException {
        add("{\"event\":\"started\",\"trial\":0}\n" + glimpse(1, 3) + "{\"event\":\"started\",\"trial\":1}\n"
                + glimpse(2, 2));
        assertThat(live.now().trial()).contains(1);
        assertThat(live.now().glimpses()).isEmpty();
    }
}
