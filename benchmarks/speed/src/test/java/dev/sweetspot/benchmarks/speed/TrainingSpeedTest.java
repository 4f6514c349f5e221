package dev.sweetspot.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.form.InvalidInputException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSpeedTest {
    /** Counted by PyTorch 2.13: {@code sum(p.numel() for p in model.parameters())} of the networks of the reference program. */
    @ParameterizedTest
    @CsvSource({"cnn-64, 114_186", "resnet-64, 308_650", "mlp-32, 235_146", "lstm-32, 19_594"})
    void theNetworksAreThoseOfTheReference(String word, String parameters) {
        var row = Row.named(word);
        var material = Material.random(row.sketch().kind(), Augmentations.NONE);
        var network = row.sketch().network(material.examples().shape(), 10);
        assertThat(network.parameterCount()).isEqualTo(Long.parseLong(parameters.replace("_", "")));
    }

    @Test
    void aRowTrainsThroughTheRealLoop() throws InterruptedException {
        var row = Row.named("gru-16");
        var material = Material.random(Sketch.Kind.SERIES, Augmentations.NONE);
        try (var training = row.training(material, row.recipe(Optional.empty()), 1, Precision.FLOAT32, 1)) {
            assertThat(training.advance(3, Long.MAX_VALUE).steps()).isEqualTo(3);
        }
    }

    @Test
    void anotherProgramIsReadInExamplesASecond() throws InterruptedException {
        var program = OtherProgram.named(
                "x=echo {network} {threads}: median 12.5 steps/s", Pattern.compile("median ([0-9.]+)"));
        assertThat(program.examplesASecond(Row.named("mlp-32"), 2)).isEqualTo(400);
        assertThatThrownBy(() ->
                        OtherProgram.named("x=false", Pattern.compile("(1)")).examplesASecond(Row.named("mlp-32"), 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ended with 1");
    }

    @Test
    void mediansAndDeviationsAreThoseOfTheTextbook() {
        assertThat(Rates.of(4, 1, 3, 2).median()).isEqualTo(2.5);
        assertThat(Rates.of(2, 4, 4, 4, 5, 5, 7, 9).deviation()).isCloseTo(Math.sqrt(32 / 7.0), within(1e-12));
    }
}
