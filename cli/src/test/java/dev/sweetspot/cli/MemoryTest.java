package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.Fidelity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    /** More than most machines have: 320 images of 512 pixels a side in a wide network. */
    private static final String ENORMOUS = "batch_size=1024,family=resnet,filters=64";

    @TempDir
    Path home;

    private void write(String name, String text) throws IOException {
        var file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void whatIsFreeIsTheLeastOfTheMachineAndItsControlGroups() throws IOException {
        assertThat(FreeMemory.bytes(home)).isEmpty();

        write("proc/meminfo", "MemTotal:  100000 kB\nMemAvailable:   50000 kB\n");
        write("proc/self/cgroup", "0::/box/inside\n");
        assertThat(FreeMemory.bytes(home)).hasValue(50_000 * 1024L);

        write("sys/fs/cgroup/box/inside/memory.max", "max\n");
        write("sys/fs/cgroup/box/inside/memory.current", "1000\n");
        write("sys/fs/cgroup/box/memory.max", "30000000\n");
        write("sys/fs/cgroup/box/memory.current", "20000000\n");
        write("sys/fs/cgroup/box/memory.stat", "anon 5\ninactive_file 4000000\n");
        assertThat(FreeMemory.bytes(home)).hasValue(14_000_000);
    }

    @Test
    void theOlderKindOfControlGroupsIsReadToo() throws IOException {
        write("proc/meminfo", "MemAvailable:   50000 kB\n");
        write("proc/self/cgroup", "5:devices:/\n4:memory:/docker/abc\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9000000\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "8000000\n");
        write("sys/fs/cgroup/memory/memory.stat", "total_inactive_file 500000\n");
        assertThat(FreeMemory.bytes(home)).hasValue(1_500_000);
    }

    @Test
    void aTrainingThatCannotFitIsRefusedWithWhatWould() throws Exception {
        assumeTrue(FreeMemory.bytes() < 100L << 30, "it would fit here");
        var data = SampleImages.write(home.resolve("data"), 200, 1);
        var command = "train " + data + " --input-size 512 --set " + ENORMOUS.replace(",", " --set ") + " --store "
                + home.resolve("store.db");
        var ran = Ran.of((Object[]) command.split(" "));

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err())
                .containsPattern(
                        "memory = \\d+\\.\\d GiB: is what this configuration is predicted to need, and there are "
                                + "\\d+\\.\\d+ GiB for trainings here. Maybe batch_size = \\d+\\?");
        assertThat(home.resolve("store.db")).doesNotExist();
    }

    @Test
    void trialsThatRunAtOnceShareWhatThereIs() throws Exception {
        var images = new DataSource(
                        SampleImages.write(home.resolve("data"), 20, 1),
                        Optional.empty(),
                        InputSize.ofData(),
                        new DataSource.Split(1))
                .load(2, Progress.SILENT, SplitData::of);
        var space = images.space(Families.installed());
        var learner = new NetworkLearning(images, space, Fidelity.epochs(1), Precision.FLOAT32);
        var standard = Encoding.of(space).defaults().orElseThrow();
        long needed = (long) learner.predict("memory", standard).orElseThrow();

        assertThat(new MemoryRoom(10 * needed).atOnce(learner, standard)).isEqualTo(10);
        assertThat(limit(new MemoryRoom(10 * needed).limit(learner, standard, 5)))
                .isEqualTo(2 * needed);
        assertThat(limit(new MemoryRoom(10 * needed).limit(learner, standard, 1)))
                .isEqualTo(9 * needed);
        assertThat(limit(new MemoryRoom(needed).limit(learner, standard, 1))).isEqualTo(needed);
        new MemoryRoom(3 * needed).require(learner, standard, "it", 3);
        assertThatThrownBy(() -> new MemoryRoom(3 * needed - 1).require(learner, standard, "it", 3))
                .hasMessageContaining("times 3 is what it is predicted to need")
                .hasMessageContaining("Maybe --workers 2?");
        assertThatThrownBy(() -> new MemoryRoom(needed - 1).require(learner, standard, "it", 1))
                .hasMessageContaining("Maybe batch_size = 16?");
        assertThatThrownBy(() -> new MemoryRoom(10).require(learner, standard, "it", 1))
                .hasMessageContaining("Maybe a smaller network");
    }

    private static long limit(NetworkLearning learner) {
        return (long) learner.constraints().get(0).limit();
    }

    @Test
    void processesOfTrialsThatHaveNoRoomAreRefusedInTheWordsOfTheOption() {
        assertThat(Isolated.enough(OptionalLong.of(1L << 30))).hasValue(1L << 30);
        assertThatThrownBy(() -> Isolated.enough(OptionalLong.of(28L << 20)))
                .hasMessageContaining("--isolate = 28 MiB")
                .hasMessageContaining("fewer --workers?");
    }
}
