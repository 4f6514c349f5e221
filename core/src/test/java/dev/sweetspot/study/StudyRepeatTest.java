package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.choice.Repeats;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.scheduler.Scheduler.Next;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StudyRepeatTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** Every second trial repeats the one before. */
    public record Twice() implements Scheduler {
        @Override
        public String name() {
            return "twice";
        }

        @Override
        public String help() {
            return "Every second trial repeats the one before.";
        }

        @Override
        public Next next(Situation situation) {
            int size = situation.history().size();
            double end = situation.fidelity().most();
            return size % 2 == 0
                    ? new Next.StartNew(end, "It runs whole.")
                    : new Next.Repeat(size - 1, end, "every second trial is one.");
        }

        @Override
        public Verdict judge(Situation situation, int trial) {
            return new Verdict.Stop("always");
        }
    }

    /** All that a search does not use goes to its first trial. */
    public record FirstAgain() implements Repeats {
        @Override
        public String name() {
            return "first";
        }

        @Override
        public String help() {
            return "Repeats the first trial.";
        }

        @Override
        public Optional<Next.Repeat> next(Question question) {
            return question.history().size() < 2
                    ? Optional.empty()
                    : Optional.of(new Next.Repeat(
                            question.history().size() - 1, question.fidelity().most(), "it is the first."));
        }
    }

    private static StudySpec spec(SearchSpace space, Fidelity fidelity, StudySpec.Search search) {
        return new StudySpec(
                "s",
                7,
                space,
                List.of(Objective.minimize("loss")),
                fidelity,
                new Budget.Trials(6),
                search,
                List.of(),
                Form.of(Map.of()));
    }

    private static History run(Study study) {
        while (study.ask(new Claim("w", 1, 1, Duration.ZERO)) instanceof Ask.Run run) {
            for (int epoch = 1; epoch <= study.spec().fidelity().most(); epoch++) {
                if (run.trial().advance(epoch, Measurements.of("loss", 1), epoch)) {
                    break;
                }
            }
            if (run.trial().open()) {
                run.trial().tell(Measurements.of("loss", 1), 1);
            }
        }
        return study.history();
    }

    @Test
    void aRepeatHasTheConfigurationOfItsTrialAnotherSeedAndSaysWhatItIs() {
        var space = SearchSpace.of(Parameter.real("x", 0, 1));
        var search = new StudySpec.Search(new RandomSearch(), new Twice());
        var store = new InMemoryStore();
        var study = Study.create(
                store, spec(space, Fidelity.WHOLE, search.with(new FirstAgain())), InstantSource.system(), LEASE);
        var claim = new Claim("w", 1, 1, Duration.ZERO);
        var first = ((Ask.Run) study.ask(claim)).trial();
        first.tell(Measurements.of("loss", 1), 1);
        var again = ((Ask.Run) study.ask(claim)).trial();

        assertThat(again.trial().repeats()).hasValue(0);
        assertThat(again.trial().configuration()).isEqualTo(first.trial().configuration());
        assertThat(again.seed()).isNotEqualTo(first.seed());
        assertThat(first.trial().origin().reasons()).last().isEqualTo("It runs whole.");
        assertThat(again.trial().origin().sampler()).isEqualTo("twice");
        assertThat(again.trial().origin().reasons()).containsExactly("Repeat of trial 0: every second trial is one.");
    }

    @Test
    void noSchedulerStopsARepeat() {
        var space = SearchSpace.of(Parameter.real("x", 0, 1));
        var history = run(Study.create(
                new InMemoryStore(),
                spec(space, Fidelity.epochs(4), new StudySpec.Search(new RandomSearch(), new Twice())),
                InstantSource.system(),
                LEASE));

        assertThat(history.size()).isEqualTo(6);
        assertThat(history.repeats()).hasSize(3).allMatch(Trial::completed);
        assertThat(history.completed()).hasSize(3);
    }

    @Test
    void whatRepeatsIsAskedForGoesToOneTrialAndTheBudgetEndsIt() {
        var space = SearchSpace.of(Parameter.real("x", 0, 1));
        var search = new StudySpec.Search(new RandomSearch(), new RunToTheEnd(), new FirstAgain());
        var history = run(
                Study.create(new InMemoryStore(), spec(space, Fidelity.WHOLE, search), InstantSource.system(), LEASE));

        assertThat(history.size()).isEqualTo(6);
        assertThat(history.repeats()).hasSize(4);
        assertThat(history.repeats()).allMatch(trial -> trial.repeats().getAsInt() == 1);
    }
}
