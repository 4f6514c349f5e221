package dev.sweetspot.insight.report;

import dev.sweetspot.insight.Openness;
import dev.sweetspot.insight.report.Report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The study in some sentences: what was sought, what was tried, what came out. */
final class SummarySection {
    private SummarySection() {}

    static Section of(Told told) {
        var studied = told.studied();
        var problem = studied.problem();
        var sentences = new ArrayList<String>();
        var limits = Results.limits(problem);
        sentences.add("Sought was " + Results.sought(problem) + (limits.isEmpty() ? "" : ", with " + limits)
                + "; searched were " + Figures.count(Openness.open(studied).size(), "parameter") + ", within "
                + Results.budget(studied) + ".");
        sentences.add(Results.counts(studied.history()) + "; together "
                + Figures.time(Results.seconds(studied.history())) + " of work.");
        if (Results.seeksFront(studied)) {
            sentences.add(front(told));
        }
        told.choice().ifPresent(choice -> sentences.add(choice.reason()));
        if (told.choice().isEmpty() && !Results.seeksFront(studied)) {
            sentences.add("No trial has come to a result yet.");
        }
        told.handed().flatMap(Handed::test).ifPresent(test -> sentences.add(test(told, test)));
        told.handed().flatMap(Handed::verdict).ifPresent(sentences::add);
        var blocks = new ArrayList<Block>(List.of(new Block.Words(sentences)));
        var missing = told.circumstances().missing();
        if (!missing.isEmpty()) {
            blocks.add(new Block.Points(missing.stream()
                    .map(sentence -> new Block.Point(Block.Weight.NOTE, sentence, ""))
                    .toList()));
        }
        return new Section("summary", "In short", blocks);
    }

    private static String front(Told told) {
        int size = told.studied().history().front(told.studied().problem()).size();
        return size == 0
                ? "No trial has come to a result that keeps the limits yet."
                : "The front has " + Figures.count(size, "trial")
                        + ": no other is better than one of them in every objective.";
    }

    private static String test(Told told, TestFigures test) {
        var main = main(told, test);
        return "On " + test.items() + " test items that nothing was chosen by, the winner, trained again, has "
                + main.map(TestFigures.Figure::inWords).orElse("no figure")
                + told.handed()
                        .flatMap(Handed::standard)
                        .flatMap(standard -> main(told, standard))
                        .map(figure -> "; the default configuration has " + figure.inWords())
                        .orElse("")
                + ".";
    }

    /** The figure of the first objective, where the test part has it; else the first figure. */
    static Optional<TestFigures.Figure> main(Told told, TestFigures test) {
        return test.find(told.studied().spec().objectives().get(0).name())
                .or(() -> test.all().stream().findFirst());
    }
}
