package dev.sweetspot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example does what it says. */
class ExamplesTest {
    private interface Example {
        void run() throws Exception;
    }

    private static String printedBy(Example example) throws Exception {
        var before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            example.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).strip();
    }

    private static double number(String printed, String name) {
        return Double.parseDouble(printed.replaceFirst(".*" + name + "[=: ]+([-+0-9.eE]+).*", "$1"));
    }

    @Test
    void theFirstSearchFindsAPointNearTwo() throws Exception {
        // Of a hundred points in a range of 10 the best is farther than 0.5 away once in 38,000 searches; its seed is
        // fixed.
        assertThat(number(printedBy(() -> FirstSearch.main(new String[0])), "x"))
                .isBetween(1.5, 2.5);
    }

    @Test
    void conditionsAndRelationsHoldInTheWinner() throws Exception {
        var printed = printedBy(() -> ConditionsAndRelations.main(new String[0]));

        assertThat(number(printed, "last_units")).isLessThanOrEqualTo(number(printed, "first_units"));
        assertThat(printed.contains("momentum")).isEqualTo(printed.contains("optimizer=sgd"));
    }

    @Test
    void severalObjectivesHaveAFrontAndOneBestByWeights() throws Exception {
        var printed =
                printedBy(() -> SeveralObjectives.main(new String[0])).lines().toList();

        assertThat(printed).hasSizeGreaterThan(5);
        assertThat(number(printed.get(printed.size() - 1), "width")).isBetween(1.0, 16.0);
    }

    @Test
    void hopelessTrialsAreStoppedEarly() throws Exception {
        var printed = printedBy(() -> StopEarly.main(new String[0]));

        assertThat(printed).endsWith("of 40 ran to their end");
        assertThat(Integer.parseInt(printed.split(" ", 2)[0])).isBetween(5, 35);
    }

    @Test
    void askAndTellLastsInItsFile(@TempDir Path folder) throws Exception {
        var file = new String[] {folder.resolve("studies.db").toString()};
        var first = printedBy(() -> AskAndTell.main(file));

        assertThat(number(first, "temperature")).isBetween(20.0, 90.0);
        assertThat(printedBy(() -> AskAndTell.main(file))).isEqualTo(first);
    }

    @Test
    void anImageClassifierLearnsTheBloodCells() throws Exception {
        var data = new String[] {Path.of("..", "samples", "blood-cells").toString()};

        assertThat(number(printedBy(() -> TrainAnImageClassifier.main(data)), "accuracy"))
                .isGreaterThan(0.641);
    }
}
