package dev.sweetspot.deep.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.Recipe;
import dev.sweetspot.deep.training.Regularization;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.deep.training.loss.SquaredError;
import dev.sweetspot.deep.training.optimizer.Adadelta;
import dev.sweetspot.deep.training.optimizer.Adagrad;
import dev.sweetspot.deep.training.optimizer.Lion;
import dev.sweetspot.deep.training.optimizer.RmsProp;
import dev.sweetspot.deep.training.schedule.Constant;
import dev.sweetspot.deep.training.schedule.Rate;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceTest {
    private static final int STEPS = 2;
    private static final String READING = "Cannot copy out of meta tensor";
    private static final String MIXED = "device";

    @Test
    void takesAGpuOnlyWhereThereIsOne() {
        assertThat(Device.named("auto", List.of(Device.CPU))).isSameAs(Device.CPU);
        assertThat(Device.named("auto", List.of(Device.CPU, Device.CUDA))).isSameAs(Device.CUDA);
        assertThat(Device.named("cpu", List.of(Device.CPU, Device.CUDA))).isSameAs(Device.CPU);
        assertThat(Device.available()).startsWith(Device.CPU);
    }

    @Test
    void refusesAGpuThatIsNotThereWithWhatToDo() {
        assertThatThrownBy(() -> Device.named("cuda", List.of(Device.CPU)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("device = cuda: is not there")
                .hasMessageContaining("take cpu?");
        assertThatThrownBy(() -> Device.named("gpu"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("device = gpu: is not known");
    }

    @Test
    void writesIntoTheMemoryOfAnotherDeviceByWayOfTheProcessors() {
        try (var scope = Scope.open()) {
            assertThat(scope).isNotNull();
            var far = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2).on(Device.META);
            assertThat(far.device()).isSameAs(Device.META);
            far.setAll(new float[] {5, 6, 7, 8});
            assertThatThrownBy(far::bytes).hasMessageContaining("meta");
            assertThat(Operations.dropout(far, 0.5, new Draws(1)).device()).isSameAs(Device.META);
            assertThat(Operations.noise(far, 0.5, new Draws(1)).device()).isSameAs(Device.META);
        }
    }

    /**
     * On a device that has shapes and no numbers, an operation without a kernel is an error; a step that comes through to
     * the reading of its loss has been computed there wholly.
     */
    @Test
    void aStepOfAPerceptronRunsWhollyElsewhere() throws Exception {
        var split = new DataSource(
                        Path.of("../samples/wine.csv"), Optional.empty(), InputSize.ofData(), new DataSource.Split(1))
                .load(2, Progress.SILENT, SplitData::of);
        var configuration = Encoding.of(split.space(Families.named(List.of("mlp"))))
                .defaults()
                .orElseThrow();
        var network = new Network(
                split.size().input(), List.of(new Dense(8), new Activation(ActivationFunction.TANH), new Dense(3)));
        for (var optimizer : List.of(new RmsProp(), new Lion(), new Adagrad(), new Adadelta())) {
            var recipe = new Recipe(
                    new SquaredError(), optimizer, new Rate(0.01, 0, new Constant()), new Regularization(0.01), 16);
            assertThat(saidWithoutNumbers(split, configuration, network, recipe))
                    .as(optimizer.name())
                    .contains(READING);
        }
    }

    @Test
    void tensorsOfTwoDevicesAreNotMixed() {
        try (var scope = Scope.open()) {
            assertThat(scope).isNotNull();
            var here = Tensor.of(new float[] {1, 2}, 1, 2);
            var far = Tensor.of(new float[] {1, 2}, 1, 2).on(Device.META);
            assertThatThrownBy(() -> Operations.sum(far, here)).hasMessageContaining(MIXED);
        }
    }

    /** What the engine says at the end of some steps on a device that has no numbers. */
    private static String saidWithoutNumbers(
            SplitData split, Configuration configuration, Network network, Recipe recipe) throws Exception {
        var chosen = split.parts().training();
        var setting =
                new Training.Setting(split.examples(configuration, chosen), chosen, 1, Precision.FLOAT32, Device.META);
        try (var training = new Training(network, recipe, setting, 1, 1, Optional.empty())) {
            training.advance(STEPS, Long.MAX_VALUE);
            return "nothing";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
    }
}
