package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Belief;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.KnowledgeForms;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Preference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
    private static final SearchSpace SPACE =
            SearchSpace.of(Parameter.real("rate", 1e-5, 1).logarithmic(), Parameter.categorical("kind", "a", "b"));

    @Test
    void aStudyKeepsWhatWasKnownBeforeItBegan() {
        var knowledge = new Knowledge(
                List.of(Configuration.of(Map.of("rate", 0.1, "kind", "a"))),
                List.of(new Belief("rate", 0.003, 0.05), Belief.in("kind", "b")),
                List.of(new Knowledge.Related(
                        "before",
                        List.of(new Knowledge.Result(
                                Configuration.of(Map.of("rate", 0.01)), Measurements.of("loss", 0.5))))));
        var spec = new StudySpec(
                        "study",
                        1,
                        SPACE,
                        List.of(Objective.minimize("loss")),
                        Fidelity.WHOLE,
                        new Budget.Trials(3),
                        new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                        List.of(),
                        Form.of(Map.of()))
                .with(knowledge);

        var read = StudySpec.fromForm("study", Json.parseMap(Json.write(spec.toForm()), "copy"));

        assertThat(read.knowledge()).isEqualTo(knowledge);
    }

    @Test
    void aStudyKeepsWhatIsPreferredAndReadsDescriptionsThatSayNothing() {
        var weighed = new Preference.WeightedSum(Map.of("loss", 2.0, "size", 1.0));
        var spec = new StudySpec(
                "study",
                1,
                SPACE,
                List.of(Objective.minimize("loss"), Objective.minimize("size")),
                Fidelity.WHOLE,
                new Budget.Trials(3),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));

        assertThat(spec.toForm().find("preference")).isEmpty();
        assertThat(StudySpec.fromForm("study", spec.toForm()).preference()).isEqualTo(Preference.front());
        var read = StudySpec.fromForm(
                "study", Json.parseMap(Json.write(spec.with(weighed).toForm()), "copy"));
        assertThat(read.preference()).isEqualTo(weighed);
    }

    private static void refused(String json, String message) {
        var form = Json.parseMap("{\"beliefs\": " + json + "}", "file");
        assertThatThrownBy(() -> KnowledgeForms.beliefsFromForm(
                        (Form.ListForm) form.find("beliefs").orElseThrow(), SPACE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aBeliefThatCannotBeHeldIsRefusedWithItsName() {
        refused("[{\"parameter\": \"rat\", \"value\": 0.1}]", "Maybe rate?");
        refused("[{\"parameter\": \"rate\", \"value\": 7}]", "rate = 7");
        refused("[{\"parameter\": \"rate\", \"value\": 0.1, \"spread\": 0}]", "spread = 0");
        refused(
                "[{\"parameter\": \"rate\", \"value\": 0.1}, {\"parameter\": \"rate\", \"value\": 0.2}]",
                "is there twice");
    }
}
