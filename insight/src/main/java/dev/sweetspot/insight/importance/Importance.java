package dev.sweetspot.insight.importance;

import java.util.List;

/**
 * How much one parameter, or two that act together, account for.
 *
 * @param parameters the name of one; of two, for what they do together beyond what each does alone
 * @param share from 0 to 1, of what {@link Importances#method} divides
 * @param low where the share begins that other trials of the same study might have shown: the lower end of 95 %
 * @param high where it ends
 */
public record Importance(List<String> parameters, double share, double low, double high) {
    /** Keeps a copy; checks the ranges. */
    public Importance {
        parameters = List.copyOf(parameters);
        if (parameters.isEmpty() || parameters.size() > 2) {
            throw new IllegalArgumentException("parameters = " + parameters + ": must be one or two");
        }
        if (!(0 <= low && low <= share && share <= high && high <= 1)) {
            throw new IllegalArgumentException("share = " + share + " (" + low + " to " + high
                    + "): must lie between its ends, and all from 0 to 1");
        }
    }

    /** "learning_rate", or "learning_rate with batch_size". */
    public String name() {
        return String.join(" with ", parameters);
    }

    /** Whether it is that of two parameters together. */
    public boolean pair() {
        return parameters.size() == 2;
    }
}
