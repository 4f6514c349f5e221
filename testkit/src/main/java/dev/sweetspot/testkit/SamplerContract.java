package dev.sweetspot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Json;
import dev.sweetspot.sampler.Memory;
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
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** What every {@link Sampler} keeps, on every kind of space and after every kind of history. */
@Timeout(600)
public abstract class SamplerContract {
    private static final int TRIALS = 30;
    private static final int FEW = 14;
    private static final int MANY = 10_000;
    private static final int PENDING = 8;

    /** The samplers under test, usually all that are installed. */
    protected abstract List<Sampler> samplers();

    /** One test for each promise, sampler and space. */
    @TestFactory
    public Stream<DynamicTest> contract() {
        return samplers().stream().flatMap(sampler -> Stream.of(
                        SampleSpaces.all().entrySet().stream().flatMap(space -> spaces(sampler, space)),
                        histories(sampler, "mixed", SampleSpaces.mixed()),
                        histories(sampler, "conditional", SampleSpaces.conditional()),
                        Stream.of(test(sampler.name() + ": lives with 10,000 trials", () -> liveWithMany(sampler))))
                .flatMap(tests -> tests));
    }

    private Stream<DynamicTest> spaces(Sampler sampler, Map.Entry<String, SearchSpace> named) {
        var space = named.getValue();
        var name = sampler.name() + " on " + named.getKey() + ": ";
        return Stream.of(
                test(name + "proposals belong to the space", () -> proposalsBelong(sampler, space)),
                test(name + "pure in question and generator", () -> pure(sampler, space)),
                test(name + "never twice in a finite space", () -> neverTwice(sampler, space)),
                test(name + "finds the last one and then the end", () -> lastOne(sampler, space)),
                test(name + "what its memory lost changes nothing", () -> forget(sampler, SampleFates.bowl(space))),
                test(name + "eight at once are not all the same", () -> pending(sampler, space)));
    }

    private Stream<DynamicTest> histories(Sampler sampler, String where, SearchSpace space) {
        return SampleFates.hard(space).entrySet().stream()
                .map(fates -> test(
                        sampler.name() + " on " + where + " after " + fates.getKey() + ": goes on",
                        () -> forget(sampler, fates.getValue())));
    }

    private static DynamicTest test(String name, Executable promise) {
        return DynamicTest.dynamicTest(name, promise);
    }

    private static Proposal ask(Sampler sampler, Problem problem, History history, Memory memory) {
        return sampler.suggest(
                new Question(problem, history, Means.ENDLESS, memory), new SplittableRandom(history.size()));
    }

    private static Proposal ask(Sampler sampler, SearchSpace space, History history) {
        return ask(sampler, SampleFates.varied(space).problem(), history, new Memory());
    }

    /** Proposes one after the other, and gives every event that came of it. */
    private static List<Event> run(Sampler sampler, SearchSpace space) {
        var fates = SampleFates.varied(space);
        var memory = new Memory();
        var history = History.EMPTY;
        var events = new ArrayList<Event>();
        while (history.size() < TRIALS
                && ask(sampler, fates.problem(), history, memory) instanceof Proposal.Suggested proposal) {
            for (var event : trial(fates, history.size(), proposal.configuration())) {
                events.add(event);
                history = history.and(event);
            }
        }
        return events;
    }

    /** Each with a seed of its own, as in a real study. */
    private static Event started(int number, Configuration configuration) {
        var origin = new Origin("test", number, new SplittableRandom(number).nextLong(), List.of());
        return new Event.Started(number, SampleEvents.NOON, configuration, origin, Start.FRESH, 5, "w", 1);
    }

    private static List<Event> trial(SampleFates fates, int number, Configuration configuration) {
        var events = new ArrayList<Event>(List.of(started(number, configuration)));
        events.addAll(fates.fate().of(number, configuration));
        return events;
    }

    private static History after(History before, List<Event> events) {
        var history = before;
        for (var event : events) {
            history = history.and(event);
        }
        return history;
    }

    /** Ranges, conditions and relations hold, whatever has happened before. */
    void proposalsBelong(Sampler sampler, SearchSpace space) {
        var encoding = Encoding.of(space);
        var history = after(History.EMPTY, run(sampler, space));

        assertThat(history.size()).isPositive();
        assertThat(history.trials()).allSatisfy(trial -> assertThat(encoding.violations(trial.configuration()))
                .isEmpty());
    }

    /** The same question and generator give the same, also when the history was written down and read. */
    void pure(Sampler sampler, SearchSpace space) {
        var events = run(sampler, space);
        var history = after(History.EMPTY, events);
        var copy = after(
                History.EMPTY, events.stream().map(event -> typed(space, event)).toList());
        var first = ask(sampler, space, history);

        assertThat(ask(sampler, space, history)).isEqualTo(first);
        assertThat(ask(sampler, space, copy)).isEqualTo(first);
    }

    /** Written down and read; the space gives values their types, as the engine lets it. */
    private static Event typed(SearchSpace space, Event event) {
        var read = EventForms.fromForm(Json.parseMap(Json.write(EventForms.toForm(event)), "copy"));
        if (!(read instanceof Event.Started started)) {
            return read;
        }
        var values = new LinkedHashMap<String, Object>();
        started.configuration()
                .values()
                .forEach((name, value) ->
                        values.put(name, space.find(name).orElseThrow().check(value)));
        return started(started.trial(), Configuration.of(values));
    }

    /** Running and failed trials count; when all have been tried, it says so. */
    void neverTwice(Sampler sampler, SearchSpace space) {
        var all = all(space);
        if (all.isEmpty()) {
            return;
        }
        var history = after(History.EMPTY, run(sampler, space));

        assertThat(history.trials().stream().map(Trial::configuration)).containsExactlyInAnyOrderElementsOf(all.get());
        assertThat(ask(sampler, space, history)).isInstanceOf(Proposal.Exhausted.class);
    }

    /** All configurations of a small finite space. */
    private static Optional<Set<Configuration>> all(SearchSpace space) {
        var encoding = Encoding.of(space);
        if (encoding.size().isEmpty()) {
            return Optional.empty();
        }
        var all = new HashSet<Configuration>();
        encoding.enumerate().forEachRemaining(all::add);
        return all.size() < TRIALS ? Optional.of(all) : Optional.empty();
    }

    /** Also where others tried all but one: that one is found, and after it comes the end, while trials still run. */
    void lastOne(Sampler sampler, SearchSpace space) {
        var all = all(space);
        if (all.isEmpty()) {
            return;
        }
        for (var last : all.get()) {
            var history = History.EMPTY;
            for (var other : all.get()) {
                if (!other.equals(last)) {
                    history = history.and(started(history.size(), other));
                }
            }
            assertThat(ask(sampler, space, history))
                    .isInstanceOfSatisfying(Proposal.Suggested.class, found -> assertThat(found.configuration())
                            .isEqualTo(last));
            history = history.and(started(history.size(), last));
            assertThat(ask(sampler, space, history)).isInstanceOf(Proposal.Exhausted.class);
        }
    }

    /** A memory that is kept, one that is lost at random and one that never was give the same bits. */
    void forget(Sampler sampler, SampleFates fates) {
        var encoding = Encoding.of(fates.problem().space());
        var coin = new SplittableRandom(1);
        var kept = new Memory();
        var lossy = new Memory();
        var history = History.EMPTY;
        while (history.size() < FEW) {
            lossy = coin.nextBoolean() ? lossy : new Memory();
            var proposal = ask(sampler, fates.problem(), history, kept);

            assertThat(ask(sampler, fates.problem(), history, lossy)).isEqualTo(proposal);
            assertThat(ask(sampler, fates.problem(), history, new Memory())).isEqualTo(proposal);
            if (!(proposal instanceof Proposal.Suggested suggested)) {
                return;
            }
            assertThat(encoding.violations(suggested.configuration())).isEmpty();
            history = after(history, trial(fates, history.size(), suggested.configuration()));
        }
    }

    /** After some results, eight are asked for of which none has one yet. */
    void pending(Sampler sampler, SearchSpace space) {
        var fates = SampleFates.bowl(space);
        var memory = new Memory();
        var history = History.EMPTY;
        var asked = new HashSet<Configuration>();
        int answers = 0;
        while (history.size() < FEW + PENDING
                && ask(sampler, fates.problem(), history, memory) instanceof Proposal.Suggested proposal) {
            int number = history.size();
            boolean runs = number >= FEW;
            history = after(
                    history,
                    runs
                            ? List.of(started(number, proposal.configuration()))
                            : trial(fates, number, proposal.configuration()));
            if (runs) {
                asked.add(proposal.configuration());
                answers++;
            }
        }
        if (answers > 1) {
            assertThat(asked).hasSizeGreaterThan(1);
        }
    }

    /** Trials from elsewhere, many of them: the first answer and the next ones come within a minute together. */
    void liveWithMany(Sampler sampler) {
        var space = SampleSpaces.mixed();
        var fates = SampleFates.bowl(space);
        var random = new SplittableRandom(1);
        var history = History.EMPTY;
        while (history.size() < MANY) {
            var drawn = Encoding.of(space).draw(random).orElseThrow();
            history = after(history, trial(fates, history.size(), drawn));
        }
        var tried = history;
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            var memory = new Memory();
            var grown = tried;
            for (int i = 0; i < 3; i++) {
                if (!(ask(sampler, fates.problem(), grown, memory) instanceof Proposal.Suggested proposal)) {
                    return;
                }
                assertThat(Encoding.of(space).violations(proposal.configuration()))
                        .isEmpty();
                grown = after(grown, trial(fates, grown.size(), proposal.configuration()));
            }
            assertThat(ask(sampler, fates.problem(), grown, new Memory()))
                    .isEqualTo(ask(sampler, fates.problem(), grown, memory));
        });
    }
}
