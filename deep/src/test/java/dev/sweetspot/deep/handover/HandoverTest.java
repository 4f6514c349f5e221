package dev.sweetspot.deep.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Kind;
import dev.sweetspot.deep.network.layer.Layers;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.network.layer.SpectralNorm;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("once")
class HandoverTest {
    private static final float EXACT = 1e-4f;

    @TempDir
    Path folder;

    static List<Sketches.Sketch> sketches() {
        return Sketches.all();
    }

    @ParameterizedTest
    @MethodSource("sketches")
    void onnxRuntimeSaysWhatOurEngineSays(Sketches.Sketch sketch) throws IOException, OrtException {
        var blueprint = sketch.blueprint();
        new Onnx().write(blueprint, folder);

        var environment = OrtEnvironment.getEnvironment();
        try (var session =
                environment.createSession(folder.resolve("model.onnx").toString())) {
            var asked = new Asked(blueprint);
            assertThat(asked.onnxRuntime(environment, session))
                    .hasSize(Asked.BATCH * 3)
                    .containsExactly(asked.engine(), within(EXACT));
            assertThat(session.getOutputNames()).containsExactly("probabilities");
            assertThat(session.getMetadata().getCustomMetadata())
                    .containsEntry("classes", "[\"a \\\"quoted\\\" one\",\"größer\",\"c\"]");
        }
    }

    @ParameterizedTest
    @MethodSource("sketches")
    void torchScriptThatIsLoadedAgainSaysTheSame(Sketches.Sketch sketch) throws IOException {
        var blueprint = sketch.blueprint();
        new TorchScript().write(blueprint, folder);

        var asked = new Asked(blueprint);
        assertThat(asked.torchScript(folder.resolve("model.torchscript.pt")))
                .containsExactly(asked.engine(), within(EXACT));
    }

    @Test
    void noInstalledLayerIsLeftOutOfTheseTestsButTheOneThatSaysItStaysAtHome() {
        var judging = new SpectralNorm(new Dense(2));
        assertThat(Sketches.kinds())
                .containsExactlyElementsOf(Layers.kinds().stream()
                        .map(Kind::name)
                        .filter(kind -> !kind.equals(judging.kind()))
                        .sorted()
                        .toList());
        var network = new Network(new Shape.Row(3), List.of(judging));
        var blueprint = new Sketches.Sketch("judging", network).blueprint();
        assertThatThrownBy(() -> new Onnx().write(blueprint, folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("spectral_norm")
                .hasMessageContaining("judges");
    }

    @Test
    void aFormatThatIsNotThereIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> Formats.named("onx"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("onnx?");
    }
}
