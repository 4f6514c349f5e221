package dev.sweetspot.data.metric;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassificationReportTest {
    private static ClassProbabilities predictions(int[] predicted, int classes) {
        var rows = new float[predicted.length][classes];
        for (int i = 0; i < rows.length; i++) {
            Arrays.fill(rows[i], 0.2f / (classes - 1));
            rows[i][predicted[i]] = 0.8f;
        }
        return new ClassProbabilities(
                IntStream.range(0, rows.length).mapToObj(i -> "i" + i).toList(),
                IntStream.range(0, classes).mapToObj(i -> "c" + i).toList(),
                rows);
    }

    @Test
    void scoresAgreeWithHandComputedOnes() {
        // By hand: confusion [[3, 1, 0], [1, 1, 0], [1, 0, 1]]; recalls 3/4, 1/2, 1/2; precisions 3/5, 1/2, 1.
        var truth = new int[] {0, 0, 0, 0, 1, 1, 2, 2};
        var report = ClassificationReport.of(predictions(new int[] {0, 0, 0, 1, 0, 1, 0, 2}, 3), truth);
        assertThat(report.accuracy()).isEqualTo(5 / 8.0);
        assertThat(report.balancedAccuracy()).isCloseTo((0.75 + 0.5 + 0.5) / 3, offset(1e-12));
        assertThat(report.classes().get(0).scores().precision()).isCloseTo(0.6, offset(1e-12));
        assertThat(report.classes().get(0).scores().f1()).isCloseTo(2 * 0.6 * 0.75 / 1.35, offset(1e-12));
        assertThat(report.macro().precision()).isCloseTo((0.6 + 0.5 + 1) / 3, offset(1e-12));
        assertThat(report.weighted().recall()).isCloseTo(5 / 8.0, offset(1e-12));
        assertThat(report.confusion()[2]).containsExactly(1, 0, 1);
        // Five hits at 0.8 and three misses at 0.1.
        assertThat(report.logLoss()).isCloseTo(-(5 * Math.log(0.8) + 3 * Math.log(0.1)) / 8, offset(1e-6));
    }

    @Test
    void aClassNeverPredictedGivesZeroAndANote() {
        var report = ClassificationReport.of(predictions(new int[] {0, 0, 0}, 2), new int[] {0, 0, 1});
        assertThat(report.classes().get(1).scores()).isEqualTo(new ClassificationReport.Scores(0, 0, 0));
        assertThat(report.notes()).containsExactly("c1 was never predicted: its precision counts as 0.");
        assertThat(report.macro().f1()).isNotNaN();
    }

    @Test
    void everyMetricAgreesWithScikitLearn() {
        // scikit-learn 1.9.1: t = [0,0,0,0,0,1,1,1,2,2,2,2,3,3,0,1]; p as below; y = p.argmax(1)
        // accuracy_score(t, y), balanced_accuracy_score(t, y), log_loss(t, p, labels=[0, 1, 2, 3, 4])
        // precision_recall_fscore_support(t, y, average=a, zero_division=0) with a = 'macro', 'weighted'
        // Class 3 is never predicted, class 4 neither occurs nor is predicted.
        var truth = new int[] {0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 0, 1};
        float[][] p = {
            {.7f, .1f, .1f, .05f, .05f}, {.2f, .5f, .2f, .05f, .05f}, {.6f, .2f, .1f, .05f, .05f},
            {.4f, .3f, .2f, .05f, .05f}, {.1f, .1f, .7f, .05f, .05f}, {.2f, .6f, .1f, .05f, .05f},
            {.3f, .3f, .3f, .05f, .05f}, {.05f, .8f, .05f, .05f, .05f}, {.1f, .1f, .7f, .05f, .05f},
            {.1f, .2f, .6f, .05f, .05f}, {.5f, .2f, .2f, .05f, .05f}, {.1f, .1f, .65f, .1f, .05f},
            {.5f, .2f, .1f, .15f, .05f}, {.1f, .4f, .3f, .15f, .05f}, {.8f, .05f, .05f, .05f, .05f},
            {.1f, .7f, .1f, .05f, .05f}
        };
        var names = IntStream.range(0, 16).mapToObj(i -> "i" + i).toList();
        var report = ClassificationReport.of(new ClassProbabilities(names, List.of("a", "b", "c", "d", "e"), p), truth);
        // Of classes 0 to 3: mean of roc_auc_score(t == c, p[:, c]) and of average_precision_score(t == c, p[:, c]);
        // matthews_corrcoef(t, y); cohen_kappa_score(t, y); top_k_accuracy_score(t, p, k=3, labels=[0, 1, 2, 3, 4])
        // f1_score(t, y, average=None)[3]
        var golden = Map.ofEntries(
                entry("accuracy", 0.625),
                entry("balanced_accuracy", 0.5416666666666666),
                entry("log_loss", 0.9322210091043215),
                entry("precision_macro", 0.4803571428571428),
                entry("recall_macro", 0.5416666666666666),
                entry("f1_macro", 0.5080128205128205),
                entry("precision_weighted", 0.5517857142857143),
                entry("recall_weighted", 0.625),
                entry("f1_weighted", 0.5849358974358975),
                entry("roc_auc", 0.903125),
                entry("average_precision", 0.8133763227513228),
                entry("mcc", 0.4691923223012533),
                entry("cohen_kappa", 0.4606741573033708),
                entry("top_3_accuracy", 1.0),
                entry("rare_f1", 0.0));
        assertThat(Metrics.of(Task.Kind.CLASSIFICATION).stream().map(Metric::name))
                .containsExactlyInAnyOrderElementsOf(golden.keySet());
        golden.forEach((name, value) ->
                assertThat(Metrics.named(name).of(report)).as(name).isCloseTo(value, offset(1e-6)));
    }

    @Test
    void metricsOfARareClassAgreeWithScikitLearn() {
        // scikit-learn 1.9.1, numpy: r = RandomState(3); t = (r.rand(40) < 0.2).astype(int)
        // s = round(clip(t * 0.3 + r.rand(40) * 0.7, 0, 1), 1); y = (s > 0.5): roc_auc_score(t, s),
        // average_precision_score(t, s), matthews_corrcoef(t, y), cohen_kappa_score(t, y), f1_score(t, y)
        var rare = List.of(6, 8, 10, 16, 23, 35);
        double[] s = {
            0.3, 0.3, 0.2, 0.2, 0.3, 0.6, 0.7, 0.2, 0.5, 0.3, 0.4, 0.1, 0.4, 0.1, 0.3, 0.3, 0.8, 0.5, 0.5, 0.5, 0.3,
            0.5, 0.2, 0.7, 0.2, 0.3, 0.0, 0.2, 0.7, 0.2, 0.5, 0.5, 0.5, 0.3, 0.4, 0.3, 0.1, 0.1, 0.1, 0.1
        };
        var truth = IntStream.range(0, 40).map(i -> rare.contains(i) ? 1 : 0).toArray();
        var rows = new float[40][];
        for (int i = 0; i < 40; i++) {
            rows[i] = new float[] {(float) (1 - s[i]), (float) s[i]};
        }
        var names = IntStream.range(0, 40).mapToObj(i -> "i" + i).toList();
        var report = ClassificationReport.of(new ClassProbabilities(names, List.of("usual", "rare"), rows), truth);
        var golden = Map.of(
                "roc_auc", 0.8431372549019608,
                "average_precision", 0.5584935897435898,
                "mcc", 0.47633051162246687,
                "cohen_kappa", 0.4736842105263158,
                "rare_f1", 0.5454545454545454);
        golden.forEach((name, value) ->
                assertThat(Metrics.named(name).of(report)).as(name).isCloseTo(value, offset(1e-6)));
    }

    @Test
    void metricsOfManyClassesAgreeWithScikitLearn() {
        // scikit-learn 1.9.1, numpy: t = array([i * 7 % 6 for i in range(30)])
        // p = array([[1 + ((i * 31 + c * 17) % 23) / 23 * (1 + 0.83 * (c == i * 7 % 6)) for c in range(6)] for i in
        // range(30)])
        // p = p / p.sum(1, keepdims=True); top_k_accuracy_score(t, p, k=3), roc_auc_score(t, p, multi_class='ovr'),
        // matthews_corrcoef(t, p.argmax(1)), cohen_kappa_score(t, p.argmax(1))
        var truth = IntStream.range(0, 30).map(i -> i * 7 % 6).toArray();
        var rows = new float[30][6];
        for (int i = 0; i < 30; i++) {
            double sum = 0;
            var row = new double[6];
            for (int c = 0; c < 6; c++) {
                row[c] = 1 + (i * 31 + c * 17) % 23 / 23.0 * (c == truth[i] ? 1.83 : 1);
                sum += row[c];
            }
            for (int c = 0; c < 6; c++) {
                rows[i][c] = (float) (row[c] / sum);
            }
        }
        var names = IntStream.range(0, 30).mapToObj(i -> "i" + i).toList();
        var report = ClassificationReport.of(
                new ClassProbabilities(names, List.of("a", "b", "c", "d", "e", "f"), rows), truth);
        var golden = Map.of(
                "top_3_accuracy", 0.6666666666666666,
                "roc_auc", 0.6693333333333333,
                "mcc", 0.2013468165642073,
                "cohen_kappa", 0.2);
        golden.forEach((name, value) ->
                assertThat(Metrics.named(name).of(report)).as(name).isCloseTo(value, offset(1e-6)));
    }

    @Test
    void whereAllItemsAreOfOneClassMetricsSayWhatChanceSays() {
        var report = ClassificationReport.of(predictions(new int[] {0, 0, 1}, 2), new int[] {0, 0, 0});
        assertThat(Metrics.named("roc_auc").of(report)).isEqualTo(0.5);
        assertThat(Metrics.named("average_precision").of(report)).isZero();
        assertThat(Metrics.named("mcc").of(report)).isZero();
    }

    @Test
    void aMisspeltMetricIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> Metrics.named("acuracy")).hasMessageContaining("Maybe accuracy?");
    }

    @Test
    void probabilitiesThatAreNotNumbersAreToldOfAndNeverNaN() {
        var table = new ClassProbabilities(List.of("x"), List.of("a", "b"), new float[][] {{Float.NaN, Float.NaN}});
        var report = ClassificationReport.of(table, new int[] {1});
        assertThat(report.notes().get(0)).contains("not numbers");
        Metrics.of(Task.Kind.CLASSIFICATION)
                .forEach(metric -> assertThat(metric.of(report)).isFinite());
    }

    @Test
    void wilsonsIntervalHasItsPublishedValues() {
        // Newcombe 1998, Statistics in Medicine 17, table I, method 3: 81/263 gives 0.2553 to 0.3662; 0/20 gives 0 to
        // 0.1611.
        assertThat(Interval.wilson(81, 263).low()).isCloseTo(0.2553, offset(5e-5));
        assertThat(Interval.wilson(81, 263).high()).isCloseTo(0.3662, offset(5e-5));
        assertThat(Interval.wilson(0, 20).high()).isCloseTo(0.1611, offset(5e-5));
    }

    @Test
    void theIntervalOfAMeanIsWilsonsForOneClassAndNeverCollapses() {
        var one = Interval.ofMean(0.75, new double[] {0.75}, new int[] {40});
        assertThat(one.low()).isCloseTo(Interval.wilson(30, 40).low(), offset(1e-12));
        assertThat(one.high()).isCloseTo(Interval.wilson(30, 40).high(), offset(1e-12));
        var perfect = Interval.ofMean(1, new double[] {1, 1}, new int[] {20, 20});
        // Wilson's lower end for 20 of 20 is 0.8389; the distance of the mean is sqrt(2) / 2 of that.
        assertThat(perfect.low()).isCloseTo(1 - 0.1611 / Math.sqrt(2), offset(1e-4));
    }

    @Test
    void theIntervalOfBalancedAccuracyHoldsTheTruthAboutNineteenTimesInTwenty() {
        // 2,000 test parts with recalls 0.95 and 0.6 of 60 and 15 items: 0.95 +- 0.02 is four standard errors.
        var random = new SplittableRandom(11);
        int held = 0;
        for (int run = 0; run < 2000; run++) {
            int first = (int) IntStream.range(0, 60)
                    .filter(i -> random.nextDouble() < 0.95)
                    .count();
            int second = (int) IntStream.range(0, 15)
                    .filter(i -> random.nextDouble() < 0.6)
                    .count();
            var recalls = new double[] {first / 60.0, second / 15.0};
            var interval = Interval.ofMean((recalls[0] + recalls[1]) / 2, recalls, new int[] {60, 15});
            held += interval.low() <= 0.775 && interval.high() >= 0.775 ? 1 : 0;
        }
        assertThat(held / 2000.0).isBetween(0.93, 0.975);
    }

    @Test
    void aTableIsWrittenAsCsvWithQuotes() {
        var builder = new ImageSetBuilder(1, new ImageShape(1, 1, 1), Depth.U8);
        builder.put(0, new byte[1]);
        var set = builder.build(new int[] {0}, List.of("x", "y"), List.of("a"));
        var table = new ClassProbabilities(List.of("a,b \"c\".png"), List.of("x", "y"), new float[][] {{0.25f, 0.75f}});
        assertThat(table.toCsv(set, new int[] {0}))
                .isEqualTo("file,truth,predicted,p(x),p(y)\n\"a,b \"\"c\"\".png\",x,y,0.25,0.75\n");
    }
}
