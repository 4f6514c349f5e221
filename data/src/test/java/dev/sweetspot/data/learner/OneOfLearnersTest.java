package dev.sweetspot.data.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.testkit.WorkloadContract;
import dev.sweetspot.workload.Workload;
import dev.sweetspot.workload.Workloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two kinds of learners in one study, with the contract of every workload. */
class OneOfLearnersTest extends WorkloadContract {
    @TempDir
    Path home;

    private Divided data(String name) {
        var text = new StringBuilder("x,y\n");
        for (int i = 0; i < 40; i++) {
            text.append(i).append(name).append(i % 2 == 0 ? ",a\n" : ",b\n");
        }
        try {
            var file = Files.writeString(home.resolve(name + "t.csv"), text);
            return new DataSource(file, Optional.empty(), InputSize.ofData(), new DataSource.Split(5))
                    .load(1, Progress.SILENT, Function.identity());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OneOfLearners both(Divided one, Divided other) {
        var learners = new LinkedHashMap<String, Learner>();
        learners.put("network", new FakeLearner(List.of("mlp", "resnet"), one));
        learners.put("classic", new FakeLearner(List.of("linear", "forest", "knn"), other));
        return new OneOfLearners(learners);
    }

    private OneOfLearners both() {
        var data = data("");
        return both(data, data);
    }

    @Override
    protected Workload workload() {
        return both();
    }

    @Test
    void theFamiliesOfAllStandSideBySideAndWhatSeveralHaveIsToldApart() {
        var space = both().space();
        assertThat(space.find("family").orElseThrow().rangeInWords())
                .contains("mlp", "resnet", "linear", "forest", "knn");
        assertThat(space.find("rate")).isEmpty();
        var conditions = new LinkedHashMap<String, String>();
        space.dimensions()
                .forEach(dimension -> conditions.put(
                        dimension.parameter().name(),
                        String.join(
                                " and ",
                                dimension.conditions().stream()
                                        .map(condition -> condition.inWords())
                                        .toList())));
        assertThat(conditions)
                .containsEntry("network.rate", "family is mlp or resnet")
                .containsEntry("classic.rate", "family is linear or forest or knn")
                .containsEntry("forest_depth", "family is forest");
    }

    @Test
    void aConfigurationIsHandedToTheLearnerOfItsFamilyInItsOwnWords() {
        var both = both();
        var forest = Configuration.of(Map.of("family", "forest", "classic.rate", 0.25, "forest_depth", 0.5));
        assertThat(both.inWords(forest)).isEqualTo("A forest of 0.25.");
        assertThat(both.workOfLastEpoch(forest)).isEqualTo(3);
        assertThat(both.chosen(forest)).isSameAs(both.learners().get("classic"));
        assertThatThrownBy(() -> both.fit(forest, 1, 1, new Pace(1, Long.MAX_VALUE, (done, all) -> {})))
                .hasMessage("A forest of 0.25.");
        assertThatThrownBy(() -> both.inWords(Configuration.of(Map.of("family", "tree"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("family = tree: must be one of mlp, resnet, linear, forest, knn");
    }

    @Test
    void madeAgainTheyShareTheDataThatWasLoadedOnce() {
        var again = (OneOfLearners) Workloads.fromForm(Workloads.toForm(both()));
        var network = (FakeLearner) again.learners().get("network");
        var classic = (FakeLearner) again.learners().get("classic");
        assertThat(network.divided()).isSameAs(classic.divided());
        assertThat(again.space()).isEqualTo(both().space());
    }

    @Test
    void learnersOfOtherDataAreRefused() {
        var one = data("");
        var other = data("0");
        assertThatThrownBy(() -> both(one, other))
                .hasMessageContaining("classic data")
                .hasMessageContaining("must be");
    }

    @Test
    void twoFamiliesOfOneNameAreRefused() {
        var data = data("");
        var learners = new LinkedHashMap<String, Learner>();
        learners.put("network", new FakeLearner(List.of("mlp"), data));
        learners.put("classic", new FakeLearner(List.of("mlp"), data));
        assertThatThrownBy(() -> new OneOfLearners(learners))
                .hasMessageStartingWith("family = mlp: is a family of two kinds of models");
    }
}
