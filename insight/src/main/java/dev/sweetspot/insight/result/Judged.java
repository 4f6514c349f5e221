package dev.sweetspot.insight.result;

import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.data.metric.RegressionReport;
import dev.sweetspot.data.metric.Report;
import java.util.Optional;

/**
 * Predictions of a model on items that it has not learnt from, how good they are, and what the items look like.
 *
 * @param report how good they are, with the predictions and the truth
 * @param images what the items look like
 */
public record Judged(Report report, Images images) {
    /** Items that are no images. */
    public Judged(Report report) {
        this(report, item -> Optional.empty());
    }

    /** What items look like. */
    public interface Images {
        /**
         * That of an item, as the base64 text of a small PNG file; empty where it is no image.
         *
         * @param item its place among the predictions, from 0
         */
        Optional<String> png(int item);

        /** Why nothing is seen of items that are images, as a sentence; empty where they are seen, or are none. */
        default String unseen() {
            return "";
        }

        /** Items that are images and cannot be seen here, and why. */
        static Images unseen(String why) {
            return new Images() {
                @Override
                public Optional<String> png(int item) {
                    return Optional.empty();
                }

                @Override
                public String unseen() {
                    return why;
                }
            };
        }
    }

    /** The report, where classes were predicted. */
    Optional<ClassificationReport> classes() {
        return report instanceof ClassificationReport found ? Optional.of(found) : Optional.empty();
    }

    /** The report, where numbers were predicted. */
    Optional<RegressionReport> numbers() {
        return report instanceof RegressionReport found ? Optional.of(found) : Optional.empty();
    }

    /** Why there is nothing to draw where something else must have been predicted: "needs predicted classes; this is a ...". */
    String needs(String wanted) {
        return "needs predicted " + wanted + "; this is a " + report.kind().word();
    }
}
