package dev.sweetspot.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SearchPlotTest {
    private static final Screen ASCII = new Screen(60, false, false);

    private static History history(double... losses) {
        var history = History.EMPTY;
        for (int i = 0; i < losses.length; i++) {
            history = history.and(new Event.Started(
                            i, Instant.EPOCH, Configuration.empty(), Origin.given("given"), Start.FRESH, 1, "a", 1))
                    .and(new Event.Finished(
                            i, Instant.EPOCH, new Outcome.Completed(Measurements.of("loss", losses[i])), 1));
        }
        return history;
    }

    @Test
    void theBestSoFarFallsFromTheTopToTheBottom() {
        var lines = SearchPlot.lines(history(9, 5, 8, 1, 7), Objective.minimize("loss"), ASCII);

        assertThat(lines).hasSize(10);
        assertThat(lines.get(0)).startsWith("       9 +").contains("*");
        assertThat(lines.get(6)).startsWith("       1 +").contains("***");
        assertThat(lines.get(8)).endsWith("5 trials");
        assertThat(lines.get(9)).contains("loss of each trial, and the best so far");
    }

    @Test
    void noLineIsWiderThanTheScreenWhateverItCanShow() {
        for (boolean unicode : new boolean[] {true, false}) {
            for (int columns : new int[] {20, 40, 80, 300}) {
                var screen = new Screen(columns, unicode, false);
                assertThat(SearchPlot.lines(history(9, 5, 8, 1, 7), Objective.minimize("loss"), screen))
                        .isNotEmpty()
                        .allMatch(line -> line.length() <= screen.columns());
            }
        }
        assertThat(SearchPlot.lines(history(9, 5, 8, 1, 7), Objective.minimize("loss"), ASCII))
                .allMatch(line -> line.chars().allMatch(c -> c < 128));
    }

    @Test
    void aResultFarWorseThanAllOthersDoesNotFlattenThem() {
        var lines = SearchPlot.lines(history(9, 5, 8, 1, 7, 6, 5, 4, 8, 9, 3, 1e9), Objective.minimize("loss"), ASCII);

        assertThat(lines.get(0)).startsWith("       9 +");
        assertThat(lines.get(lines.size() - 1)).endsWith(" 1 far worse not drawn");
    }

    @Test
    void threeResultsAreNoPlot() {
        assertThat(SearchPlot.lines(history(9, 5, 8), Objective.minimize("loss"), ASCII))
                .isEmpty();
    }

    @Test
    void resultsThatAreAllTheSameAreALine() {
        assertThat(SearchPlot.lines(history(2, 2, 2, 2, 2), Objective.minimize("loss"), ASCII))
                .anyMatch(line -> line.contains("*****"));
    }
}
