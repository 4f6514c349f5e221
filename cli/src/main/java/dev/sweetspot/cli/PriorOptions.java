package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Belief;
import dev.sweetspot.space.Completion;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What a person knows before a search begins. */
final class PriorOptions {
    @Option(
            names = "--try",
            split = "\n",
            paramLabel = "n=v,...",
            description = "Try this configuration right after the default one: 'learning_rate=0.01,dropout=0.2' "
                    + "(repeatable). What it does not name is at its default.")
    private List<String> tries = new ArrayList<>();

    @Option(
            names = "--believe",
            split = "\n",
            paramLabel = "n=v",
            description =
                    "Begin where you believe good values to lie: 'learning_rate=0.003', or with the spread of good "
                            + "values as a share of the range, 'learning_rate=0.003~0.05' (default: 0.1; repeatable). What you "
                            + "say nothing of is weakly believed to be good near its default. A wrong belief fades.")
    private List<String> beliefs = new ArrayList<>();

    /** Refuses what is no assignment, before anything is read. */
    void check() {
        tries.forEach(PriorOptions::assignments);
        for (var text : beliefs) {
            var setting = Setting.parse("--believe", text);
            int sign = setting.value().lastIndexOf('~');
            if (sign >= 0) {
                new Belief(setting.name(), "", spread(text, setting.value().substring(sign + 1)));
            }
        }
    }

    /** The configurations to try, each whole. */
    List<Configuration> first(SearchSpace space) {
        return tries.stream()
                .map(text -> Completion.complete(space, assignments(text)))
                .toList();
    }

    /** The parameters of which the person says something. */
    Set<String> names() {
        return Stream.concat(
                        tries.stream().flatMap(text -> assignments(text).keySet().stream()),
                        beliefs.stream()
                                .map(text -> Setting.parse("--believe", text).name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A value may have commas of its own only where no name follows. */
    private static Map<String, String> assignments(String text) {
        var values = new LinkedHashMap<String, String>();
        for (var part : text.split(",(?=[^,=]+=)", -1)) {
            var setting = Setting.parse("--try", part);
            if (values.put(setting.name(), setting.value()) != null) {
                throw new InvalidInputException("--try", text, "names " + setting.name() + " twice", "");
            }
        }
        return values;
    }

    /**
     * What the person believes, and of all other parameters what is usually believed.
     *
     * @param usual at most one for each parameter
     */
    List<Belief> beliefs(SearchSpace space, List<Belief> usual) {
        var own = beliefs(space);
        return Stream.concat(own.stream(), usual.stream().filter(belief -> own.stream()
                        .noneMatch(other -> other.parameter().equals(belief.parameter()))))
                .toList();
    }

    private List<Belief> beliefs(SearchSpace space) {
        var all = new ArrayList<Belief>();
        for (var text : beliefs) {
            var setting = Setting.parse("--believe", text);
            int sign = setting.value().lastIndexOf('~');
            var value = sign < 0
                    ? setting.value()
                    : setting.value().substring(0, sign).trim();
            double spread = sign < 0
                    ? Belief.USUAL_SPREAD
                    : spread(text, setting.value().substring(sign + 1));
            if (all.stream().anyMatch(other -> other.parameter().equals(setting.name()))) {
                throw new InvalidInputException("--believe", text, "is the second about " + setting.name(), "");
            }
            all.add(belief(Restriction.require(space, setting.name()), value, spread));
        }
        return all;
    }

    private static <T> Belief belief(Parameter<T> parameter, String value, double spread) {
        return new Belief(parameter.name(), parameter.check(value), spread);
    }

    private static double spread(String text, String number) {
        try {
            return Double.parseDouble(number.trim());
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    "--believe", text, "must have a number after ~, the spread", "learning_rate=0.003~0.1?");
        }
    }
}
