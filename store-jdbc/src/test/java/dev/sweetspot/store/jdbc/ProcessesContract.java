package dev.sweetspot.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Stores;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a store keeps that several processes share, and one that is killed. */
@Timeout(120)
abstract class ProcessesContract {
    /** The address of a store that is not there yet; the same for one test. */
    abstract String address();

    private Process claimer(String worker, int count) throws IOException {
        return process(Claimer.class, worker, count);
    }

    private Process process(Class<?> main, String worker, int count) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        address(),
                        worker,
                        Integer.toString(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> lines(Process process) throws IOException {
        return process.inputReader().lines().toList();
    }

    @Test
    void eightProcessesMakeAStoreAtOnceAndClaimEveryNumberOnce() throws IOException, InterruptedException {
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 8; i++) {
            processes.add(claimer("w" + i, 12));
        }
        var claimed = new ArrayList<Integer>();
        for (var process : processes) {
            lines(process).forEach(line -> claimed.add(Integer.parseInt(line)));
            assertThat(process.waitFor()).isZero();
        }
        assertThat(claimed)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 96).boxed().toList());
    }

    @Test
    void twoProcessesThatChangeAStudyAtOnceBothHaveTheirWay() throws IOException, InterruptedException {
        var spec = new StudySpec(
                "s",
                1,
                SearchSpace.of(Parameter.integer("n", 0, 0), Parameter.integer("m", 0, 0)),
                List.of(Objective.minimize("loss")),
                Fidelity.WHOLE,
                new Budget.AnyOf(List.of()),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        try (var store = Stores.open(address())) {
            Study.create(store, spec, InstantSource.system(), Duration.ofMinutes(5));
        }
        var processes = List.of(process(Changer.class, "n", 12), process(Changer.class, "m", 12));
        for (var process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        try (var store = Stores.open(address())) {
            var study = Study.open(store, "s", InstantSource.system(), Duration.ofMinutes(5));
            var history = study.history();
            assertThat(study.space().parameters().stream().map(Parameter::rangeInWords))
                    .containsExactly("0 to 12", "0 to 12");
            assertThat(history.changes()).hasSize(24);
            assertThat(history.waiting()).isEmpty();
            assertThat(history.trials())
                    .hasSize(24)
                    .allMatch(trial -> trial.origin().sampler().equals("enqueued"));
            assertThat(history.trials().stream().map(Trial::configuration)).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws IOException, InterruptedException {
        for (int round = 0; round < 3; round++) {
            var process = claimer("round" + round, 1_000_000);
            try (var reader = process.inputReader()) {
                int last = -1;
                for (int i = 0; i < 20 + round * 15; i++) {
                    last = Integer.parseInt(reader.readLine());
                }
                process.toHandle().destroyForcibly();
                assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
                for (var line = reader.readLine(); line != null && line.matches("[0-9]+"); line = reader.readLine()) {
                    last = Integer.parseInt(line);
                }
                try (var store = Stores.open(address())) {
                    assertThat(store.read("s", 0)).hasSizeGreaterThan(last);
                }
            }
        }
    }
}
