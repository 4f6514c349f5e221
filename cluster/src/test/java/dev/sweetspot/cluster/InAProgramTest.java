package dev.sweetspot.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.testkit.SharedStudy;
import dev.sweetspot.testkit.SlowTrials;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers in a program that has a Spark context of its own, here one without a cluster. */
@Timeout(180)
class InAProgramTest {
    @TempDir
    Path folder;

    private SharedStudy study(String name, SlowTrials trials, int count) {
        var study = SharedStudy.in(folder, name, InstantSource.system());
        study.begin(trials, count, SparkWorkers.errand(trials));
        return study;
    }

    private static JavaSparkContext context() {
        return new JavaSparkContext(new SparkConf(false)
                .setMaster("local[4]")
                .setAppName("a program")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.ui.enabled", "false"));
    }

    @Test
    void workersShareAStudyAndThoseThatComeLaterFindNothingLeftToDo() throws Exception {
        var study = study("wells", new SlowTrials(2, 50), 12);
        var store = study.store();
        var program = new WorkerProgram.OnClassPath(Program.CLASS_PATH);
        try (var context = context()) {
            var workers = new SparkWorkers("wells", store, program).with(4);
            List<WorkerEnd> ends = workers.run(context);

            assertThat(ends).extracting(WorkerEnd::worker).containsExactly(0, 1, 2, 3);
            assertThat(ends).allSatisfy(end -> {
                assertThat(end.exit()).as(end.words()).isZero();
                assertThat(end.words()).contains("the budget of 12 trials is used up");
            });
            assertThat(study.history().completed().count()).isEqualTo(12);
            assertThat(workers.with(1).run(context).get(0).words()).contains("It worked on 0 trials");
        }
    }

    @Test
    void workersThatAreAskedToEndPutTheirTrialsAside() throws Exception {
        var study = study("long", new SlowTrials(10_000, 20), 2);
        var program = new WorkerProgram.OnClassPath(Program.CLASS_PATH);
        try (var context = context()) {
            var placement =
                    new SparkWorkers("long", study.store(), program).with(2).start(context);
            while (study.history()
                            .running()
                            .filter(each -> each.curve().size() > 3)
                            .count()
                    < 2) {
                assertThat(placement.await(Duration.ofMillis(100))).isFalse();
            }
            placement.interrupt();
            assertThat(placement.await(Duration.ofSeconds(20))).isTrue();
            assertThat(study.history().paused().count()).isEqualTo(2);
            assertThat(study.history().trials())
                    .allSatisfy(trial -> assertThat(trial.checkpoint()).isPresent());
        }
    }
}
