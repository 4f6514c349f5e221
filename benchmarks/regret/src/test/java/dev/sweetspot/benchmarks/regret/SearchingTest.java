package dev.sweetspot.benchmarks.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Belief;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchingTest {
    private static final Challenge BRANIN = named("branin");

    /** Every trial to 3 of 9 epochs; of each three the first goes on to the end. */
    private record Thirds() implements Scheduler {
        @Override
        public String name() {
            return "thirds";
        }

        @Override
        public String help() {
            return "For this test.";
        }

        @Override
        public Next next(Situation situation) {
            return situation
                    .history()
                    .paused()
                    .filter(trial ->
                            trial.number() % 3 == 0 && situation.history().size() > trial.number() + 2)
                    .findFirst()
                    .<Next>map(trial -> new Next.Resume(trial.number(), 9))
                    .orElseGet(() -> new Next.StartNew(3));
        }

        @Override
        public Verdict judge(Situation situation, int trial) {
            return Verdict.CONTINUE;
        }
    }

    private static Challenge named(String name) {
        return Synthetic.all().stream()
                .filter(challenge -> challenge.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSearchGivesOneLossForEachTrialAndTheSameForTheSameSeed() {
        var one = losses(Searching.run(BRANIN, Searcher.RANDOM, 4, 30));
        assertThat(one).hasSize(30);
        assertThat(losses(Searching.run(BRANIN, Searcher.RANDOM, 4, 30))).isEqualTo(one);
        assertThat(losses(Searching.run(BRANIN, Searcher.RANDOM, 5, 30))).isNotEqualTo(one);
    }

    /** Random search does not look at what came out, so only the order could differ. */
    @Test
    void trialsAtOnceEndInTheOrderInWhichTheyBegan() {
        assertThat(losses(Searching.run(BRANIN, Searcher.RANDOM.atOnce(8), 4, 30)))
                .isEqualTo(losses(Searching.run(BRANIN, Searcher.RANDOM, 4, 30)));
    }

    @Test
    void aTrialThatBreaksALimitCountsNothing() {
        var limited = Searching.run(named("branin-limited"), Searcher.RANDOM, 4, 60);
        assertThat(losses(limited)).anyMatch(loss -> Double.isNaN(loss)).anyMatch(loss -> !Double.isNaN(loss));
    }

    @Test
    void aTrainingThatIsGoneOnWithIsNotPaidForTwice() {
        var seen = new ArrayList<Double>();
        var challenge = curve(seen);
        var thirds = new Searcher(
                "thirds",
                new StudySpec.Search(new RandomSearch(), new Thirds()),
                1,
                Searcher.Planning.BY_TRIALS,
                Foreknowledge.NOTHING);
        var course = (Run.Epochs) Searching.run(challenge, thirds, 1, 3).course();
        // Three trials to 3 epochs and the first of them on to 9 are 15; twice that reaches 3 times 9.
        assertThat(course.epochs()).isBetween(27, 30);
        assertThat(course.best()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(course.spent()).isSorted();
        assertThat(seen.stream().filter(epoch -> epoch == 9).count()).isPositive();
    }

    @Test
    void savingCountsTheEpochsOfSoManyTrials() {
        var thirds = new Searcher(
                "thirds",
                new StudySpec.Search(new RandomSearch(), new Thirds()),
                1,
                Searcher.Planning.BY_TRIALS,
                Foreknowledge.NOTHING);
        var saved = Searching.saving(curve(new ArrayList<>()), thirds, 1, 6);
        // Six trials to 3 epochs; the first goes on to 9 when three have begun, the fourth when all have.
        assertThat(((Run.Spent) saved.course()).epochs()).isEqualTo(6 * 3 + 2 * 6);
        assertThat(saved.shareSpent()).isCloseTo(30 / 54.0, within(1e-12));
        var whole = Searching.saving(curve(new ArrayList<>()), Searcher.RANDOM, 1, 6);
        assertThat(whole.shareSpent()).isEqualTo(1);
        assertThat(RunForms.fromForm(RunForms.toForm(saved)).shareSpent()).isEqualTo(saved.shareSpent());
        assertThat(Savings.markdown(List.of(saved, whole), List.of("thirds", "random+none")))
                .contains("| curve | 0.556 | 1.000 |");
    }

    /** Two fifths of the trainings take a second, the others three; random search looks at neither. */
    @Test
    void theTimeOfATimedSearchRunsAsItsTrialsSay() {
        var challenge = new Challenge(
                "timed",
                Problem.of(SearchSpace.of(Parameter.real("x", 0, 1)), Objective.minimize("loss")),
                (configuration, fidelity) -> {
                    double x = Synthetic.real(configuration, "x");
                    return Measurements.of("loss", x).and(Challenge.SECONDS, x < 0.4 ? 1 : 3);
                },
                Set.of());
        var run = Timed.run(challenge, Searcher.RANDOM, 1, 25);
        var course = (Run.Epochs) run.course();
        assertThat(course.epochs()).isEqualTo(25 * course.most());
        assertThat(course.spent()).isSorted().allMatch(spent -> spent <= 25 * course.most());
        assertThat(course.best()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(Quality.of(run, Challenge.Kind.CLOCK, Known.of(0))).containsKey(25);
        assertThat(Searcher.RANDOM.byTheClock().label()).isEqualTo("random+none by the clock");
        assertThat(Timed.run(challenge, Searcher.RANDOM.byTheClock(), 1, 25).course())
                .isEqualTo(course);
    }

    @Test
    void aRightBeliefLiesNearWhatALongSearchFoundAndAWrongOneDoesNot() {
        var random = Searcher.RANDOM;
        var right = Foreknowledge.RIGHT.of(named("branin"), random, 3).beliefs();
        var wrong = Foreknowledge.WRONG.of(named("branin"), random, 3).beliefs();

        assertThat(right).extracting(Belief::parameter).containsExactly("x", "y");
        assertThat(branin(right)).isLessThan(branin(wrong) / 3);
        assertThat(random.told(Foreknowledge.RIGHT).label()).isEqualTo("random+none told right");
    }

    private static double branin(List<Belief> beliefs) {
        return Functions.branin(
                (Double) beliefs.get(0).value(), (Double) beliefs.get(1).value());
    }

    @Test
    void earlierStudiesAreOfOtherDataAndMisleadingOnesAreThoseUpsideDown() {
        var others = named("branin");
        var challenge =
                new Challenge("one of two", others.problem(), others.trial(), Set.of(), () -> List.of(named("branin")));
        var earlier = Foreknowledge.EARLIER.of(challenge, Searcher.RANDOM, 1).related();
        var misleading =
                Foreknowledge.MISLEADING.of(challenge, Searcher.RANDOM, 1).related();

        assertThat(earlier).hasSize(1);
        assertThat(earlier.get(0).results()).hasSize(60);
        for (int i = 0; i < 60; i++) {
            double value =
                    earlier.get(0).results().get(i).values().find("value").orElseThrow();
            assertThat(misleading.get(0).results().get(i).values().find("value"))
                    .hasValue(-value);
        }
        assertThatThrownBy(() -> Foreknowledge.EARLIER.of(others, Searcher.RANDOM, 1))
                .hasMessageContaining("nothing is related to branin");
        assertThatThrownBy(() -> Foreknowledge.of("before")).hasMessageContaining("--told = before: must be one of");
    }

    private static Challenge curve(List<Double> seen) {
        return new Challenge(
                "curve",
                new Problem(
                        SearchSpace.of(Parameter.real("x", 0, 1)),
                        List.of(Objective.minimize("loss")),
                        List.of(),
                        Fidelity.epochs(9)),
                (configuration, epoch) -> {
                    seen.add(epoch);
                    return Measurements.of("loss", Synthetic.real(configuration, "x") + 1 / epoch);
                },
                Set.of());
    }

    @Test
    void aSearcherIsWrittenAsSamplerAndSchedulerWithALabelForSettings() {
        assertThat(Searcher.parse("random").search().scheduler().name()).isEqualTo("none");
        assertThat(Searcher.parse("random+median").label()).isEqualTo("random+median");
        assertThat(Searcher.parse("a={\"name\":\"random\"}+{\"name\":\"median\"}")
                        .search()
                        .scheduler()
                        .name())
                .isEqualTo("median");
        var labelled = Searcher.parse("mine={\"name\": \"random\"}+median");
        assertThat(labelled.label()).isEqualTo("mine");
        assertThat(labelled.search().sampler()).isEqualTo(new RandomSearch());
        assertThat(labelled.search().scheduler().name()).isEqualTo("median");
    }

    /** A fifth of a thousandth of the way to the minimum is nothing that random search finds in 4,000 draws. */
    @Test
    void aLongSearchComesNearTheMinimum() {
        double found = new LongSearch(named("branin")).run().get(0)[0];
        assertThat(found).isBetween(0.397886, 0.3980);
        double limited = new LongSearch(named("branin-limited")).run().get(0)[0];
        assertThat(limited).isBetween(0.397886, 0.3980);
    }

    private static List<Double> losses(Run run) {
        return ((Run.Trials) run.course())
                .losses().stream()
                        .flatMap(losses -> Arrays.stream(losses).boxed())
                        .toList();
    }
}
