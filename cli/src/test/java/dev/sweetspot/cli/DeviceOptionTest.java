package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.sweetspot.deep.tensor.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceOptionTest {
    @TempDir
    Path folder;

    private Ran ran(Map<String, String> environment, String... arguments) {
        return Ran.in(environment, folder, arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train data", "tune data", "resume study", "predict model file", "retrain bundle"})
    void isASettingOfEveryCommandThatComputes(String command) throws Exception {
        Files.writeString(folder.resolve("sweetspot.yaml"), "device: cpu\n");
        var words = (command + " --show-settings").split(" ");

        assertThat(ran(Map.of(), words).out()).containsPattern("device +cpu +.*sweetspot.yaml");
        assertThat(ran(Map.of("SWEETSPOT_DEVICE", "auto"), words).out())
                .containsPattern("device +auto +SWEETSPOT_DEVICE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train data", "tune data", "resume study", "predict model file", "retrain bundle"})
    void anUnknownOneIsRefusedBeforeAnythingIsRead(String command) {
        var ran = ran(Map.of("SWEETSPOT_DEVICE", "cude"), command.split(" "));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("device = cude: is not known. Maybe cuda?");
    }

    @Test
    void aGpuDoesNotGiveTheSameBitsTwice() {
        var ran = ran(Map.of(), "tune", "data", "--deterministic", "--trials", "2", "--device", "cuda");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--device = cuda: does not give the same bits twice");
    }

    @Test
    void aGpuThatIsNotThereIsRefusedAndTheDoctorSaysWhy() {
        assumeFalse(Device.available().contains(Device.CUDA), "there is a GPU here");
        var wine = Path.of("../samples/wine.csv").toAbsolutePath().toString();

        assertThat(ran(Map.of(), "train", wine, "--device", "cuda").err())
                .contains("device = cuda: is not there")
                .contains("take cpu?");
        assertThat(ran(Map.of(), "doctor").out()).contains("cpu alone; cuda is not there");
    }
}
