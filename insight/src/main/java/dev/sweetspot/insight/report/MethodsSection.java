package dev.sweetspot.insight.report;

import dev.sweetspot.form.Fields;
import dev.sweetspot.insight.Openness;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.report.Report.Section;
import dev.sweetspot.study.StudySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A paragraph for the methods part of a paper: what was done, complete enough to be judged and done again. */
final class MethodsSection {
    /** More ranges than that belong into a table. */
    private static final int MOST_RANGES = 12;

    private MethodsSection() {}

    static Section of(Told told) {
        return new Section(
                "methods",
                "For the methods part of a paper",
                List.of(new Block.Quotation(String.join(" ", sentences(told)), false)));
    }

    private static List<String> sentences(Told told) {
        var studied = told.studied();
        var sentences = new ArrayList<String>();
        sentences.add("Hyperparameters were searched with Sweetspot "
                + told.circumstances().version() + " (" + search(studied.spec()) + ").");
        sentences.add(space(studied));
        var limits = Results.limits(studied.problem());
        sentences.add("The search sought " + Results.sought(studied.problem())
                + (limits.isEmpty() ? "" : ", subject to " + limits) + ", within "
                + Results.budget(studied)
                + ".");
        sentences.add(tried(studied));
        told.choice()
                .ifPresent(choice -> sentences.add(
                        "The configuration of trial " + choice.chosen().trial().number() + " was chosen ("
                                + lowerFirst(withoutStop(choice.reason())) + ")."));
        told.handed().flatMap(Handed::test).ifPresent(test -> sentences.add(measured(told, test)));
        told.handed()
                .flatMap(handed -> Fields.of(handed.record()).findText("data_hash"))
                .ifPresent(hash -> sentences.add("The data have the SHA-256 hash " + hash + "."));
        return sentences;
    }

    private static String search(StudySpec spec) {
        return "sampler " + spec.search().sampler().name() + ", scheduler "
                + spec.search().scheduler().name() + ", repeats "
                + spec.search().repeats().name() + ", seed " + spec.seed()
                + (spec.lag().isPresent()
                        ? ", deterministic with a lag of " + spec.lag().getAsInt()
                        : "");
    }

    private static String space(Studied studied) {
        var searched = Openness.open(studied);
        var ranges = searched.stream()
                .map(parameter -> parameter.name() + " (" + parameter.rangeInWords() + ")")
                .collect(Collectors.joining(", "));
        return "The space had " + Figures.count(searched.size(), "parameter")
                + (searched.size() <= MOST_RANGES ? ": " + ranges : ", listed with their ranges in the supplement")
                + ".";
    }

    private static String tried(Studied studied) {
        var fidelity = studied.spec().fidelity();
        var whole =
                fidelity.most() == 1 ? "" : "; a whole trial is " + Figures.of(fidelity.most()) + " " + fidelity.unit();
        return "Of " + Results.counts(studied.history()) + whole + "; all trials together worked for "
                + Figures.time(Results.seconds(studied.history())) + ".";
    }

    private static String measured(Told told, TestFigures test) {
        var standard = told.handed()
                .flatMap(Handed::standard)
                .flatMap(other -> SummarySection.main(told, other))
                .map(figure -> "; the default configuration, trained and measured in the same way, reached "
                        + figure.inWords())
                .orElse("");
        return "It was trained again"
                + told.handed()
                        .flatMap(Handed::cutShort)
                        .map(words -> " (" + words + ")")
                        .orElse("")
                + " and measured once on " + test.items() + " test items that no choice was made by: "
                + test.all().stream().limit(3).map(TestFigures.Figure::inWords).collect(Collectors.joining(", "))
                + standard
                + ".";
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String lowerFirst(String sentence) {
        return sentence.startsWith("Trial ") ? "t" + sentence.substring(1) : sentence;
    }
}
