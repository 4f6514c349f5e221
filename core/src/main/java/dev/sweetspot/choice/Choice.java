package dev.sweetspot.choice;

import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Trial;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which configuration of a study is chosen, and how sure that is.
 *
 * @param contenders the best one first; at least one
 * @param luck what is known of how much results differ when nothing but the seed does
 * @param reason why the first one, as a sentence that people read
 */
public record Choice(List<Contender> contenders, Luck luck, String reason) {
    /** What is known of how much results differ when nothing but the seed does. */
    public enum Luck {
        /** Nothing was repeated. */
        UNKNOWN,
        /** Repeats gave the same results. */
        NONE,
        /** Repeats gave other results. */
        SOME
    }

    /** Keeps a copy. */
    public Choice {
        contenders = List.copyOf(contenders);
        if (contenders.isEmpty()) {
            throw new IllegalArgumentException("contenders = []: nothing can be chosen");
        }
    }

    /**
     * The choice of the best chooser that is installed, among configurations with a trial that ran to its end and kept the
     * limits; empty before there is one.
     */
    public static Optional<Choice> of(Problem problem, History history) {
        if (problem.objectives().size() > 1) {
            return preferred(problem, history.best(problem));
        }
        var all = Runs.of(problem, history).stream()
                .filter(runs -> runs.whole().stream().anyMatch(Trial::completed))
                .toList();
        return Choosers.usual().choose(problem, history, all);
    }

    /**
     * The same, also among trials that were put aside, stopped or still run: they count as far as they came. For trials
     * whose best value on the way counts.
     */
    public static Optional<Choice> ofAll(Problem problem, History history) {
        return problem.objectives().size() > 1
                ? preferred(problem, history.best(problem, history.trials()))
                : Choosers.usual().choose(problem, history, Runs.of(problem, history));
    }

    /** Of several objectives what is preferred, as it was measured: nothing is known of luck there. */
    private static Optional<Choice> preferred(Problem problem, Optional<Trial> best) {
        var objective = problem.objectives().get(0).name();
        return best.map(trial -> {
            double value = trial.value(objective).orElse(Double.NaN);
            return new Choice(
                    List.of(new Contender(List.of(trial), value, value, OptionalDouble.empty())),
                    Luck.UNKNOWN,
                    problem.preference().oneOrder()
                            ? "Trial " + trial.number() + " is the best by "
                                    + problem.preference().inWords() + "."
                            : "Trial " + trial.number()
                                    + " is the one of the front that is nearest to the best of each objective.");
        });
    }

    /** A choice of these, explained. */
    public static Choice among(List<Contender> contenders, Luck luck, Problem problem) {
        return new Choice(contenders, luck, sentence(contenders, luck, problem));
    }

    /** What is chosen. */
    public Contender chosen() {
        return contenders.get(0);
    }

    private static String sentence(List<Contender> contenders, Luck luck, Problem problem) {
        var objective = problem.objectives().get(0);
        var chosen = contenders.get(0);
        if (luck != Luck.SOME) {
            var best = String.format(
                    Locale.ROOT,
                    "Trial %d has the best %s, %.4g",
                    chosen.trial().number(),
                    objective.name(),
                    chosen.mean());
            return best
                    + (luck == Luck.NONE
                            ? "; repeats gave the same results, so that is no luck."
                            : "; nothing was repeated, so how much of that is luck is not known.");
        }
        // The one that would be chosen by its value alone; else the next best.
        var rival = contenders.stream()
                .skip(1)
                .filter(other -> objective.better(other.mean(), chosen.mean()))
                .reduce((one, other) -> objective.better(other.mean(), one.mean()) ? other : one)
                .or(() -> contenders.stream().skip(1).findFirst());
        return "Trial " + inWords(chosen) + " is chosen"
                + rival.map(other -> " over trial " + inWords(other)).orElse("") + ".";
    }

    private static String inWords(Contender contender) {
        var runs = contender.runs().size();
        return String.format(
                Locale.ROOT,
                "%d (%s %.4g, expected %.4g%s)",
                contender.trial().number(),
                runs == 1 ? "once" : "mean of " + runs + ":",
                contender.mean(),
                contender.estimate(),
                contender.margin().isPresent()
                        ? String.format(
                                Locale.ROOT, " +- %.2g", contender.margin().getAsDouble())
                        : "");
    }
}
