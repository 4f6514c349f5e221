package dev.sweetspot.insight.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.insight.compare.Answers.Answer;
import dev.sweetspot.insight.compare.Difference.Better;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairedAnswersTest {
    /** So many items of each kind: right by both, only by the first, only by the second, by none. */
    private static PairedAnswers answers(int both, int first, int second, int none) {
        var pairs = new ArrayList<PairedAnswers.Pair>();
        add(pairs, both, "a", "a");
        add(pairs, first, "a", "b");
        add(pairs, second, "b", "a");
        add(pairs, none, "b", "b");
        return new PairedAnswers(pairs, true);
    }

    private static void add(List<PairedAnswers.Pair> pairs, int count, String one, String other) {
        for (int i = 0; i < count; i++) {
            pairs.add(new PairedAnswers.Pair(new Answer("a", one), new Answer("a", other)));
        }
    }

    @Test
    void mcNemarsTestIsThatOfTheBinomialDistribution() {
        // scipy.stats.binomtest(k, n).pvalue of 1 in 9, 0 in 4, 3 in 6 and 12 in 40.
        assertThat(answers(50, 8, 1, 3).chance()).isCloseTo(0.0390625, within(1e-9));
        assertThat(answers(4, 0, 4, 0).chance()).isCloseTo(0.125, within(1e-9));
        assertThat(answers(0, 3, 3, 0).chance()).isEqualTo(1);
        assertThat(answers(0, 28, 12, 0).chance()).isCloseTo(0.016589, within(1e-6));
        assertThat(answers(9, 0, 0, 9).chance()).isEqualTo(1);
    }

    @Test
    void theIntervalOfAccuracyIsThatOfBonettAndPrice() {
        // n = 62, 8 and 1 alone: p = 9/64 and 2/64, difference 7/64, variance (11/64 - (7/64)^2) / 64.
        var difference = answers(50, 8, 1, 3).difference("accuracy").orElseThrow();

        double half = 1.959963984540054 * Math.sqrt((11 / 64.0 - 49 / 4096.0) / 64);
        assertThat(difference.value()).isCloseTo(7 / 62.0, within(1e-12));
        assertThat(difference.low()).isCloseTo(7 / 64.0 - half, within(1e-12));
        assertThat(difference.high()).isCloseTo(7 / 64.0 + half, within(1e-12));
        assertThat(difference.better()).isEqualTo(Better.FIRST);
    }

    @Test
    void winnersThatAgreeEverywhereAreNotCertainToBeEqual() {
        var difference = answers(20, 0, 0, 2).difference("accuracy").orElseThrow();

        assertThat(difference.value()).isZero();
        assertThat(difference.low()).isNegative();
        assertThat(difference.high()).isPositive();
        assertThat(difference.better()).isEqualTo(Better.NOT_DISTINGUISHABLE);
    }

    @Test
    void intervalsOfAccuracyHoldTheTruthAsOftenAsTheySay() {
        var random = new SplittableRandom(7);
        int held = 0;
        int studies = 2_000;
        for (int study = 0; study < studies; study++) {
            var counts = new int[4];
            for (int i = 0; i < 100; i++) {
                double share = random.nextDouble();
                // Right by both 0.8, only by the first 0.1, only by the second 0.04: the truth is 0.06.
                counts[share < 0.8 ? 0 : share < 0.9 ? 1 : share < 0.94 ? 2 : 3]++;
            }
            var difference = answers(counts[0], counts[1], counts[2], counts[3])
                    .difference("accuracy")
                    .orElseThrow();
            held += difference.low() <= 0.06 && 0.06 <= difference.high() ? 1 : 0;
        }
        // 95 % of 2,000, and four standard errors of such a count.
        assertThat((double) held / studies).isBetween(0.93, 0.985);
    }

    @Test
    void intervalsOfErrorsHoldTheTruthAsOftenAsTheySay() {
        var random = new SplittableRandom(8);
        int held = 0;
        int studies = 200;
        for (int study = 0; study < studies; study++) {
            var pairs = new ArrayList<PairedAnswers.Pair>();
            for (int i = 0; i < 100; i++) {
                double common = random.nextGaussian();
                // Both errors have a standard deviation of sqrt(2), so the truth is no difference.
                pairs.add(new PairedAnswers.Pair(
                        new Answer("0", String.valueOf(common + random.nextGaussian())),
                        new Answer("0", String.valueOf(common + random.nextGaussian()))));
            }
            var difference = new PairedAnswers(pairs, false).difference("rmse").orElseThrow();
            held += difference.better() == Better.NOT_DISTINGUISHABLE ? 1 : 0;
        }
        // 95 % of 200, less what a bootstrap over 100 items is known to lack, and four standard errors.
        assertThat((double) held / studies).isBetween(0.86, 1.0);
    }

    @Test
    void errorsOfFewItemsAreNotCompared() {
        var pair = new PairedAnswers.Pair(new Answer("1", "2"), new Answer("1", "3"));

        assertThat(new PairedAnswers(List.of(pair), false).difference("rmse")).isEmpty();
    }

    @Test
    void onlyItemsOfBothAreCompared() {
        var one = new LinkedHashMap<String, Answer>();
        one.put("row 1", new Answer("a", "a"));
        one.put("row 2", new Answer("a", "b"));
        var other = new LinkedHashMap<String, Answer>();
        other.put("row 2", new Answer("a", "a"));
        other.put("row 3", new Answer("a", "a"));

        var paired = PairedAnswers.of(new Answers(true, one), new Answers(true, other))
                .orElseThrow();

        assertThat(paired.pairs()).hasSize(1);
        assertThat(paired.onlySecond()).isEqualTo(1);
    }

    @Test
    void itemsOfTheSameNameAndAnotherTruthAreNotTheSame() {
        var one = new Answers(true, Map.of("row 1", new Answer("a", "a")));
        var other = new Answers(true, Map.of("row 1", new Answer("b", "a")));

        assertThat(PairedAnswers.of(one, other)).isEmpty();
    }

    @Test
    void answersAreReadAsTheyWereWritten(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("predictions.csv"),
                "row,truth,predicted,p(a)\n\"row, \"\"1\"\"\",\"two\nlines\",a,0.5\nrow 2,b,b,0.5\n");

        var answers = Answers.in(folder).orElseThrow();

        assertThat(answers.classes()).isTrue();
        assertThat(answers.items())
                .containsEntry("row, \"1\"", new Answer("two\nlines", "a"))
                .containsEntry("row 2", new Answer("b", "b"));
        assertThat(Answers.in(folder.resolve("elsewhere"))).isEmpty();
    }
}
