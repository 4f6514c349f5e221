package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
@EnabledOnOs(OS.LINUX)
class NetworkMemoryTest {
    /** Small trainings are measured in steps of some megabytes: what Java and the threads need swings by as much. */
    private static final double SWING = 4;

    @ParameterizedTest
    @CsvSource({"mlp,32", "cnn,64", "cnn,256", "resnet,64", "lstm,32"})
    void whatIsPredictedIsWithinAFifthOfWhatIsMeasured(String kind, int batch)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                        java,
                        "-Xms256m",
                        "-Xmx256m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NetworkMemory.class.getName(),
                        kind,
                        Integer.toString(batch),
                        Precision.automatic().name()))
                .redirectErrorStream(true);
        // As the launcher sets them: memory that was freed is kept for the next step.
        builder.environment().put("MALLOC_MMAP_THRESHOLD_", "4294967296");
        builder.environment().put("MALLOC_TRIM_THRESHOLD_", "8589934592");
        builder.environment().put("MALLOC_TOP_PAD_", "268435456");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        var words = said.lines()
                .filter(line -> line.contains("measured"))
                .findFirst()
                .orElseThrow()
                .split(" ", -1);
        double measured = Double.parseDouble(words[4]);
        double predicted = Double.parseDouble(words[7]);
        assertThat(predicted).as(said).isBetween(0.8 * measured - SWING, 1.2 * measured + SWING);
    }
}
