package dev.sweetspot.insight.report;

import dev.sweetspot.insight.honest.HonestFigures;
import dev.sweetspot.insight.report.Report.Section;
import dev.sweetspot.insight.trade.TradeOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How good the winner really is, after it was chosen for looking good; of a front, what one objective costs of another. */
final class TrustSection {
    private TrustSection() {}

    /** Empty where too few trials tell anything. */
    static Optional<Section> of(Told told) {
        return Results.seeksFront(told.studied()) ? front(told) : winner(told);
    }

    private static Optional<Section> winner(Told told) {
        var studied = told.studied();
        return told.choice()
                .map(choice -> HonestFigures.of(
                        studied,
                        studied.spec().objectives().get(0),
                        choice.chosen().trial().number()))
                .orElseGet(() -> HonestFigures.of(studied))
                .map(figures -> {
                    var points = new ArrayList<Block.Point>();
                    var warnings = figures.warnings();
                    figures.inWords()
                            .forEach(sentence -> points.add(new Block.Point(
                                    warnings.contains(sentence) ? Block.Weight.WARNING : Block.Weight.NOTE,
                                    sentence,
                                    "")));
                    return section("How good it really is", points);
                });
    }

    private static Optional<Section> front(Told told) {
        return TradeOff.of(told.studied())
                .map(TradeOff::inWords)
                .filter(sentences -> !sentences.isEmpty())
                .map(sentences -> section(
                        "What one objective costs of another",
                        sentences.stream()
                                .map(sentence -> new Block.Point(Block.Weight.NOTE, sentence, ""))
                                .toList()));
    }

    private static Section section(String title, List<Block.Point> points) {
        return new Section("trust", title, List.of(new Block.Points(points)));
    }
}
