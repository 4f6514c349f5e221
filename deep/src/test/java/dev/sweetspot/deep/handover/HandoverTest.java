package dev.sweetspot.deep.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.layer.Kind;
import dev.sweetspot.deep.network.layer.Layers;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Script;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.study.Seeds;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandoverTest {
    private static final int BATCH = 4;
    private static final float EXACT = 1e-4f;

    @TempDir
    Path folder;

    static List<Sketches.Sketch> sketches() {
        return Sketches.all();
    }

    /** Raw samples from 0 to 255, N x C x H x W. */
    private static float[] samples(Shape.Image shape) {
        var random = Seeds.generator(9);
        var values = new float[BATCH * shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(256);
        }
        return values;
    }

    private static long[] size(Shape.Image shape) {
        return new long[] {BATCH, shape.channels(), shape.height(), shape.width()};
    }

    /** What our own engine says, in 32 bits. */
    private static float[] expected(Blueprint blueprint, float[] samples) {
        var intake = (ImageIntake) blueprint.intake();
        int area = intake.shape().height() * intake.shape().width();
        var scaled = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            int channel = i / area % intake.shape().channels();
            scaled[i] =
                    samples[i] * intake.factors().get(channel) + intake.shifts().get(channel);
        }
        try (var scope = Scope.open();
                var off = Gradients.off();
                var module = new Module(blueprint.network(), blueprint.state().weights(), ElementType.FLOAT32)) {
            assertThat(scope).isNotNull();
            assertThat(off).isNotNull();
            module.set(blueprint.state());
            var input = Tensor.of(scaled, size(intake.shape()));
            return Operations.softmax(module.forward(input, false, new Draws(1)))
                    .floats();
        }
    }

    @ParameterizedTest
    @MethodSource("sketches")
    void onnxRuntimeSaysWhatOurEngineSays(Sketches.Sketch sketch) throws IOException, OrtException {
        var blueprint = sketch.blueprint();
        new Onnx().write(blueprint, folder);
        var shape = (Shape.Image) sketch.network().input();
        var samples = samples(shape);

        var environment = OrtEnvironment.getEnvironment();
        try (var session =
                        environment.createSession(folder.resolve("model.onnx").toString());
                var input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(samples), size(shape));
                var results = session.run(Map.of("image", input))) {
            var answer = (OnnxTensor) results.get("probabilities").orElseThrow();
            assertThat(answer.getInfo().getShape()).containsExactly(BATCH, 3);
            var said = new float[BATCH * 3];
            answer.getFloatBuffer().get(said);

            assertThat(said).containsExactly(expected(blueprint, samples), within(EXACT));
            assertThat(session.getMetadata().getCustomMetadata())
                    .containsEntry("classes", "[\"a \\\"quoted\\\" one\",\"größer\",\"c\"]");
        }
    }

    @ParameterizedTest
    @MethodSource("sketches")
    void torchScriptThatIsLoadedAgainSaysTheSame(Sketches.Sketch sketch) throws IOException {
        var blueprint = sketch.blueprint();
        new TorchScript().write(blueprint, folder);
        var shape = (Shape.Image) sketch.network().input();
        var samples = samples(shape);

        try (var scope = Scope.open();
                var off = Gradients.off();
                var script = Script.load(folder.resolve("model.torchscript.pt"))) {
            assertThat(scope).isNotNull();
            assertThat(off).isNotNull();
            assertThat(script.run(Tensor.of(samples, size(shape))).floats())
                    .containsExactly(expected(blueprint, samples), within(EXACT));
        }
    }

    @Test
    void noInstalledLayerIsLeftOutOfTheseTests() {
        assertThat(Sketches.kinds())
                .containsExactlyElementsOf(
                        Layers.kinds().stream().map(Kind::name).sorted().toList());
    }

    @Test
    void aFormatThatIsNotThereIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> Formats.named("onx"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("onnx?");
    }
}
