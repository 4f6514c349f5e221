package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Difference;
import dev.sweetspot.cli.live.Objectives;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.job.Measured;
import dev.sweetspot.job.Standard;
import dev.sweetspot.job.TuneResult;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result of a job for people. */
final class TuneWords {
    private static final int WIDTH = 96;
    private static final int MOST_OF_FRONT = 20;

    private final StudySpec spec;
    private final Learner learner;
    private final TuneResult result;

    TuneWords(StudySpec spec, Learner learner, TuneResult result) {
        this.spec = spec;
        this.learner = learner;
        this.result = result;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        var configuration = result.winner().configuration();
        lines.addAll(best());
        lines.addAll(wrapped(learner.inWords(configuration)));
        lines.addAll(wrapped(result.choice().reason()));
        if (!(result.standard() instanceof Standard.Won)) {
            lines.addAll(wrapped("It differs from the default in "
                    + new Difference(spec).inWords(configuration, Integer.MAX_VALUE) + "."));
        }
        lines.add("");
        Yaml.write(SpaceForms.toForm(configuration)).lines().forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.add(measured("Winner ", result.winner()));
        result.standard().measured().ifPresent(standard -> lines.add(measured("Default", standard)));
        lines.add(result.verdict(spec.problem()));
        result.shortfall(spec.problem()).ifPresent(shortfall -> lines.addAll(wrapped(shortfall.inWords())));
        lines.add("");
        lines.addAll(ReportWords.details(result.winner().test(), learner.data().noun()));
        lines.addAll(result.winner().test().notes());
        return lines;
    }

    private List<String> best() {
        var problem = spec.problem();
        var best = result.best();
        if (!Objectives.seekFront(problem)) {
            var among = problem.objectives().size() == 1
                    ? ""
                    : " by " + Objectives.inWords(problem) + " (" + Objectives.values(problem.objectives(), best) + ")";
            return wrapped("The best configuration" + among + ", trial " + best.number() + " of "
                            + result.history().size() + ":")
                    .stream()
                    .map(line -> line.substring(2))
                    .toList();
        }
        var front = result.front(problem);
        var lines = new ArrayList<String>();
        lines.add(
                front.size() == 1
                        ? "One trial of " + result.history().size() + " beats all others in everything:"
                        : "The front: " + front.size() + " of "
                                + result.history().size() + " trials, which no other beats in everything.");
        var difference = new Difference(spec);
        for (var trial : front.stream().limit(MOST_OF_FRONT).toList()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s trial %4d: %s; %s",
                    trial.number() == best.number() ? "->" : "  ",
                    trial.number(),
                    Objectives.values(problem.objectives(), trial),
                    difference.inWords(trial.configuration(), 3)));
        }
        if (front.size() > MOST_OF_FRONT) {
            lines.add("   and " + (front.size() - MOST_OF_FRONT) + " more, which report.json lists");
        }
        lines.add("");
        lines.addAll(wrapped("Somebody has to be trained again: the compromise, trial " + best.number()
                        + ", which is nearest to the best of each objective, all weighing alike. For another one of them: "
                        + "--weights, or sweetspot train with its configuration.")
                .stream()
                .map(line -> line.substring(2))
                .toList());
        return lines;
    }

    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(" ");
        for (var word : text.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String measured(String who, Measured measured) {
        var test = measured.test();
        return who + " on " + test.n() + " test " + learner.data().noun(test.n()) + Averaged.inWords(measured) + ": "
                + ReportWords.figures(test);
    }
}
