package dev.sweetspot.deep.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.sweetspot.data.Column;
import dev.sweetspot.data.RowNames;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.prepare.Scaling;
import dev.sweetspot.data.prepare.TablePreparation;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Script;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableIntakeTest {
    private static final float NONE = Float.NaN;
    private static final int ROWS = 6;

    @TempDir
    Path folder;

    /** Two columns of numbers, of which one has gaps, and two of categories: with gaps, and with one that is rare. */
    private static TableSet table() {
        return new TableSet(
                List.of(
                        new Column.Categories("colour", List.of("blue", "red"), new int[] {0, 1, 0, -1, 1, 0}),
                        new Column.Numbers("age", new float[] {20, NONE, 33, 47, 51, NONE}),
                        new Column.Categories("town", List.of("here", "once", "there"), new int[] {0, 2, 0, 2, 1, 0}),
                        new Column.Numbers("height", new float[] {1.5f, 1.7f, 1.9f, 1.8f, 1.6f, 1.75f})),
                new Task.Reconstruction(ROWS),
                new RowNames(IntStream.range(2, ROWS + 2).toArray(), ROWS),
                Optional.empty());
    }

    /** A network that gives back what it gets, and a number in another unit. */
    private static Blueprint blueprint(TablePreparation preparation) {
        int width = preparation.width();
        var network = new Network(new Shape.Row(width), List.of(new Dense(width)));
        var weights = new float[width * width + width];
        for (int i = 0; i < width; i++) {
            weights[i * width + i] = 1;
        }
        return new Blueprint(
                network,
                new Module.State(weights, new float[1]),
                new TableIntake(preparation),
                new NumberAnswer("y", 0, 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDARD", "MIN_MAX", "ROBUST", "NONE"})
    void rawRowsGoInAndArePreparedAsTheyWereForTheTraining(Scaling scaling) throws IOException, OrtException {
        var set = table();
        var preparation = TablePreparation.fit(set, IntStream.range(0, ROWS).toArray(), scaling);
        var expected = preparation.apply(set).all();
        var blueprint = blueprint(preparation);
        new Onnx().write(blueprint, folder);
        new TorchScript().write(blueprint, folder);
        var numbers = new float[] {20, 1.5f, NONE, 1.7f, 33, 1.9f, 47, 1.8f, 51, 1.6f, NONE, 1.75f};
        // The list of towns that the notes give has no "once": the place behind its end.
        var categories = new long[] {0, 0, 1, 1, 0, 0, -1, 1, 1, 2, 0, 0};

        assertThat(blueprint.notes())
                .containsEntry("numbers", "[\"age\",\"height\"]")
                .containsEntry("categories", "{\"colour\":[\"blue\",\"red\"],\"town\":[\"here\",\"there\"]}")
                .containsEntry("target", "y");
        var environment = OrtEnvironment.getEnvironment();
        try (var session =
                        environment.createSession(folder.resolve("model.onnx").toString());
                var first = OnnxTensor.createTensor(environment, FloatBuffer.wrap(numbers), new long[] {ROWS, 2});
                var second = OnnxTensor.createTensor(environment, LongBuffer.wrap(categories), new long[] {ROWS, 2});
                var results = session.run(Map.of("numbers", first, "categories", second))) {
            var said = new float[expected.length];
            ((OnnxTensor) results.get(0)).getFloatBuffer().get(said);
            assertThat(said).containsExactly(expected, within(1e-5f));
        }
        try (var scope = Scope.open();
                var off = Gradients.off();
                var script = Script.load(folder.resolve("model.torchscript.pt"))) {
            assertThat(scope).isNotNull();
            assertThat(off).isNotNull();
            var second = Tensor.of(categories).reshaped(ROWS, 2);
            assertThat(script.run(Tensor.of(numbers, ROWS, 2), second).floats())
                    .containsExactly(expected, within(1e-5f));
        }
    }

    @Test
    void scalingByRankIsRefusedWithTheReason() {
        var preparation = TablePreparation.fit(table(), IntStream.range(0, ROWS).toArray(), Scaling.QUANTILE);
        assertThatThrownBy(() -> new TableIntake(preparation))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("scaling")
                .hasMessageContaining("cannot be handed over");
    }
}
