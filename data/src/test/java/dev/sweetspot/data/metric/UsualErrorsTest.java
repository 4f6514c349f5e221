package dev.sweetspot.data.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class UsualErrorsTest {
    @Test
    void ranksAreCountedAsTheirFormulasSay() {
        var usual = UsualErrors.of(new double[] {3, 1, 2, 2});

        assertThat(usual.pValue(2)).isEqualTo((1 + 3) / 5.0);
        assertThat(usual.pValue(2.5)).isEqualTo((1 + 1) / 5.0);
        assertThat(usual.pValue(9)).isEqualTo(1 / 5.0);
        assertThat(usual.shareBelow(0)).isZero();
        assertThat(usual.shareBelow(2)).isEqualTo(0.5);
        assertThat(usual.shareBelow(9)).isEqualTo(1);
    }

    @Test
    void withFewerThanNineteenToCompareWithNothingIsCalledAnAnomaly() {
        assertThat(UsualErrors.of(new double[18]).anomaly(1e9)).isFalse();
        assertThat(UsualErrors.of(new double[19]).anomaly(1e9)).isTrue();
    }

    @Test
    void ofManyAThousandAreKeptAndRanksStayWhereTheyWere() {
        var all = DoubleStream.iterate(0, x -> x + 1).limit(25_000).toArray();
        var kept = UsualErrors.of(all);

        assertThat(kept.values()).hasSize(1000);
        assertThat(kept.count()).isEqualTo(25_000);
        for (double share : new double[] {0.01, 0.3, 0.5, 0.95, 0.99}) {
            assertThat(kept.shareBelow(share * 25_000)).isBetween(share - 0.001, share + 0.001);
        }
        var again = UsualErrors.of(kept.values(), kept.count());
        assertThat(again.values()).containsExactly(kept.values());
        assertThat(again.count()).isEqualTo(25_000);
    }

    /**
     * 2000 times 39 usual errors and one more of the same kind, whose p-value is 0.05 or less in exactly 2 of 40 orders: 100 are
     * expected, and more than 150 or fewer than 55 come once in a million such tests.
     */
    @Test
    void ofUsualItemsOneInTwentyIsCalledAnAnomalyWhateverTheirErrors() {
        var random = new SplittableRandom(11);
        int called = 0;
        for (int run = 0; run < 2000; run++) {
            var errors = DoubleStream.generate(() -> Math.exp(3 * random.nextDouble()))
                    .limit(40)
                    .toArray();
            called += UsualErrors.of(Arrays.copyOf(errors, 39)).anomaly(errors[39]) ? 1 : 0;
        }
        assertThat(called).isBetween(55, 150);
    }

    @Test
    void scoresAreATableOfErrorsRanksAndVerdicts() {
        var usual = UsualErrors.of(DoubleStream.iterate(1, x -> x + 1).limit(20).toArray());
        var made = new Reconstructions(
                List.of("a,b", "c"), new double[] {10.5, 100}, new double[] {1, 2}, new double[] {1, 1});

        assertThat(new AnomalyScores(made, usual).toCsv("file")).isEqualTo("""
                file,error,percentile,anomaly
                "a,b",10.5,50.0,no
                c,100.0,100.0,yes
                """);
    }
}
