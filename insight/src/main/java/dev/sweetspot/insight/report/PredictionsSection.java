package dev.sweetspot.insight.report;

import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.report.Report.Section;
import dev.sweetspot.insight.result.Judged;
import dev.sweetspot.insight.result.ResultPlot;
import dev.sweetspot.insight.result.ResultPlots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the winner says of the test items, in pictures: all that are installed and have something to show. */
final class PredictionsSection {
    /** In this order they are read; new kinds come last. */
    private static final List<String> ORDER = List.of(
            "confusion",
            "classes",
            "mistakes",
            "calibration",
            "precision-recall",
            "roc",
            "predicted-true",
            "residuals");

    private PredictionsSection() {}

    /** Empty where it is not known what it says of each. */
    static Optional<Section> of(Told told) {
        return told.judged()
                .map(PredictionsSection::pictures)
                .filter(blocks -> !blocks.isEmpty())
                .map(blocks -> {
                    blocks.add(
                            0,
                            Block.Words.of(
                                    "All of this is from the test part, which nothing was chosen by: the more often one chooses"
                                            + " by what is seen here, the less it says of new data."));
                    return new Section("predictions", "What it gets right and wrong", blocks);
                });
    }

    private static List<Block> pictures(Judged judged) {
        var blocks = new ArrayList<Block>();
        ResultPlots.installed().stream()
                .sorted(Comparator.comparingInt(PredictionsSection::place))
                .forEach(plot -> {
                    if (plot.draw(judged) instanceof Drawing.Drawn drawn) {
                        blocks.add(new Block.Picture(plot.question(), drawn.chart()));
                    }
                });
        return blocks;
    }

    private static int place(ResultPlot plot) {
        int place = ORDER.indexOf(plot.name());
        return place < 0 ? ORDER.size() : place;
    }
}
