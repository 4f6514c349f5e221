package dev.sweetspot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.space.Parameter;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Optimization;
import dev.sweetspot.trial.Objective;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The quick start of the guide: a test that tunes something and asserts how good it has become. */
class QuickStartTest {
    private static final int ASKED = 2_000;

    /** Which share of what is asked for a cache has, when old entries count less by this factor. */
    private static double hits(double fading) {
        var random = new SplittableRandom(1);
        Map<Integer, Double> counts = new LinkedHashMap<>();
        int hits = 0;
        for (int i = 0; i < ASKED; i++) {
            // What is popular changes every 200 requests.
            int asked = i / 200 * 10 + (int) Math.abs(random.nextGaussian() * 8);
            hits += counts.containsKey(asked) ? 1 : 0;
            counts.replaceAll((entry, count) -> count * fading);
            counts.merge(asked, 1.0, Double::sum);
            if (counts.size() > 12) {
                var least = counts.entrySet().stream()
                        .min(Map.Entry.comparingByValue())
                        .orElseThrow();
                counts.remove(least.getKey());
            }
        }
        return (double) hits / ASKED;
    }

    @Test
    void theCacheForgetsAsQuicklyAsItShould() throws InterruptedException {
        var fading = Parameter.real("fading", 0.5, 1).reverseLogarithmic();
        var best = Optimization.of(Objective.maximize("hits"), trial -> hits(trial.suggest(fading)))
                .run(new Budget.Trials(20), Clock.systemUTC());

        assertThat(best.value("hits").orElseThrow()).isGreaterThan(hits(1));
    }
}
