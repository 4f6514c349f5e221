package dev.sweetspot.studio.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Fields;
import dev.sweetspot.server.Refusal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaysTest {
    private static final Map<String, String> FEW = Map.of("points", "40");
    private static final Map<String, String> SMALL = Map.of("units", "8", "epochs", "5");

    private final Plays plays = new Plays(() -> {});

    @AfterEach
    void end() {
        plays.close();
    }

    private static Fields until(Play play, Predicate<Fields> wanted) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            var frame = Fields.of(play.look());
            if (wanted.test(frame)) {
                return frame;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("it never came to that: " + play.look());
    }

    private static List<Double> epochs(Fields frame) {
        return frame.list("networks").items().stream()
                .map(network -> Fields.of(network).number("epochs"))
                .toList();
    }

    private static boolean is(Fields frame, String state, Double... epochs) {
        return frame.text("state").equals(state) && epochs(frame).equals(List.of(epochs));
    }

    @Test
    void itStandsStillGoesOnByOneAndThenToTheEnd() throws InterruptedException {
        var play = plays.get(plays.open(new Choice(FEW, List.of(SMALL, SMALL))));
        var first = until(play, frame -> is(frame, "paused", 0.0, 0.0));
        play.advance(1);
        until(play, frame -> is(frame, "paused", 1.0, 1.0));
        play.run(Pace.FAST);
        var last = until(play, frame -> is(frame, "finished", 5.0, 5.0));

        var drawn = new HashSet<String>();
        last.list("networks")
                .items()
                .forEach(network -> drawn.add(Fields.of(network).text("plane")));
        assertThat(drawn).as("both had the same settings, and the same start").hasSize(1);
        assertThat(Fields.of(first.list("networks").items().get(0)).text("plane"))
                .isNotIn(drawn);

        // Whoever wants more when all is done gets more.
        play.advance(2);
        until(play, frame -> is(frame, "finished", 7.0, 7.0));
    }

    @Test
    void anotherChoiceBeginsAgain() throws InterruptedException {
        var play = plays.get(plays.open(new Choice(FEW, List.of(SMALL))));
        play.run(Pace.FAST);
        until(play, frame -> is(frame, "finished", 5.0));
        play.pause();
        play.choose(new Choice(FEW, List.of(Map.of("layers", "0"), SMALL)));

        assertThat(until(play, frame -> is(frame, "paused", 0.0, 0.0)).whole("round"))
                .isEqualTo(1);
    }

    @Test
    void ofTooManyTheOneGoesAtWhichNobodyLooks() {
        var choice = new Choice(FEW, List.of(SMALL));
        var names = new HashSet<String>();
        for (int i = 0; i < Plays.MOST; i++) {
            names.add(plays.open(choice));
        }

        // Just opened: somebody looks at each.
        assertThatThrownBy(() -> plays.open(choice))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("playgrounds = 4: are open already");
        plays.end(names.iterator().next());
        assertThat(plays.open(choice)).isNotIn(names);
        assertThatThrownBy(() -> plays.get("another")).hasMessageContaining("playground = another: is not there");
    }
}
