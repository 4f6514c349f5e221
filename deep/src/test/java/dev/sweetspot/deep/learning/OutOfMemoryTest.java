package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that may have so much memory and no more runs a study: too much for it is the outcome of one trial. */
@Tag("long")
@Timeout(200)
class OutOfMemoryTest {
    /** Address space in KiB: what the JVM and the engine reserve, and about 2 GiB. */
    private static final long LIMIT = 8L << 20;

    @TempDir
    Path home;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aTrialForWhichTheMemoryIsTooSmallFailsAndTheNextOneRuns() throws Exception {
        var data = SampleImages.write(home.resolve("data"), 200, 1);
        var log = home.resolve("log.txt");
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -v " + LIMIT + "; exec \"$@\"",
                        "sh",
                        java.toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:CompressedClassSpaceSize=64m",
                        "-XX:ReservedCodeCacheSize=64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OutOfMemoryTest.class.getName(),
                        data.toString(),
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        var said = Files.readString(log);
        assertThat(said)
                .contains("first: failed, OUT_OF_MEMORY, the memory ran out. Maybe a smaller batch_size or network?")
                .contains("second: completed");
        assertThat(process.exitValue()).as(said).isZero();
    }

    @Test
    void aTrialThatIsPredictedToTakeMoreThanThereIsTakesNoTimeAndTheNextOneRuns() throws Exception {
        var images = Classifications.load(SampleImages.write(home.resolve("data"), 40, 1));
        var whole = images.space(Families.installed());
        var small = configuration(whole, Map.of("family", "cnn", "filters", "8", "blocks", "2", "batch_size", "8"));
        var large = configuration(whole, Map.of("family", "cnn", "filters", "64", "batch_size", "64"));
        var plain = new NetworkLearning(images, whole, Fidelity.epochs(1), Precision.FLOAT32);
        long limit = (long) plain.predict("memory", small).orElseThrow();
        var study = run(plain.within(limit), List.of(large, small), home);

        assertThat(study.refresh().trial(0).outcome().orElseThrow())
                .isEqualTo(new Outcome.OverLimit(
                        "memory", plain.predict("memory", large).orElseThrow(), Measurements.NONE));
        assertThat(study.refresh().trial(0).seconds()).isZero();
        assertThat(study.refresh().trial(1).completed()).isTrue();
        assertThat(study.spec().constraints()).isEmpty();
    }

    private static Study run(NetworkLearning learner, List<Configuration> first, Path folder)
            throws InterruptedException {
        var spec = new StudySpec(
                "memory",
                1,
                learner.space(),
                learner.objectives(),
                learner.fidelity(),
                new Budget.Trials(2),
                new StudySpec.Search(Samplers.named("random"), Schedulers.named("none")),
                first,
                Form.of(Map.of()));
        var study = Study.create(new InMemoryStore(), spec, Clock.systemUTC(), Duration.ofSeconds(10));
        new StudyRunner(study, new FolderArtifacts(folder.resolve("artifacts")), learner, folder)
                .run(new ThreadExecutor(), new RunPlan("w", 1, 1, Long.MAX_VALUE, Duration.ofSeconds(2)));
        return study;
    }

    /** The process: the arguments are a folder of images and one to write to. */
    public static void main(String[] arguments) throws Exception {
        Native.load();
        var images = new DataSource(
                        Path.of(arguments[0]), Optional.empty(), new InputSize.Asked(256), new DataSource.Split(5))
                .load(1, Progress.SILENT, SplitData::of);
        var whole = images.space(Families.installed());
        var learner = new NetworkLearning(images, whole, Fidelity.epochs(1), Precision.FLOAT32);
        var large = configuration(whole, Map.of("family", "cnn", "filters", "64", "batch_size", "256"));
        var small = configuration(whole, Map.of("family", "cnn", "filters", "8", "blocks", "2", "batch_size", "8"));
        var study = run(learner, List.of(large, small), Path.of(arguments[1]));
        System.out.println("first: " + words(study, 0));
        System.out.println("second: " + words(study, 1));
        System.exit(0);
    }

    private static Configuration configuration(SearchSpace whole, Map<String, String> fixed) {
        var space = whole;
        for (var each : fixed.entrySet()) {
            space = Restriction.fix(space, whole, each.getKey(), each.getValue());
        }
        return Encoding.of(space).defaults().orElseThrow();
    }

    private static String words(Study study, int trial) {
        var outcome = study.refresh().trial(trial).outcome().orElseThrow();
        return outcome.word()
                + (outcome instanceof Outcome.Failed failed ? ", " + failed.cause() + ", " + failed.message() : "");
    }
}
