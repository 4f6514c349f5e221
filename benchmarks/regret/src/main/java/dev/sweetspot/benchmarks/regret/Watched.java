package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.sampler.Forecasts;
import dev.sweetspot.sampler.GainForecast;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.trial.Means;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** A search that goes on to its end, with what was said on the way about its further gain. */
final class Watched {
    /** What was said after so many trials of as many more. */
    record Said(int trials, int more, OptionalDouble bound) {}

    private final String challenge;
    private final double[] losses;
    private final List<Said> ofBudget;
    private final List<Said> ofAsManyAgain;
    private final double secondsToSay;

    private Watched(
            String challenge, double[] losses, List<Said> ofBudget, List<Said> ofAsManyAgain, double secondsToSay) {
        this.challenge = challenge;
        this.losses = losses;
        this.ofBudget = List.copyOf(ofBudget);
        this.ofAsManyAgain = List.copyOf(ofAsManyAgain);
        this.secondsToSay = secondsToSay;
    }

    /** One search of so many trials. */
    static Watched run(Challenge challenge, Searcher searcher, long seed, int trials) {
        var study = Searching.study(challenge, searcher, seed, new Budget.Trials(trials));
        var losses = new ArrayList<Double>();
        var answer = study.ask(new Claim("benchmark", 1, 1, Duration.ZERO));
        while (answer instanceof Ask.Run run) {
            var values = challenge
                    .trial()
                    .at(run.trial().trial().configuration(), run.trial().target());
            run.trial().complete(values, 0);
            losses.add(challenge.keepsLimits(values) ? challenge.losses(values)[0] : Double.NaN);
            answer = study.ask(new Claim("benchmark", 1, 1, Duration.ZERO));
        }
        var forecast = Forecasts.ofGain().orElseThrow();
        var question = new Question(challenge.problem(), study.history(), Means.ENDLESS);
        var ofBudget = new ArrayList<Said>();
        var ofAsManyAgain = new ArrayList<Said>();
        int found = losses.size();
        long begin = System.nanoTime();
        for (int size : GainForecast.sizes(found - 1).toArray()) {
            ofBudget.add(said(forecast, question, seed, size, found - size));
        }
        double seconds = (System.nanoTime() - begin) / 1e9 / Math.max(1, ofBudget.size());
        for (int size : GainForecast.sizes(found / 2).toArray()) {
            ofAsManyAgain.add(said(forecast, question, seed, size, size));
        }
        return new Watched(
                challenge.name(),
                losses.stream().mapToDouble(Double::doubleValue).toArray(),
                ofBudget,
                ofAsManyAgain,
                seconds);
    }

    private static Said said(GainForecast forecast, Question question, long seed, int size, int more) {
        var random = Seeds.generator(Seeds.of(seed, size, Seeds.Purpose.GAIN));
        return new Said(size, more, forecast.bound(question, size, more, Budget.Gain.USUAL_CONFIDENCE, random));
    }

    String challenge() {
        return challenge;
    }

    List<Said> ofBudget() {
        return ofBudget;
    }

    List<Said> ofAsManyAgain() {
        return ofAsManyAgain;
    }

    /** How long it took to say something once. */
    double secondsToSay() {
        return secondsToSay;
    }

    /** The lowest loss of the first so many trials. */
    double best(int trials) {
        return Arrays.stream(losses, 0, Math.min(trials, losses.length))
                .filter(loss -> !Double.isNaN(loss))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The median of the first ten losses: what one has without a search. */
    double begin() {
        var first = Arrays.stream(losses, 0, Math.min(10, losses.length))
                .filter(loss -> !Double.isNaN(loss))
                .sorted()
                .toArray();
        return first.length == 0 ? Double.NaN : first[first.length / 2];
    }

    int trials() {
        return losses.length;
    }
}
