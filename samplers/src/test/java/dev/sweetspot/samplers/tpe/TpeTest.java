package dev.sweetspot.samplers.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.samplers.Landscapes;
import dev.sweetspot.samplers.LearningSamplerTest;
import dev.sweetspot.samplers.Searches;
import dev.sweetspot.trial.Means;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TpeTest extends LearningSamplerTest {
    @Override
    protected Sampler sampler() {
        return new Tpe();
    }

    @Test
    void itBeatsRandomSearchOnATreeOfModels() {
        var problem = Searches.problem(Landscapes.tree());

        assertThat(Searches.winsOverRandom(
                        new Tpe(),
                        problem,
                        70,
                        PAIRS,
                        history -> Searches.best(history, problem),
                        Searches.losing(Landscapes::valleys)))
                .isGreaterThanOrEqualTo(WINS);
    }

    @Test
    void theReasonsSayWhatWasCompared() {
        var problem = Searches.problem(Landscapes.mixed());
        var history = Searches.run(new Tpe(), problem, 40, 3, Searches.losing(Landscapes::bowl));
        var proposal = (Proposal.Suggested)
                new Tpe().suggest(new Question(problem, history, Means.ENDLESS), new SplittableRandom(2));

        assertThat(proposal.reasons()).hasSize(1);
        assertThat(proposal.reasons().get(0)).contains("the best 4 of 40 trials");
    }

    @Test
    void settingsOutsideTheirRangesAreRefused() {
        assertThatThrownBy(() -> new Tpe(0, 64, 0.1, 0.1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("startup = 0");
        assertThatThrownBy(() -> new Tpe(5, 0, 0.1, 0.1)).hasMessageContaining("candidates = 0");
        assertThatThrownBy(() -> new Tpe(5, 64, 1, 0.1)).hasMessageContaining("good = 1");
        assertThatThrownBy(() -> new Tpe(5, 64, 0.1, 0)).hasMessageContaining("width = 0");
    }
}
