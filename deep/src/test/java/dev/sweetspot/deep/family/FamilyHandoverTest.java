package dev.sweetspot.deep.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import dev.sweetspot.data.Task;
import dev.sweetspot.deep.handover.Answer;
import dev.sweetspot.deep.handover.Asked;
import dev.sweetspot.deep.handover.Blueprint;
import dev.sweetspot.deep.handover.ClassAnswer;
import dev.sweetspot.deep.handover.DrawingAnswer;
import dev.sweetspot.deep.handover.ImageIntake;
import dev.sweetspot.deep.handover.Intake;
import dev.sweetspot.deep.handover.LatentIntake;
import dev.sweetspot.deep.handover.Onnx;
import dev.sweetspot.deep.handover.ReconstructionAnswer;
import dev.sweetspot.deep.handover.RowIntake;
import dev.sweetspot.deep.handover.SequenceIntake;
import dev.sweetspot.deep.handover.TorchScript;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.GenerationSpace;
import dev.sweetspot.deep.training.ErrorScale;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.study.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class FamilyHandoverTest {
    private static final float EXACT = 1e-4f;
    /** More take seconds to write, and to read by others. */
    private static final long MANY = 50_000_000;

    private static final List<Shape> SHAPES = List.of(
            new Shape.Image(32, 32, 3), new Shape.Image(32, 48, 3), new Shape.Sequence(20, 3), new Shape.Row(9));

    @TempDir
    Path folder;

    /** A network of a family for a shape. */
    record Made(ModelFamily family, Shape shape, Configuration configuration) {
        @Override
        public String toString() {
            return family.name() + " of " + shape + ": " + configuration;
        }

        private Intake intake() {
            var ones = Collections.nCopies(shape.channels(), 0.01f);
            var less = Collections.nCopies(shape.channels(), -1f);
            if (shape instanceof Shape.Image image) {
                return new ImageIntake(image, 255, ones, less);
            }
            return shape instanceof Shape.Sequence sequence
                    ? new SequenceIntake(sequence, ones, less)
                    : new RowIntake(ones, less);
        }

        private Network network() {
            return family.network(configuration, new ModelFamily.DataSize(shape, 500, 3));
        }

        private boolean large() {
            return network().parameterCount() > MANY;
        }

        private Blueprint blueprint() {
            var network = network();
            return new Blueprint(network, state(network), intake(), answer(network));
        }

        private Answer answer(Network network) {
            if (task(family) == Task.Kind.CLASSIFICATION) {
                return new ClassAnswer(List.of("a", "b", "c"));
            }
            var scale = new ErrorScale(
                    Collections.nCopies(shape.channels(), 0.2f), Collections.nCopies(shape.channels(), 0.5f));
            return new ReconstructionAnswer(network.outputs(), scale, Optional.empty(), Readout.UNIT);
        }
    }

    private static Module.State state(Network network) {
        var weights = Weights.initial(network, Seeds.generator(3));
        var statistics = new float[Weights.statisticsCount(network)];
        var random = Seeds.generator(4);
        for (int i = 0; i < statistics.length; i++) {
            statistics[i] = 0.5f + random.nextFloat();
        }
        return new Module.State(weights, statistics);
    }

    private static Stream<ModelFamily> predicting() {
        return Families.installed().stream().filter(family -> !family.tasks().contains(Task.Kind.GENERATION));
    }

    /** Of every family that predicts the default configuration, for every shape that it takes; what draws has a test of its own. */
    static List<Made> families() {
        return predicting()
                .flatMap(family -> SHAPES.stream().filter(family::takes).flatMap(shape -> made(family, shape)))
                .toList();
    }

    private static Task.Kind task(ModelFamily family) {
        return family.tasks().contains(Task.Kind.CLASSIFICATION) ? Task.Kind.CLASSIFICATION : Task.Kind.RECONSTRUCTION;
    }

    private static Stream<Made> made(ModelFamily family, Shape shape) {
        var space = Families.space(List.of(family), new ModelFamily.DataSize(shape, 500, 3), task(family));
        // Statistics that were never learnt leave nothing alive of a network that is as long as two.
        var known = task(family) == Task.Kind.CLASSIFICATION
                ? space
                : Restriction.fix(space, space, "normalization", "none");
        var encoding = Encoding.of(known);
        return encoding.defaults().stream().map(configuration -> new Made(family, shape, configuration));
    }

    static List<Made> usual() {
        return families().stream().filter(made -> !made.large()).toList();
    }

    static List<Made> large() {
        return families().stream().filter(Made::large).toList();
    }

    @ParameterizedTest
    @MethodSource("usual")
    void everyFamilySaysTheSameInOtherTools(Made made) throws IOException, OrtException {
        saysTheSameInOtherTools(made);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("large")
    void familiesOfLargeNetworksSayTheSameInOtherTools(Made made) throws IOException, OrtException {
        saysTheSameInOtherTools(made);
    }

    private void saysTheSameInOtherTools(Made made) throws IOException, OrtException {
        var blueprint = made.blueprint();
        new Onnx().write(blueprint, folder);
        new TorchScript().write(blueprint, folder);

        var asked = new Asked(blueprint);
        var expected = asked.engine();
        assertThat(asked.onnxRuntime(folder.resolve("model.onnx"))).containsExactly(expected, within(EXACT));
        assertThat(asked.torchScript(folder.resolve("model.torchscript.pt"))).containsExactly(expected, within(EXACT));
    }

    private static final List<Shape.Image> DRAWN =
            List.of(new Shape.Image(32, 32, 3), new Shape.Image(24, 40, 1), new Shape.Image(15, 15, 2));

    /** Networks that draw, of every family that does, for images of several shapes. */
    static Stream<Arguments> drawing() {
        return Families.installed().stream()
                .filter(family -> family.tasks().contains(Task.Kind.GENERATION))
                .flatMap(family -> DRAWN.stream().map(image -> Arguments.of(family, image)));
    }

    /** Drawn values are compared on the scale on which they are drawn, from 0 to 1. */
    @ParameterizedTest
    @MethodSource("drawing")
    void whatDrawsDrawsTheSameInOtherTools(ModelFamily family, Shape.Image image) throws IOException, OrtException {
        var data = new ModelFamily.DataSize(image, 500, image.size());
        var space = GenerationSpace.of(List.of(family), data);
        // As above, statistics that were never learnt would leave nothing alive.
        var alive = Restriction.fix(space, space, "generator.normalization", "none");
        var configuration = Encoding.of(alive).defaults().orElseThrow();
        var network = family.network(configuration, data);
        var halves = Collections.nCopies(image.channels(), 0.5f);
        var blueprint = new Blueprint(
                network,
                state(network),
                new LatentIntake(network.input().size()),
                new DrawingAnswer(image, 1, halves, halves));
        new Onnx().write(blueprint, folder);
        new TorchScript().write(blueprint, folder);

        var asked = new Asked(blueprint);
        var expected = asked.engine();
        assertThat(expected).hasSize(Asked.BATCH * image.size());
        assertThat(spread(expected)).isGreaterThan(0.01);
        assertThat(asked.onnxRuntime(folder.resolve("model.onnx"))).containsExactly(expected, within(EXACT));
        assertThat(asked.torchScript(folder.resolve("model.torchscript.pt"))).containsExactly(expected, within(EXACT));
    }

    /** What is the same everywhere would hide that places were mixed up. */
    private static double spread(float[] values) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most - least;
    }

    @Test
    void noInstalledFamilyIsLeftOut() {
        assertThat(families().stream().map(made -> made.family().name()).distinct())
                .containsExactlyElementsOf(predicting().map(ModelFamily::name).toList());
    }
}
