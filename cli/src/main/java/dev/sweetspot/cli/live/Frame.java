package dev.sweetspot.cli.live;

import dev.sweetspot.trial.FoldValues;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A moment as lines. */
public final class Frame {
    private static final int PLOT_LINES = 7;

    private Frame() {}

    /** The lines of the block, none wider than the screen. */
    public static List<String> lines(Moment moment, Screen screen) {
        var lines = new ArrayList<String>();
        lines.add(head(moment, screen));
        lines.add(cut(counts(moment.history()), screen.columns(), screen));
        var problem = moment.spec().problem();
        var objective = problem.objectives().get(0);
        var best = problem.objectives().size() == 1
                ? best(moment.history(), problem)
                : moment.history().best(problem, moment.history().trials());
        best.ifPresent(trial -> lines.add(best(moment, trial, screen)));
        if (moment.trainings().isEmpty()) {
            lines.addAll(plot(moment, objective, best, screen));
        } else {
            moment.trainings().forEach(training -> lines.add(training(training, screen)));
        }
        return lines;
    }

    private static String head(Moment moment, Screen screen) {
        var step = screen.strong(moment.step());
        if (moment.time().isEmpty()) {
            return step;
        }
        var time = moment.time().get();
        var words =
                clock(time.used()) + " of " + clock(time.used() + time.left()) + ", " + clock(time.left()) + " left";
        int width = screen.columns() - moment.step().length() - words.length() - 4;
        if (width < 0) {
            return screen.strong(cut(moment.step(), screen.columns() - words.length() - 2, screen)) + "  " + words;
        }
        return step + "  "
                + (width < 5 ? "" : Bar.draw(time.used() / (time.used() + time.left()), width, screen) + "  ")
                + words;
    }

    /** Minutes and seconds. */
    public static String clock(double seconds) {
        long whole = Math.max(0, Math.round(seconds));
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    private static String counts(History history) {
        var parts = new ArrayList<String>();
        long done = history.completed().count();
        parts.add(done + (done == 1 ? " trial done" : " trials done"));
        parts.add(history.running().count() + " running");
        parts.add(count(history, Outcome.StoppedEarly.class) + " stopped early");
        add(parts, count(history, Outcome.OverLimit.class), "over a limit");
        add(parts, count(history, Outcome.Failed.class), "failed");
        add(parts, history.paused().count(), "put aside");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }

    private static long count(History history, Class<? extends Outcome> kind) {
        return history.finished()
                .filter(trial -> trial.outcome().filter(kind::isInstance).isPresent())
                .count();
    }

    /** The trial with the best value so far, reports of running ones included. */
    private static Optional<Trial> best(History history, Problem problem) {
        var objective = problem.objectives().get(0);
        var valued = history.trials().stream()
                .filter(trial -> trial.value(objective.name()).isPresent())
                .toList();
        Trial best = null;
        for (var trial : FoldValues.comparable(problem.fidelity(), valued)) {
            double value = value(trial, problem);
            if (!Double.isNaN(value) && (best == null || objective.better(value, value(best, problem)))) {
                best = trial;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double value(Trial trial, Problem problem) {
        var objective = problem.objectives().get(0);
        double best = trial.value(objective.name()).orElse(Double.NaN);
        // The mean over the first folds is no better state of the trial: only the last one counts.
        for (double value :
                problem.fidelity().ofFolds() ? new double[0] : trial.curve().values(objective.name())) {
            best = objective.better(value, best) ? value : best;
        }
        return best;
    }

    private static String best(Moment moment, Trial trial, Screen screen) {
        var value = bestValue(moment, trial);
        var who = ", trial " + trial.number() + ": "
                + new Difference(moment.spec()).inWords(trial.configuration(), Integer.MAX_VALUE);
        return screen.good(cut(value, screen.columns(), screen)) + cut(who, screen.columns() - value.length(), screen);
    }

    /** "best accuracy 0.9312", or "front of 4, compromise: accuracy 0.9312, parameters 10250". */
    private static String bestValue(Moment moment, Trial trial) {
        var problem = moment.spec().problem();
        if (problem.objectives().size() == 1) {
            var objective = problem.objectives().get(0);
            return String.format(Locale.ROOT, "best %s %.4f", objective.name(), value(trial, problem));
        }
        var values = Objectives.values(problem.objectives(), trial);
        return problem.preference().oneOrder()
                ? "best " + values
                : "front of "
                        + moment.history()
                                .front(problem, moment.history().trials())
                                .size() + ", compromise: " + values;
    }

    private static String cut(String text, int width, Screen screen) {
        if (text.length() <= width) {
            return text;
        }
        var end = screen.unicode() ? "…" : "...";
        return text.substring(0, Math.max(0, width - end.length())) + end;
    }

    private static List<String> plot(Moment moment, Objective objective, Optional<Trial> best, Screen screen) {
        var history = moment.history();
        var running = history.running().toList();
        var curves = new ArrayList<CurvePlot.Series>();
        running.forEach(trial -> curves.add(new CurvePlot.Series(trial.curve(), objective.name(), false)));
        best.ifPresent(trial -> curves.add(new CurvePlot.Series(trial.curve(), objective.name(), true)));
        var lines = new ArrayList<>(CurvePlot.draw(
                curves,
                moment.spec().fidelity().most(),
                moment.spec().fidelity().unit(),
                PLOT_LINES,
                screen));
        if (!lines.isEmpty()) {
            var numbers = running.stream()
                    .map(trial -> String.valueOf(trial.number()))
                    .collect(Collectors.joining(" "));
            lines.add(screen.faint(cut(
                    "         " + objective.name() + " of " + (numbers.isEmpty() ? "" : "trials " + numbers + " and ")
                            + "the best, trial " + best.orElseThrow().number(),
                    screen.columns(),
                    screen)));
        }
        return lines;
    }

    private static String training(Moment.Training training, Screen screen) {
        var words = String.format(Locale.ROOT, "epoch %.1f of %.1f", training.epochs(), training.planned());
        var name = String.format(Locale.ROOT, "  %-8s ", training.what());
        int width = screen.columns() - name.length() - words.length() - 2;
        return name + Bar.draw(training.epochs() / training.planned(), width, screen) + "  " + words;
    }
}
