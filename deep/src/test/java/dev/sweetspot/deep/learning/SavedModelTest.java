package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.format.Unlabelled;
import dev.sweetspot.data.learner.Course;
import dev.sweetspot.data.learner.Fitted;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.deep.space.InputParameters;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.SnapshotFile;
import dev.sweetspot.deep.training.rescaling.PerImage;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.testkit.SampleImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SavedModelTest {
    @TempDir
    Path home;

    private Path data;

    @BeforeEach
    void write() throws IOException {
        data = SampleImages.write(home.resolve("data"), 20, 1);
    }

    private static Fitted fit(NetworkLearning workload) throws Exception {
        return workload.fit(
                Classifications.standard(workload), 3, 1, new Pace(2, Long.MAX_VALUE, (done, planned) -> {}));
    }

    private Path saved(String name) throws Exception {
        var file = home.resolve(name);
        try (var model = fit(Classifications.of(data, 2, Precision.FLOAT32))) {
            model.save(file);
        }
        return file;
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aSavedModelSaysOfTheFilesWhatTheTrainedOneSaid(Precision precision) throws Exception {
        var workload = Classifications.of(data, 2, precision);
        int[] test = workload.parts().test();
        var file = home.resolve("model.sweetspot");
        try (var model = fit(workload)) {
            var said = model.predict(test);
            model.save(file);
            try (var loaded = SavedModel.load(file)) {
                var input = (SavedInput.Images) loaded.input();
                assertThat(input.shape()).isEqualTo(new ImageShape(16, 16, 3));
                assertThat(input.depth()).isEqualTo(Depth.U8);
                var paths = Arrays.stream(test)
                        .mapToObj(i -> data.resolve(workload.data().name(i)))
                        .toList();
                var again = (ClassProbabilities) loaded.predict(
                        Unlabelled.load(paths, input.shape(), input.depth()).set());
                assertThat(again.classNames()).containsExactly("down", "up");
                assertThat(again.names())
                        .isEqualTo(paths.stream().map(Path::toString).toList());
                assertThat(again.probabilities()).isDeepEqualTo(((ClassProbabilities) said).probabilities());
            }
        }
    }

    @Test
    void aSavedModelRescalesImagesAsItsTrainingDid() throws Exception {
        var workload = Classifications.of(data, 2, Precision.FLOAT32);
        int[] test = workload.parts().test();
        var file = home.resolve("model.sweetspot");
        var configuration = Classifications.standard(workload).with(InputParameters.RESCALE, new PerImage().name());
        try (var model = workload.fit(configuration, 3, 1, new Pace(2, Long.MAX_VALUE, (done, planned) -> {}))) {
            var said = (ClassProbabilities) model.predict(test);
            model.save(file);
            try (var loaded = SavedModel.load(file)) {
                var paths = Arrays.stream(test)
                        .mapToObj(i -> data.resolve(workload.data().name(i)))
                        .toList();
                var input = (SavedInput.Images) loaded.input();
                var again = (ClassProbabilities) loaded.predict(
                        Unlabelled.load(paths, input.shape(), input.depth()).set());
                assertThat(again.probabilities()).isDeepEqualTo(said.probabilities());
            }
        }
        assertThat(Fields.of(SnapshotFile.read(file).header()).text("rescale")).isEqualTo("per_image");
    }

    @Test
    void aTrainingThatFollowedTheClockIsRepeatedToTheSameFile() throws Exception {
        var workload = Classifications.of(data, 300, Precision.FLOAT32);
        var configuration = Classifications.standard(workload);
        var first = home.resolve("first");
        var second = home.resolve("second");
        Course course;
        try (var model = workload.fit(
                configuration, 3, 1, new Pace(300, System.nanoTime() + 400_000_000L, (done, planned) -> {}))) {
            model.save(first);
            course = model.course();
        }
        assertThat(course.plans()).hasSizeGreaterThan(1);

        try (var again = workload.repeat(configuration, 3, 1, course, (done, planned) -> {})) {
            again.save(second);
            assertThat(again.course()).isEqualTo(course);
        }
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void theSameTrainingGivesTheSameFile() throws Exception {
        assertThat(saved("one")).hasSameBinaryContentAs(saved("two"));
    }

    @Test
    void savingLeavesNothingBesideTheModelAndReplacesAnOlderOne() throws Exception {
        var folder = Files.createDirectories(home.resolve("out"));
        Files.writeString(folder.resolve("model.sweetspot"), "older");
        saved("out/model.sweetspot");
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactly("model.sweetspot");
        }
        SavedModel.load(folder.resolve("model.sweetspot")).close();
    }

    @Test
    void whatCannotBeWrittenLeavesTheOlderModelAsItWas() throws Exception {
        var folder = home.resolve("out");
        try (var model = fit(Classifications.of(data, 2, Precision.FLOAT32))) {
            assertThatThrownBy(() -> model.save(folder.resolve("model.sweetspot")))
                    .isInstanceOf(IOException.class);
        }
        assertThat(folder).doesNotExist();
    }

    private static void refused(Path file, String reason) {
        assertThatThrownBy(() -> SavedModel.load(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("model = " + file)
                .hasMessageContaining(reason)
                .hasMessageContaining("Maybe ");
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() throws Exception {
        var whole = Files.readAllBytes(saved("model"));
        for (int length : new int[] {1, 4, 7, 20, 400, whole.length / 2, whole.length - 8, whole.length - 1}) {
            refused(Files.write(home.resolve("cut"), Arrays.copyOf(whole, length)), "ends too early");
        }
        refused(Files.write(home.resolve("cut"), new byte[0]), "it is empty");
    }

    @Test
    void aFileWithAnyDamagedByteIsRefused() throws Exception {
        var whole = Files.readAllBytes(saved("model"));
        int step = Math.max(1, whole.length / 97);
        for (int place = 0; place < whole.length; place += place < 40 ? 1 : step) {
            var damaged = whole.clone();
            damaged[place] ^= 0x40;
            refused(Files.write(home.resolve("damaged"), damaged), "must be a model file");
        }
        var longer = Arrays.copyOf(whole, whole.length + 1);
        refused(Files.write(home.resolve("damaged"), longer), "damaged");
    }

    @Test
    void filesOfOthersAreRefused() throws Exception {
        refused(home.resolve("nowhere"), "there is no such file");
        refused(data, "it is a folder");
        refused(data.resolve("up/0.png"), "no file of this program");
        var checkpoint = home.resolve("checkpoint");
        SnapshotFile.write(checkpoint, new SnapshotFile.Content(Form.of(Map.of("step", Form.of(1))), List.of()));
        refused(checkpoint, "checkpoint or another kind of model");
        var newer = Form.of(Map.of("model", Form.of("image-classifier"), "format", Form.of(3)));
        SnapshotFile.write(checkpoint, new SnapshotFile.Content(newer, List.of()));
        refused(checkpoint, "newer version, in format 3");
    }

    @Test
    void partsThatDoNotFitTogetherNeverReachTheEngine() throws Exception {
        var content = SnapshotFile.read(saved("model"));
        var tooShort = new float[content.arrays().get(0).length - 1];
        var file = home.resolve("crafted");
        SnapshotFile.write(
                file,
                new SnapshotFile.Content(
                        content.header(), List.of(tooShort, content.arrays().get(1))));
        refused(file, "do not fit together");
    }
}
