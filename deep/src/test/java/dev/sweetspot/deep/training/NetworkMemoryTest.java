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

/**
 * The peak of one run swings by a third, with when threads free what they had: the highest of several is what a machine
 * must have.
 */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class NetworkMemoryTest {
    /** Small trainings are measured in steps of some megabytes: what Java and the threads need swings by as much. */
    private static final double SWING = 4;

    private static final int RUNS = 5;

    @ParameterizedTest
    @CsvSource({"mlp,32", "cnn,64", "cnn,256", "wide,64", "resnet,64", "lstm,32"})
    void whatIsPredictedIsWithinAFifthOfWhatIsMeasured(String kind, int batch)
            throws IOException, InterruptedException {
        double measured = 0;
        double predicted = 0;
        var all = new StringBuilder();
        for (int run = 0; run < RUNS; run++) {
            var said = said(kind, batch);
            var words = said.split(" ", -1);
            measured = Math.max(measured, Double.parseDouble(words[4]));
            predicted = Double.parseDouble(words[7]);
            all.append(said).append('\n');
        }
        assertThat(predicted).as(all.toString()).isBetween(0.8 * measured - SWING, 1.2 * measured + SWING);
    }

    private static String said(String kind, int batch) throws IOException, InterruptedException {
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
        return said.lines()
                .filter(line -> line.contains("measured"))
                .findFirst()
                .orElseThrow();
    }
}
