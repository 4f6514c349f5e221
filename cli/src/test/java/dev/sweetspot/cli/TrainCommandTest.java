package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epochs=999        | epochs = 999: must be from 1 to 300. Maybe 300?",
                "epoch=9           | parameter = epoch: is not known. Maybe epochs?",
                "learningrate=0.1  | parameter = learningrate: is not known. Maybe learning_rate?",
                "learning_rate=5   | learning_rate = 5: must be from 1e-5 to 1. Maybe 1?",
                "momentum=0.5      | momentum = 0.5: counts only with optimizer=sgd. Maybe --set optimizer=sgd?",
                "units=64          | units = 64: counts only with family=mlp. Maybe --set family=mlp?"
            })
    void whatCannotBeSetIsRefusedBeforeTheDataIsRead(String setting, String message) {
        var store = home.resolve("store.db");
        var ran = Ran.of("train", home.resolve("no-data"), "--set", setting, "--store", store);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
        assertThat(store).doesNotExist();
    }

    @Test
    void epochsAreExplainedLikeAnyOther() {
        var ran = Ran.of("explain", "epochs");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("range: 1 to 300 (epochs)")
                .contains("default: 20")
                .contains("usual change: x2");
    }
}
