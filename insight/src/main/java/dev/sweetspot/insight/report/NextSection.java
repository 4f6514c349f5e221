package dev.sweetspot.insight.report;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.next.AnotherHour;
import dev.sweetspot.insight.next.FollowUp;
import dev.sweetspot.insight.next.Suggestion;
import dev.sweetspot.insight.report.Report.Section;
import dev.sweetspot.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether more time would help, and where to search then. */
final class NextSection {
    private static final Duration HOUR = Duration.ofHours(1);

    private NextSection() {}

    /** Empty before there is a trial. */
    static Optional<Section> of(Told told) {
        var studied = told.studied();
        if (studied.history().size() == 0) {
            return Optional.empty();
        }
        var blocks = new ArrayList<Block>();
        AnotherHour.of(studied, HOUR, atOnce(studied))
                .map(hour -> hour.inWords(studied.spec().objectives().get(0).name()))
                .ifPresent(sentence -> blocks.add(Block.Words.of(sentence)));
        var next = FollowUp.of(studied);
        blocks.add(new Block.Points(next.inWords().stream()
                .map(sentence -> new Block.Point(Block.Weight.NOTE, sentence, ""))
                .toList()));
        if (!next.suggestions().isEmpty()) {
            blocks.add(new Block.Quotation(command(studied, next), true));
        }
        return Optional.of(new Section("next", "What next", blocks));
    }

    private static String command(Studied studied, FollowUp next) {
        return "sweetspot change " + studied.name()
                + next.suggestions().stream()
                        .map(Suggestion::change)
                        .map(change -> " --search '" + change + "'")
                        .collect(Collectors.joining())
                + "\nsweetspot resume " + studied.name();
    }

    /** How many trials ran at once, on average. */
    private static int atOnce(Studied studied) {
        var trials = studied.history().trials();
        var begin = trials.get(0).startedAt();
        double end = trials.stream()
                .mapToDouble(trial -> seconds(begin, trial) + trial.seconds())
                .max()
                .orElse(0);
        return end > 0 ? (int) Math.max(1, Math.round(Results.seconds(studied.history()) / end)) : 1;
    }

    private static double seconds(Instant begin, Trial trial) {
        return Duration.between(begin, trial.startedAt()).toMillis() / 1e3;
    }
}
