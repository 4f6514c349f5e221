package dev.sweetspot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Json;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What every {@link Sampler} keeps, on every kind of space. */
@Timeout(300)
public abstract class SamplerContract {
    private static final Objective LOSS = Objective.minimize("loss");
    private static final int TRIALS = 30;

    /** The samplers under test, usually all that are installed. */
    protected abstract List<Sampler> samplers();

    /** One test for each promise, sampler and space. */
    @TestFactory
    public Stream<DynamicTest> contract() {
        return samplers().stream()
                .flatMap(sampler -> SampleSpaces.all().entrySet().stream().flatMap(space -> tests(sampler, space)));
    }

    private Stream<DynamicTest> tests(Sampler sampler, Map.Entry<String, SearchSpace> named) {
        var space = named.getValue();
        var name = sampler.name() + " on " + named.getKey() + ": ";
        return Stream.of(
                DynamicTest.dynamicTest(name + "proposals belong to the space", () -> proposalsBelong(sampler, space)),
                DynamicTest.dynamicTest(name + "pure in question and generator", () -> pure(sampler, space)),
                DynamicTest.dynamicTest(name + "never twice in a finite space", () -> neverTwice(sampler, space)));
    }

    private static Question question(SearchSpace space, History history) {
        return new Question(Problem.of(space, LOSS), history, Means.ENDLESS);
    }

    private static Proposal ask(Sampler sampler, SearchSpace space, History history) {
        return sampler.suggest(question(space, history), new SplittableRandom(history.size()));
    }

    /** Trials that completed, failed, gave NaN on the way, and still run, one after the other. */
    private static List<Event> ended(int number, Configuration configuration) {
        var events = new ArrayList<Event>(List.of(SampleEvents.started(number, configuration)));
        switch (number % 4) {
            case 0 -> events.add(SampleEvents.completed(number, "loss", 1.0 / (1 + number)));
            case 1 -> events.add(SampleEvents.failed(number));
            case 2 -> events.add(SampleEvents.reported(number, 1, "loss", Double.NaN));
            default -> events.add(SampleEvents.reported(number, 1, "loss", 0.5));
        }
        return events;
    }

    /** Proposes one after the other, and gives every event that came of it. */
    private static List<Event> run(Sampler sampler, SearchSpace space) {
        var history = History.EMPTY;
        var events = new ArrayList<Event>();
        while (history.size() < TRIALS && ask(sampler, space, history) instanceof Proposal.Suggested proposal) {
            for (var event : ended(history.size(), proposal.configuration())) {
                events.add(event);
                history = history.and(event);
            }
        }
        return events;
    }

    private static History after(List<Event> events) {
        var history = History.EMPTY;
        for (var event : events) {
            history = history.and(event);
        }
        return history;
    }

    /** Ranges, conditions and relations hold, whatever has happened before. */
    void proposalsBelong(Sampler sampler, SearchSpace space) {
        var encoding = Encoding.of(space);
        var history = after(run(sampler, space));

        assertThat(history.size()).isPositive();
        assertThat(history.trials()).allSatisfy(trial -> assertThat(encoding.violations(trial.configuration()))
                .isEmpty());
    }

    /** The same question and generator give the same, also when the history was written down and read. */
    void pure(Sampler sampler, SearchSpace space) {
        var events = run(sampler, space);
        var history = after(events);
        var copy = after(events.stream()
                .map(event -> EventForms.fromForm(Json.parseMap(Json.write(EventForms.toForm(event)), "copy")))
                .toList());
        var first = ask(sampler, space, history);

        assertThat(ask(sampler, space, history)).isEqualTo(first);
        assertThat(ask(sampler, space, copy)).isEqualTo(first);
    }

    /** Running and failed trials count; when all have been tried, it says so. */
    void neverTwice(Sampler sampler, SearchSpace space) {
        var encoding = Encoding.of(space);
        if (encoding.size().isEmpty()) {
            return;
        }
        var all = new HashSet<Configuration>();
        encoding.enumerate().forEachRemaining(all::add);
        if (all.size() >= TRIALS) {
            return;
        }
        var history = after(run(sampler, space));

        assertThat(history.trials().stream().map(trial -> trial.configuration()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(ask(sampler, space, history)).isInstanceOf(Proposal.Exhausted.class);
    }
}
