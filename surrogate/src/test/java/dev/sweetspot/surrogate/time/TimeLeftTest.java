package dev.sweetspot.surrogate.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.sampler.TimeForecast.Takes;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final SearchSpace SPACE =
            SearchSpace.of(Parameter.real("x", 0, 1), Parameter.categorical("kind", "quick", "slow"));

    private static double seconds(Configuration configuration) {
        double x = ((Number) configuration.values().get("x")).doubleValue();
        return Math.exp(3 * x) * (configuration.values().get("kind").equals("slow") ? 3 : 1);
    }

    private static Study study(long seed, Fidelity fidelity, Budget budget) {
        var spec = new StudySpec(
                "s",
                seed,
                SPACE,
                List.of(Objective.minimize("loss")),
                fidelity,
                budget,
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        return Study.create(new InMemoryStore(), spec, () -> Instant.EPOCH, LEASE);
    }

    private static Claim after(double seconds) {
        return new Claim("worker", 1, 1, Duration.ofNanos(Math.round(seconds * 1e9)));
    }

    /** Whoever starts whatever comes loses the last trial of every study; of these, one in five may. */
    @Test
    void whatIsPredictedNotToEndInTimeIsNotStarted() {
        int lost = 0;
        double unused = 0;
        for (int seed = 0; seed < 50; seed++) {
            double all = 150;
            var study = study(seed, Fidelity.WHOLE, new Budget.WallClock(Duration.ofSeconds(150)));
            double elapsed = 0;
            var answer = study.ask(after(elapsed));
            while (answer instanceof Ask.Run run && elapsed < all) {
                double takes = seconds(run.trial().trial().configuration());
                run.trial().tell(Measurements.of("loss", takes), takes);
                elapsed += takes;
                lost += elapsed > all ? 1 : 0;
                answer = study.ask(after(elapsed));
            }
            assertThat(answer).isInstanceOf(Ask.Finished.class);
            unused += Math.max(0, all - elapsed) / all / 50;
        }
        assertThat(lost).isLessThanOrEqualTo(10);
        assertThat(unused).as("the share of the time that nothing ran in").isLessThan(0.05);
    }

    @Test
    void aStudyThatEndsSoonerSaysThatNothingIsShortEnough() {
        var study = study(5, Fidelity.WHOLE, new Budget.WallClock(Duration.ofSeconds(1000)));
        for (int i = 0; i < 12; i++) {
            var trial = ((Ask.Run) study.ask(after(10 * i))).trial();
            trial.tell(Measurements.of("loss", 1), 10);
        }
        assertThat(study.ask(after(995)))
                .isEqualTo(new Ask.Finished("nothing is known that is likely to end in the 5 s that are left: "
                        + "the shortest trial of those proposed would take about 10 s"));
    }

    @Test
    void aWorkerWhoHasToLeaveIsGivenNothingThatHeCannotEnd() {
        var study = study(5, Fidelity.WHOLE, new Budget.AnyOf(List.of()));
        for (int i = 0; i < 12; i++) {
            var trial = ((Ask.Run) study.ask(after(10 * i))).trial();
            trial.tell(Measurements.of("loss", 1), 10);
        }
        var leaving = new Claim("worker", 1, "", 1, Duration.ofSeconds(120), Optional.of(Duration.ofSeconds(5)));
        assertThat(study.ask(leaving)).isInstanceOf(Ask.Finished.class);
        var staying = new Claim("worker", 1, "", 1, Duration.ofSeconds(120), Optional.of(Duration.ofSeconds(50)));
        assertThat(study.ask(staying)).isInstanceOf(Ask.Run.class);
    }

    @Test
    void ofATrialThatReportsTheFirstReportIsEnough() {
        var study = study(5, Fidelity.epochs(10), new Budget.WallClock(Duration.ofSeconds(1000)));
        for (int i = 0; i < 12; i++) {
            var trial = ((Ask.Run) study.ask(after(10 * i))).trial();
            for (int epoch = 1; epoch <= 10; epoch++) {
                trial.advance(epoch, Measurements.of("loss", 1), epoch);
            }
            trial.complete(Measurements.of("loss", 1), 10);
        }
        assertThat(study.ask(after(998))).isInstanceOf(Ask.Run.class);
        var another = study(5, Fidelity.epochs(10), new Budget.WallClock(Duration.ofSeconds(1000)));
        for (int i = 0; i < 12; i++) {
            var trial = ((Ask.Run) another.ask(after(10 * i))).trial();
            trial.complete(Measurements.of("loss", 1), 10);
        }
        assertThat(another.ask(after(998))).isInstanceOf(Ask.Finished.class);
    }

    @Test
    void secondsAreLearntFromTheConfiguration() {
        var study = study(9, Fidelity.WHOLE, new Budget.Trials(40));
        for (int i = 0; i < 40; i++) {
            var trial = ((Ask.Run) study.ask(after(0))).trial();
            trial.tell(Measurements.of("loss", 1), seconds(trial.trial().configuration()));
        }
        var problem = Problem.of(SPACE, Objective.minimize("loss"));
        var question = new Question(problem, study.history(), Means.ENDLESS);
        for (var kind : List.of("quick", "slow")) {
            for (double x : new double[] {0.2, 0.5, 0.8}) {
                var configuration = Encoding.of(SPACE)
                        .decode(new double[] {x, kind.equals("quick") ? 0.25 : 0.75})
                        .orElseThrow();
                var takes = new TrialTimes().whole(question, configuration).orElseThrow();
                double truth = seconds(configuration);
                assertThat(Math.log(takes.seconds())).isCloseTo(Math.log(truth), within(0.1));
                assertThat(takes.factor()).isLessThan(0.2);
            }
        }
        var nothing = new Question(problem, History.EMPTY, Means.ENDLESS);
        assertThat(new TrialTimes().whole(nothing, study.history().trial(0).configuration()))
                .isEqualTo(Optional.<Takes>empty());
    }
}
