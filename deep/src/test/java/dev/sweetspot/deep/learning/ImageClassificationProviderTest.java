package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Progress;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.workload.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageClassificationProviderTest {
    @TempDir
    Path home;

    private Path data;

    @BeforeEach
    void write() throws IOException {
        data = SampleImages.write(home.resolve("data"), 10, 1);
    }

    /** What another process reads. */
    private static Form sent(Form form) {
        return Json.parse(Json.write(form), "a message");
    }

    @Test
    void aClassificationIsMadeAgainFromItsFormAlone() {
        var workload = Classifications.of(data, 3, Precision.BFLOAT16);
        var again = (NetworkLearning) Workloads.fromForm(sent(Workloads.toForm(workload)));
        assertThat(again.settings()).isEqualTo(workload.settings());
        assertThat(again.space()).isEqualTo(workload.space());
        assertThat(again.fidelity()).isEqualTo(workload.fidelity());
        assertThat(again.objectives()).isEqualTo(workload.objectives());
        assertThat(again.numericMode()).isEqualTo("bfloat16");
        assertThat(again.parts()).isEqualTo(workload.parts());
        assertThat(again.data().hash()).isEqualTo(workload.data().hash());
    }

    @Test
    void otherContentUnderTheSameNamesIsRefused() throws IOException {
        var form = sent(Workloads.toForm(Classifications.of(data, 3, Precision.FLOAT32)));
        SampleImages.write(data, 10, 2);
        assertThatThrownBy(() -> Workloads.fromForm(form))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("data = " + data.toAbsolutePath())
                .hasMessageContaining("other content")
                .hasMessageContaining("Maybe put the data of before there, or start a new study?");
    }

    @Test
    void anImageMoreIsAnotherData() throws IOException {
        var form = sent(Workloads.toForm(Classifications.of(data, 3, Precision.FLOAT32)));
        Files.copy(data.resolve("up/0.png"), data.resolve("up/one-more.png"));
        assertThatThrownBy(() -> Workloads.fromForm(form))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("other content");
    }

    @Test
    void dataThatIsGoneIsNamed() throws IOException {
        var form = sent(Workloads.toForm(Classifications.of(data, 3, Precision.FLOAT32)));
        Files.move(data, home.resolve("elsewhere"));
        assertThatThrownBy(() -> Workloads.fromForm(form))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("data = " + data.toAbsolutePath() + ": is not there");
    }

    @Test
    void theSameDataElsewhereIsTheSame() throws IOException {
        var workload = Classifications.of(data, 3, Precision.FLOAT32);
        Files.move(data, home.resolve("elsewhere"));
        var settings = workload.settings();
        var source = NetworkLearning.source(settings).at(home.resolve("elsewhere"));
        var again = NetworkLearning.of(settings, source.load(1, Progress.SILENT, SplitData::of));
        assertThat(again.parts()).isEqualTo(workload.parts());
    }

    @Test
    void aPrecisionThatNobodyKnowsIsRefused() {
        var entries = new LinkedHashMap<>(
                Classifications.of(data, 3, Precision.FLOAT32).settings().entries());
        entries.put("precision", Form.of("float23"));
        assertThatThrownBy(() -> Workloads.make("image-classification", Form.of(entries)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("precision = float23")
                .hasMessageContaining("float32");
    }
}
