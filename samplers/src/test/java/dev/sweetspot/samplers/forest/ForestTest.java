package dev.sweetspot.samplers.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.samplers.Landscapes;
import dev.sweetspot.samplers.LearningSamplerTest;
import dev.sweetspot.samplers.Searches;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.testkit.SampleEvents;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class ForestTest extends LearningSamplerTest {
    @Override
    protected Sampler sampler() {
        return new Forest();
    }

    @Test
    void itBeatsRandomSearchOnATreeOfModels() {
        var problem = Searches.problem(Landscapes.tree());

        // The deepest branch looks worst at first. By chance 32 of 48 come once in 70 times.
        assertThat(Searches.winsOverRandom(
                        new Forest(),
                        problem,
                        70,
                        2 * PAIRS,
                        history -> Searches.best(history, problem),
                        Searches.losing(Landscapes::valleys)))
                .isGreaterThanOrEqualTo(32);
    }

    @Test
    void theReasonsSayWhatWasCompared() {
        var problem = Searches.problem(Landscapes.mixed());
        var history = Searches.run(new Forest(), problem, 40, 3, Searches.losing(Landscapes::bowl));
        var proposal = (Proposal.Suggested)
                new Forest().suggest(new Question(problem, history, Means.ENDLESS), new SplittableRandom(2));

        assertThat(proposal.reasons()).isNotEmpty();
        assertThat(proposal.reasons().get(0)).contains("a forest over 40 trials");
    }

    @Test
    void itSaysWhenItDidNotLookAtAllTrials() {
        var problem = Searches.problem(Landscapes.tree());
        var random = new SplittableRandom(9);
        var history = History.EMPTY;
        for (int n = 0; n < 2_100; n++) {
            var configuration = Encoding.of(Landscapes.tree()).draw(random).orElseThrow();
            history = history.and(SampleEvents.started(n, configuration))
                    .and(SampleEvents.completed(n, "loss", Landscapes.valleys(configuration)));
        }
        var proposal = (Proposal.Suggested)
                new Forest().suggest(new Question(problem, history, Means.ENDLESS), new SplittableRandom(2));

        assertThat(proposal.reasons())
                .contains("100 of the trials that were not among the best were not looked at")
                .first()
                .asString()
                .contains("a forest over 2000 trials");
    }

    @Test
    void settingsOutsideTheirRangesAreRefused() {
        assertThatThrownBy(() -> new Forest(0, 700))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("startup = 0");
        assertThatThrownBy(() -> new Forest(5, 0)).hasMessageContaining("candidates = 0");
    }
}
