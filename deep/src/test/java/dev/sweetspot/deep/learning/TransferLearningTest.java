package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.NetworkForms;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.space.TransferParameters;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.SnapshotFile;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.workload.TrialFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferLearningTest {
    @TempDir
    Path home;

    private NetworkLearning plain;

    @BeforeEach
    void write() throws IOException {
        plain = Classifications.of(SampleImages.write(home.resolve("data"), 20, 1), 2, Precision.FLOAT32);
    }

    private SearchSpace space(Path file, Map<String, String> settings) {
        var whole = TransferParameters.addTo(plain.space(), List.of(file), true);
        var space = whole;
        for (var setting : settings.entrySet()) {
            space = Restriction.fix(space, whole, setting.getKey(), setting.getValue());
        }
        return space;
    }

    private static Configuration defaults(SearchSpace space) {
        return Encoding.of(space).defaults().orElseThrow();
    }

    private SnapshotFile.Content trained(SearchSpace space, double epochs, String name)
            throws TrialFailure, InterruptedException, IOException {
        var learning = new NetworkLearning(plain.split(), space, Fidelity.epochs(2), Precision.FLOAT32);
        var file = home.resolve(name);
        try (var model = learning.fit(defaults(space), 3, 1, new Pace(epochs, Long.MAX_VALUE, (done, planned) -> {}))) {
            model.save(file);
        }
        return SnapshotFile.read(file);
    }

    private static Network network(SnapshotFile.Content content) {
        return NetworkForms.fromForm(Fields.of(content.header()).require("network"));
    }

    private static double changed(SnapshotFile.Content before, SnapshotFile.Content after, int fromLayer, int toLayer) {
        double most = 0;
        for (var placed : Weights.of(network(before))) {
            if (placed.layer() >= fromLayer && placed.layer() < toLayer) {
                for (int i = (int) placed.start(); i < placed.start() + placed.size(); i++) {
                    most = Math.max(
                            most,
                            Math.abs(before.arrays().get(0)[i] - after.arrays().get(0)[i]));
                }
            }
        }
        return most;
    }

    @Test
    void aModelOfOursIsTheBeginningOfAnother() throws TrialFailure, InterruptedException, IOException {
        var first = trained(plain.space(), 2, "first");
        int head = network(first).layers().size() - 1;
        var file = home.resolve("first");

        var frozen = trained(space(file, Map.of("freeze", "body")), 2, "frozen");
        assertThat(changed(first, frozen, 0, head)).isZero();
        assertThat(Arrays.equals(first.arrays().get(1), frozen.arrays().get(1))).isTrue();
        assertThat(changed(first, frozen, head, head + 1)).isPositive();

        var slow = trained(space(file, Map.of("freeze", "none", "body_rate", "0.01")), 2, "slow");
        var quick = trained(space(file, Map.of("freeze", "none", "body_rate", "1")), 2, "quick");
        assertThat(changed(first, slow, 0, head)).isPositive().isLessThan(changed(first, quick, 0, head) / 5);

        var anew = trained(space(file, Map.of("pretrained", "none")), 2, "anew");
        var without = trained(plain.space(), 2, "without");
        assertThat(anew.arrays().get(0)).isEqualTo(without.arrays().get(0));
    }

    @Test
    void theFileIsPartOfTheSpaceThatStudiesKeep() throws IOException {
        var file = Files.writeString(home.resolve("weights.safetensors"), "no weights");
        var space = space(file, Map.of());
        var kept = SpaceForms.fromForm(SpaceForms.toForm(space), SpaceForms.relationsToForm(space));
        assertThat(defaults(kept)).isEqualTo(defaults(space));
        assertThat(defaults(kept).values()).containsEntry("pretrained", file.toString());
        assertThatThrownBy(() -> trained(space, 1, "none"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("pretrained");
        assertThatThrownBy(() -> TransferParameters.addTo(plain.space(), List.of(home.resolve("nothing")), true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("must be a file");
    }
}
