package dev.sweetspot.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.sampler.Memory;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.testkit.SampleEvents;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TriedTest {
    private static final Problem PROBLEM =
            Problem.of(SearchSpace.of(Parameter.integer("n", 1, 9)), Objective.minimize("loss"));

    private static Configuration of(int n) {
        return Configuration.of(Map.of("n", n));
    }

    private static Tried after(History history, Memory memory) {
        return Tried.of(new Question(PROBLEM, history, Means.ENDLESS, memory));
    }

    @Test
    void runningFailedAndCompletedTrialsCount() {
        var history = History.EMPTY
                .and(SampleEvents.started(0, of(1)))
                .and(SampleEvents.completed(0, "loss", 1))
                .and(SampleEvents.started(1, of(2)))
                .and(SampleEvents.failed(1))
                .and(SampleEvents.started(2, of(3)));
        var tried = after(history, new Memory());

        assertThat(tried.contains(of(1))).isTrue();
        assertThat(tried.contains(of(2))).isTrue();
        assertThat(tried.contains(of(3))).isTrue();
        assertThat(tried.contains(of(4))).isFalse();
    }

    @Test
    void aMemoryOfALaterVersionDoesNotChangeTheAnswerToAnEarlierOne() {
        var memory = new Memory();
        var early = History.EMPTY.and(SampleEvents.started(0, of(1)));
        var late = early.and(SampleEvents.started(1, of(2)));

        assertThat(after(late, memory).contains(of(2))).isTrue();
        assertThat(after(early, memory).contains(of(2))).isFalse();
        assertThat(after(late, memory).contains(of(2))).isTrue();
    }
}
