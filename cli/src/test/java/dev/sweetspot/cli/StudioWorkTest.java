package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.studio.work.Manner;
import dev.sweetspot.studio.work.Wish;
import dev.sweetspot.studio.work.Work;
import dev.sweetspot.studio.work.WorkState;
import dev.sweetspot.studio.work.WorkStudies;
import dev.sweetspot.studio.work.Works;
import dev.sweetspot.testkit.SampleImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trainings and searches of the studio are this program again, as it is begun here. */
@Tag("once")
@Timeout(180)
class StudioWorkTest {
    private static final Map<String, String> SMALL =
            Map.of("family", "mlp", "units", "8", "layers", "1", "input_size", "8");

    @TempDir
    Path home;

    private Path data;
    private Works works;

    @BeforeEach
    void aFolderOfImages() throws IOException {
        data = SampleImages.write(home.resolve("cells"), 20, 1);
        works = works();
    }

    @AfterEach
    void nothingRunsOn() throws InterruptedException {
        for (var work : works.all()) {
            work.pause();
            await(work, state -> !(state instanceof WorkState.Running));
        }
    }

    private Works works() {
        return new Works(data, Again::command, InstantSource.system());
    }

    private Work begin(Wish wish) {
        return works.begin(wish, Works.Data.at(data));
    }

    private static Map<String, String> lasting(String epochs) {
        var settings = new LinkedHashMap<>(SMALL);
        settings.put("epochs", epochs);
        return settings;
    }

    private static WorkState await(Work work, Predicate<WorkState> wanted) throws InterruptedException {
        while (!wanted.test(work.state())) {
            Thread.sleep(20);
        }
        return work.state();
    }

    private static void awaitTrial(Work work) throws InterruptedException {
        while (work.sighting().trial().isEmpty() && work.state() instanceof WorkState.Running) {
            Thread.sleep(20);
        }
    }

    @Test
    void aTrainingRunsToItsEndAndLeavesItsModel() throws InterruptedException {
        var work = begin(new Wish.Training(lasting("2")));

        assertThat(await(work, state -> !(state instanceof WorkState.Running)))
                .as(String.join("\n", work.lastLines()))
                .isEqualTo(new WorkState.Done());
        assertThat(work.place().out().resolve("model.sweetspot")).exists();
        assertThat(Fields.of(work.result().orElseThrow()).text("study"))
                .isEqualTo(work.sighting().study().orElseThrow());

        var state = work.place().out().resolve("state.checkpoint");
        var further = begin(new Wish.Training(lasting("4"), Optional.of(state)));
        assertThat(await(further, each -> !(each instanceof WorkState.Running)))
                .as(String.join("\n", further.lastLines()))
                .isEqualTo(new WorkState.Done());
        try (var studies = new WorkStudies(data, InstantSource.system())) {
            var curve = studies.trial(further.sighting()).orElseThrow().curve();
            assertThat(curve.size()).isEqualTo(2);
            assertThat(curve.fidelity(0)).isEqualTo(3);
        }
        var other = new LinkedHashMap<>(lasting("4"));
        other.put("units", "16");
        assertThat(await(
                        begin(new Wish.Training(other, Optional.of(state))),
                        each -> !(each instanceof WorkState.Running)))
                .extracting(each -> ((WorkState.Failed) each).message())
                .asString()
                .contains("is of a network of", "Maybe the settings of the training that left it?");
    }

    @Test
    void whatIsPausedGoesOnWhereItWasAlsoForWhoComesLater() throws InterruptedException {
        var work = begin(new Wish.Training(lasting("300")));
        awaitTrial(work);
        work.pause();
        assertThat(await(work, state -> !(state instanceof WorkState.Running))).isEqualTo(new WorkState.Paused());

        var later = works();
        assertThat(later.work(1).state()).isEqualTo(new WorkState.Paused());
        var again = later.resume(1);
        assertThat(again.state()).isInstanceOf(WorkState.Running.class);
        assertThat(again.wish()).isEqualTo(work.wish());
        assertThat(await(again, state -> !(state instanceof WorkState.Running)))
                .as(String.join("\n", again.lastLines()))
                .isEqualTo(new WorkState.Done());
    }

    @Test
    void aProcessThatRunsOnIsFoundByTheNextServer() throws InterruptedException {
        var work = begin(new Wish.Training(lasting("300")));
        awaitTrial(work);

        assertThat(works().work(1).state()).isEqualTo(work.state());
    }

    @Test
    void aProcessThatWasKilledCanBeGoneOnWith() throws InterruptedException {
        var work = begin(new Wish.Training(lasting("300")));
        awaitTrial(work);
        ProcessHandle.of(((WorkState.Running) work.state()).pid()).orElseThrow().destroyForcibly();

        assertThat(await(work, state -> !(state instanceof WorkState.Running))).isEqualTo(new WorkState.Paused());
    }

    @Test
    void whatCannotBeDoneFailsInWords() throws InterruptedException {
        var work = begin(new Wish.Training(Map.of("learning_rate", "-1")));

        assertThat(await(work, state -> !(state instanceof WorkState.Running)))
                .isEqualTo(new WorkState.Failed("learning_rate = -1: must be from 1e-5 to 1. Maybe 1e-5?"));
        assertThatThrownBy(() -> works.resume(1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is failed");
    }

    @Test
    void aModelSaysWhatImagesShow() throws InterruptedException, IOException {
        var training = begin(new Wish.Training(lasting("1")));
        await(training, state -> state instanceof WorkState.Done);
        var work = begin(new Wish.Prediction(training.place().out()));

        assertThat(await(work, state -> !(state instanceof WorkState.Running)))
                .as(String.join("\n", work.lastLines()))
                .isEqualTo(new WorkState.Done());
        assertThat(Files.readAllLines(work.place().predictions())).hasSize(1 + 40);
    }

    private int trials(Work work) {
        try (var studies = new WorkStudies(data, InstantSource.system())) {
            return studies.study(work.sighting().study().orElseThrow())
                    .orElseThrow()
                    .history()
                    .size();
        }
    }

    @Test
    void aSearchHandsOverItsWinner() throws InterruptedException {
        var work = begin(new Wish.Search(0.25, List.of(), List.of(), SMALL, Map.of(), Manner.AUTOMATIC));

        assertThat(await(work, state -> !(state instanceof WorkState.Running)))
                .as(String.join("\n", work.lastLines()))
                .isEqualTo(new WorkState.Done());
        assertThat(Files.exists(work.place().out().resolve("report.json"))).isTrue();
        assertThat(work.sighting().fittings()).containsKey("winner");

        int trials = trials(work);
        var longer = works().searchOn(1, 0.2);
        assertThat(await(longer, state -> !(state instanceof WorkState.Running)))
                .as(String.join("\n", longer.lastLines()))
                .isEqualTo(new WorkState.Done());
        assertThat(trials(work)).isGreaterThan(trials);
    }
}
