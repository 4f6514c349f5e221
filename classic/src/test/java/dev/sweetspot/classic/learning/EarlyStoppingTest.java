package dev.sweetspot.classic.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.classic.family.ClassicFamilies;
import dev.sweetspot.classic.family.ClassicFamily;
import dev.sweetspot.classic.family.Effort;
import dev.sweetspot.classic.family.TableSize;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.split.Folding;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits that end before their time, and what is refused. */
class EarlyStoppingTest {
    @TempDir
    private Path folder = Path.of("");

    private final ClassicTable wines = Wines.compared(new Folding.None());

    private Configuration with(String family, String parameter, Object value) {
        var learning = Wines.learning(wines, family);
        var values = new LinkedHashMap<>(
                Encoding.of(learning.space()).defaults().orElseThrow().values());
        values.put(family + "." + parameter, value);
        return Configuration.of(values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "lightgbm"})
    void boostingEndsWhereRowsKeptAsideArePredictedNoBetter(String family) throws Exception {
        var rounds = with(family, "early_stopping", true).values();
        var patient = new LinkedHashMap<>(rounds);
        patient.put(family + ".early_stopping.patience", 5);
        patient.put(family + ".rounds", 1000);
        int[] rows = wines.partition().parts().training();

        try (var fit = Fit.of(wines.set(), rows, Configuration.of(patient), Watched.byNobody())) {
            assertThat(fit.model().steps()).isBetween(1, 999);
            var all = (ClassProbabilities) fit.predict(wines.set(), rows);
            assertThat(all.predicted(0)).isBetween(0, 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "lightgbm", "random-forest"})
    void aFitThatIsOutOfTimeIsWhatItIsByThen(String family) throws Exception {
        var configuration =
                Encoding.of(Wines.learning(wines, family).space()).defaults().orElseThrow();
        int[] rows = wines.partition().parts().training();

        try (var fit = Fit.of(wines.set(), rows, configuration, new Effort(1, 1, (done, planned) -> done < 7))) {
            assertThat(fit.model().steps()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "lightgbm", "random-forest", "linear", "svm"})
    void aFitThatIsNotWantedAnyMoreEnds(String family) {
        var configuration =
                Encoding.of(Wines.learning(wines, family).space()).defaults().orElseThrow();
        int[] rows = wines.partition().parts().training();

        assertThatThrownBy(() -> Fit.of(wines.set(), rows, configuration, new Effort(1, 1, (done, planned) -> {
                    throw new InterruptedException();
                })))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void whatTakesMinutesIsNotTriedUnasked() {
        var small = new TableSize(Task.Kind.CLASSIFICATION, 1_000, 10, 2);
        var large = new TableSize(Task.Kind.CLASSIFICATION, 50_000, 10, 2);

        assertThat(ClassicFamilies.usual(small)).extracting(ClassicFamily::name).contains("svm", "knn", "xgboost");
        assertThat(ClassicFamilies.usual(large))
                .extracting(ClassicFamily::name)
                .contains("xgboost", "lightgbm")
                .doesNotContain("svm", "knn");
    }

    @Test
    void whatIsNoModelIsRefusedInWords() throws IOException {
        var text = Files.writeString(folder.resolve("notes.txt"), "no model");

        assertThat(SavedClassic.recognises(text)).isFalse();
        assertThatThrownBy(() -> SavedClassic.load(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("must be a model file that can be read");
        assertThatThrownBy(() -> SavedClassic.load(folder)).hasMessageContaining("it is a folder");
    }

    @Test
    void whatIsNotMeasuredIsRefusedInWords() {
        var learning = Wines.learning(wines, "linear");

        assertThat(learning.seeking(List.of("log_loss", "size")).objectives()).hasSize(2);
        assertThatThrownBy(() -> learning.seeking(List.of("memory")))
                .hasMessageContaining("objective = memory: is not measured");
        assertThatThrownBy(() -> learning.seeking(List.of("size")))
                .hasMessageContaining("must have a metric among them");
        assertThatThrownBy(() -> Wines.learning(wines, "xgbost")).hasMessageContaining("Maybe xgboost?");
    }
}
