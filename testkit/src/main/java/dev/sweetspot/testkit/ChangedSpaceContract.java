package dev.sweetspot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.sampler.Memory;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceChange;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Start;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** What every {@link Sampler} keeps when the space of a study is changed while it runs. */
@Timeout(600)
public abstract class ChangedSpaceContract {
    private static final int BEFORE = 16;
    private static final int AFTER = 14;

    /** The samplers under test, usually all that are installed. */
    protected abstract List<Sampler> samplers();

    /** One test for each promise, sampler and change. */
    @TestFactory
    public Stream<DynamicTest> contract() {
        return samplers().stream().flatMap(sampler -> {
            var tests = new ArrayList<DynamicTest>();
            changes()
                    .forEach((name, wanted) -> tests.add(test(
                            sampler.name() + " after " + name + ": goes on in the space of now",
                            () -> goOn(sampler, wanted))));
            tests.add(test(
                    sampler.name() + ": tries what is added to an exhausted space, once each, and ends",
                    () -> goOnToTheEnd(sampler)));
            return tests.stream();
        });
    }

    private static DynamicTest test(String name, Executable promise) {
        return DynamicTest.dynamicTest(name, promise);
    }

    /** What is to be from now on, by name; the space before is {@link SampleSpaces#mixed}. */
    private static Map<String, List<SearchSpace.Dimension>> changes() {
        var changes = new LinkedHashMap<String, List<SearchSpace.Dimension>>();
        changes.put(
                "a range was narrowed a lot",
                always(Parameter.real("rate", 0.01, 0.011).logarithmic()));
        changes.put(
                "ranges were widened",
                always(Parameter.real("rate", 1e-7, 100).logarithmic(), Parameter.integer("layers", -20, 40)));
        changes.put(
                "ranges became others altogether",
                always(
                        Parameter.real("rate", 2, 90).logarithmic(),
                        Parameter.integer("layers", 9, 12),
                        Parameter.real("dropout", 0.6, 0.9)));
        changes.put(
                "choices were retired and added",
                always(Parameter.categorical("kind", "c", "d"), Parameter.ordinal("batch", 8, 32, 128)));
        changes.put(
                "all choices were replaced",
                always(
                        Parameter.categorical("kind", "d"),
                        Parameter.ordinal("batch", 256),
                        Parameter.categorical("flip", "true")));
        changes.put(
                "parameters were added",
                List.of(
                        new SearchSpace.Dimension(Parameter.real("decay", 0, 1).withDefault(0.0), List.of()),
                        new SearchSpace.Dimension(
                                Parameter.integer("depth", 1, 5), List.of(new Condition("kind", Set.of("a"))))));
        changes.put(
                "everything was fixed but one choice",
                always(
                        Parameter.real("rate", 0.1, 0.1).logarithmic(),
                        Parameter.real("momentum", 0.5, 0.5).reverseLogarithmic(),
                        Parameter.real("dropout", 0, 0),
                        Parameter.integer("layers", 3, 3),
                        Parameter.ordinal("batch", 16),
                        Parameter.categorical("flip", "false")));
        return changes;
    }

    private static List<SearchSpace.Dimension> always(Parameter<?>... parameters) {
        return Stream.of(parameters)
                .map(parameter -> new SearchSpace.Dimension(parameter, List.of()))
                .toList();
    }

    private static Proposal ask(Sampler sampler, SampleFates fates, History history, Memory memory) {
        return sampler.suggest(
                new Question(fates.problem(), history, Means.ENDLESS, memory), new SplittableRandom(history.size()));
    }

    private static History tried(History before, SampleFates fates, Configuration configuration) {
        int number = before.size();
        var origin = new Origin("test", number, new SplittableRandom(number).nextLong(), List.of());
        var history =
                before.and(new Event.Started(number, SampleEvents.NOON, configuration, origin, Start.FRESH, 5, "w", 1));
        for (var event : fates.fate().of(number, configuration)) {
            history = history.and(event);
        }
        return history;
    }

    private static History run(Sampler sampler, SearchSpace space, int trials) {
        var fates = SampleFates.bowl(space);
        var memory = new Memory();
        var history = History.EMPTY;
        while (history.size() < trials && ask(sampler, fates, history, memory) instanceof Proposal.Suggested proposal) {
            history = tried(history, fates, proposal.configuration());
        }
        return history;
    }

    private static History changed(History history, SpaceChange change) {
        return history.and(new Event.SpaceChanged(SampleEvents.NOON, change.space(), change.changes()));
    }

    /** Never what is retired, and nothing but what was added where nothing else is left; with and without its memory. */
    void goOn(Sampler sampler, List<SearchSpace.Dimension> wanted) {
        var before = SampleSpaces.mixed();
        var change = SpaceChange.of(before, wanted);
        assertThat(change.changes()).isNotEmpty();
        var history = changed(run(sampler, before, BEFORE), change);
        var fates = SampleFates.bowl(change.space());
        var encoding = Encoding.of(change.space());
        var memory = new Memory();
        assertThat(history.trials()).hasSize(BEFORE);
        for (int i = 0; i < AFTER; i++) {
            var proposal = ask(sampler, fates, history, memory);
            assertThat(ask(sampler, fates, history, new Memory())).isEqualTo(proposal);
            if (!(proposal instanceof Proposal.Suggested suggested)) {
                assertThat(encoding.size())
                        .as("a space without end is never exhausted")
                        .isPresent();
                return;
            }
            assertThat(encoding.violations(suggested.configuration())).isEmpty();
            history = tried(history, fates, suggested.configuration());
        }
    }

    /** What was tried counts, what is added is tried, what is retired is not, and then it is over. */
    void goOnToTheEnd(Sampler sampler) {
        var before = SampleSpaces.finite();
        var history = run(sampler, before, 1000);
        var first = new HashSet<Configuration>();
        Encoding.of(before).enumerate().forEachRemaining(first::add);
        assertThat(history.size()).isEqualTo(first.size());

        var parameter = before.parameters().stream()
                .filter(each -> each.rangeInWords().contains(" or "))
                .findFirst()
                .orElseThrow();
        var labels = List.of(parameter.rangeInWords().replace(" or ", ", ").split(", "));
        var wanted = new ArrayList<>(labels.subList(1, labels.size()));
        wanted.add("added");
        var change =
                SpaceChange.of(before, always(Parameter.categorical(parameter.name(), wanted.toArray(String[]::new))));
        history = changed(history, change);
        var left = new HashSet<Configuration>();
        Encoding.of(change.space()).enumerate().forEachRemaining(left::add);
        left.removeAll(first);
        assertThat(left).isNotEmpty();

        var fates = SampleFates.bowl(change.space());
        var memory = new Memory();
        var seen = new HashSet<Configuration>();
        while (ask(sampler, fates, history, memory) instanceof Proposal.Suggested proposal) {
            assertThat(seen.add(proposal.configuration())).isTrue();
            history = tried(history, fates, proposal.configuration());
        }
        assertThat(seen).isEqualTo(left);
    }
}
