package dev.sweetspot.insight.report;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.importance.Importance;
import dev.sweetspot.insight.importance.Importances;
import dev.sweetspot.insight.influence.Influence;
import dev.sweetspot.insight.influence.Sentence;
import dev.sweetspot.insight.report.Report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What mattered for each objective: shares with their intervals, and what one must know to read them. */
final class MatteredSection {
    private static final int MOST = 12;
    /** Who foretells less than this share of the differences has learnt as good as nothing. */
    private static final double LEAST = 0.05;
    /** What sentences say of parameters that made no difference, or of which too little is known. */
    private static final List<String> NOTHING = List.of(": no difference seen", ": too few configurations to say");

    private MatteredSection() {}

    /** Empty where too few trials tell anything. */
    static Optional<Section> of(Told told) {
        var blocks = new ArrayList<Block>();
        for (var aspect : Aspect.of(told.studied())) {
            if (aspect instanceof Aspect.OfObjective) {
                add(Importances.of(told.studied(), aspect), influences(told, aspect), blocks);
            }
        }
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Section("mattered", "What mattered", blocks));
    }

    /** What each parameter does, in words. */
    private static List<String> influences(Told told, Aspect aspect) {
        return Influence.sentences(told.studied(), aspect).stream()
                .map(Sentence::text)
                .toList();
    }

    /** Where something was seen that is said; where nothing was, that is there for who looks. */
    private static void add(List<String> influences, String name, List<Block> blocks) {
        var seen = influences.stream()
                .filter(text -> !saysNothing(text))
                .limit(MOST)
                .toList();
        var unseen = influences.stream().filter(MatteredSection::saysNothing).toList();
        if (!seen.isEmpty()) {
            blocks.add(new Block.Points(seen.stream()
                    .map(text -> new Block.Point(Block.Weight.NOTE, text, ""))
                    .toList()));
        }
        if (!unseen.isEmpty()) {
            blocks.add(new Block.Grid(
                    "Parameters of which no difference in " + name + " was seen, or too little to say (" + unseen.size()
                            + ")",
                    List.of("what could be seen"),
                    unseen.stream().map(List::of).toList(),
                    true));
        }
    }

    private static boolean saysNothing(String sentence) {
        return NOTHING.stream().anyMatch(sentence::contains);
    }

    private static void add(Importances found, List<String> influences, List<Block> blocks) {
        if (found.mains().isEmpty()) {
            return;
        }
        var sentences = new ArrayList<String>();
        sentences.add("For " + found.aspect().name() + ", by " + found.configurations() + " configurations: "
                + found.method() + ".");
        found.foretold()
                .ifPresent(share -> sentences.add(
                        share >= LEAST
                                ? String.format(
                                        Locale.ROOT,
                                        "A model foretells %.0f %% of the differences between configurations it has not seen.",
                                        100 * share)
                                : "A model foretells next to nothing of configurations it has not seen, so no share below means"
                                        + " anything yet."));
        sentences.addAll(found.notes());
        blocks.add(new Block.Words(sentences));
        add(influences, found.aspect().name(), blocks);
        var shown = Stream.concat(
                        found.mains().stream().filter(main -> main.high() > 0).limit(MOST),
                        found.pairs().stream().filter(pair -> pair.low() > 0).limit(MOST / 2))
                .toList();
        blocks.add(new Block.Grid(
                "What mattered for " + found.aspect().name() + ", as a table",
                List.of("parameter", "share", "from", "to"),
                shown.stream().map(MatteredSection::row).toList(),
                true));
    }

    private static List<String> row(Importance one) {
        return List.of(one.name(), percent(one.share()), percent(one.low()), percent(one.high()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
