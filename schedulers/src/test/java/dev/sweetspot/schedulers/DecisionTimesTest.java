package dev.sweetspot.schedulers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.scheduler.Scheduler.Situation;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** A decision costs next to nothing, however many trials there are: measured where trials are of every kind. */
@Tag("once")
@Isolated
@Timeout(120)
class DecisionTimesTest {
    private static final Problem PROBLEM = new Problem(
            SearchSpace.of(Parameter.real("x", 0, 1)),
            List.of(Objective.minimize("loss")),
            List.of(),
            Fidelity.epochs(27));
    /** So many that the machine has learnt the way. */
    private static final int REPEATS = 101;

    private static final int TURNS = 5;
    /** Ten times the trials: what grows with their square takes a hundred times as long. */
    private static final double MOST_GROWTH = 30;
    /** Milliseconds that are as good as nothing. */
    private static final double TINY = 0.1;
    /** On a machine on which other builds run; alone it is half. */
    private static final double MOST_MILLIS = 20;

    private static final Situation THOUSAND = situation(1_000);
    private static final Situation TEN_THOUSAND = situation(10_000);

    private static Situation situation(int trials) {
        var history = History.EMPTY;
        var random = new SplittableRandom(trials);
        var rungs = List.of(1, 1, 1, 1, 1, 1, 1, 1, 3, 3, 3, 9, 9, 27);
        for (int n = 0; n < trials; n++) {
            boolean last = n >= trials - 8;
            history = history.and(new Event.Started(
                    n,
                    Instant.EPOCH,
                    Configuration.of(Map.of("x", random.nextDouble())),
                    Origin.given("test"),
                    Start.FRESH,
                    27,
                    "w",
                    1));
            double end = random.nextDouble();
            int reached = last ? 9 : rungs.get(random.nextInt(rungs.size()));
            var values = Measurements.NONE;
            for (int epoch = 1; epoch <= reached; epoch++) {
                values = Measurements.of("loss", end + Math.exp(-epoch / 5.0) + 0.01 * random.nextDouble());
                history = history.and(new Event.Reported(n, Instant.EPOCH, epoch, values, epoch, Optional.empty()));
            }
            if (!last) {
                history = history.and(
                        reached == 27
                                ? new Event.Finished(n, Instant.EPOCH, new Outcome.Completed(values), 27)
                                : random.nextInt(3) == 0
                                        ? new Event.Finished(
                                                n, Instant.EPOCH, new Outcome.StoppedEarly(values, "test"), reached)
                                        : new Event.Paused(n, Instant.EPOCH, "rung", Optional.of("c")));
            }
        }
        var means = new Means(
                OptionalDouble.of(0.5), OptionalDouble.empty(), 8, OptionalInt.of(trials), OptionalDouble.of(27e4));
        return new Situation(PROBLEM, history, means);
    }

    @TestFactory
    Stream<DynamicTest> everyInstalledScheduler() {
        return Schedulers.installed().stream()
                .map(scheduler -> DynamicTest.dynamicTest(scheduler.name(), () -> isQuick(scheduler)));
    }

    private static void isQuick(Scheduler scheduler) {
        growsWithTheTrials("ms for what a free worker is to do", scheduler::next);
        growsWithTheTrials(
                "ms for what becomes of a trial",
                situation -> scheduler.judge(situation, situation.history().size() - 1));
    }

    /** In turns, so that whatever else runs on the machine makes both slower. */
    private static void growsWithTheTrials(String what, Consumer<Situation> decision) {
        double[] few = new double[TURNS];
        double[] many = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            few[turn] = quickestTenth(() -> decision.accept(THOUSAND));
            many[turn] = quickestTenth(() -> decision.accept(TEN_THOUSAND));
        }
        double fewest = Arrays.stream(few).min().orElseThrow();
        double most = Arrays.stream(many).min().orElseThrow();
        assertThat(most).as(what).isLessThan(MOST_MILLIS);
        assertThat(most).as(what + ", against a tenth of the trials").isLessThan(MOST_GROWTH * Math.max(TINY, fewest));
    }

    /** What other work on the machine does is only ever added; the quickest alone may be luck. */
    private static double quickestTenth(Runnable decision) {
        var clock = ManagementFactory.getThreadMXBean();
        var millis = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long begin = clock.getCurrentThreadCpuTime();
            decision.run();
            millis[i] = (clock.getCurrentThreadCpuTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return millis[REPEATS / 10];
    }
}
