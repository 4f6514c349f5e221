package dev.sweetspot.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.store.Stores;
import dev.sweetspot.testkit.EmbeddedDatabase;
import dev.sweetspot.testkit.SharedStudy;
import dev.sweetspot.testkit.SlowTrials;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A study on a real cluster of separate processes, whose parts are killed in the middle. */
@Tag("slow")
@Timeout(600)
class StandaloneClusterTest {
    private static final String STUDY = "on-spark";
    private static final int TRIALS = 40;
    private static final int EPOCHS = 8;

    @TempDir
    Path folder;

    private static JavaSparkContext context(String master) throws URISyntaxException {
        var ours = List.of(Program.where(WorkerTask.class), Program.where(Stores.class));
        return new JavaSparkContext(new SparkConf(false)
                .setMaster(master)
                .setAppName("a program of its own")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.ui.enabled", "false")
                .set("spark.executor.memory", "512m")
                .set("spark.executor.extraClassPath", String.join(File.pathSeparator, ours)));
    }

    private static void await(SharedStudy study, SparkPlacement placement, Predicate<History> wanted)
            throws InterruptedException {
        while (!wanted.test(study.history())) {
            assertThat(placement.await(Duration.ofMillis(200))).isFalse();
        }
    }

    @Test
    void noTrialIsLostNorDoneTwiceWhenAnExecutorAndAWorkerAreKilled() throws Exception {
        killed(folder.resolve("studies.db").toString());
    }

    @Test
    void norInPostgres() throws Exception {
        try (var database = EmbeddedDatabase.start(true)) {
            killed(database.address());
        }
    }

    private void killed(String store) throws Exception {
        var trials = new SlowTrials(EPOCHS, 250);
        var study = new SharedStudy(STUDY, store, InstantSource.system());
        study.begin(trials, TRIALS, SparkWorkers.errand(trials));
        try (var cluster = StandaloneCluster.start(folder, 2, 2);
                var context = context(cluster.address())) {
            var workers = new SparkWorkers(STUDY, store, new WorkerProgram.OnClassPath(Program.CLASS_PATH));
            var placement = workers.with(4).start(context);
            await(study, placement, now -> now.completed().count() >= 4);
            assertThat(cluster.executor(0).destroyForcibly()).isTrue();
            await(study, placement, now -> now.completed().count() >= 12);
            assertThat(cluster.worker(1).destroyForcibly()).isTrue();
            try (var show = Program.sweetspot(folder.resolve("show.log"), "show", STUDY, "--store", store)) {
                assertThat(show.exitCode(120)).as(show.said()).isZero();
            }
            assertThat(study.history().finished().count()).isLessThan(TRIALS);
            assertThat(placement.await(Duration.ofSeconds(400))).isTrue();
            assertThat(placement.ends()).hasSize(4).allSatisfy(end -> {
                assertThat(end.exit()).as(end.words()).isZero();
                assertThat(end.words()).contains("the budget of 40 trials is used up");
            });
        }
        var history = study.history();
        assertThat(history.trials().stream().map(trial -> trial.number()))
                .containsExactlyElementsOf(IntStream.range(0, TRIALS).boxed().toList());
        assertThat(history.completed().count()).isEqualTo(TRIALS);
        assertThat(study.events().stream().filter(Event.Finished.class::isInstance))
                .hasSize(TRIALS);
        assertThat(history.trials())
                .allSatisfy(trial -> assertThat(trial.curve().size()).isEqualTo(EPOCHS));
        assertThat(study.events().stream().filter(Event.Resumed.class::isInstance))
                .isNotEmpty();
        try (var audit = Program.sweetspot(folder.resolve("audit.log"), "audit", STUDY, "--store", store)) {
            assertThat(audit.exitCode(120)).as(audit.said()).isZero();
        }
    }
}
