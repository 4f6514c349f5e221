package dev.sweetspot.data.metric;

import dev.sweetspot.data.DataSet;
import java.util.List;

/**
 * How unlike the usual ones items are: the errors of their reconstructions, and where these lie among usual errors.
 *
 * @param made how well each item was made again
 * @param usual the errors of items that are as usual
 */
public record AnomalyScores(Reconstructions made, UsualErrors usual) implements Predictions {
    @Override
    public List<String> names() {
        return made.names();
    }

    /** The squared error of an item. */
    public double error(int item) {
        return made.squared()[item];
    }

    /** Of how many percent of usual items the error is smaller. */
    public double percentile(int item) {
        return 100 * usual.shareBelow(error(item));
    }

    /** Whether hardly any usual item is made again so badly: {@link UsualErrors#SIGNIFICANCE}. */
    public boolean anomaly(int item) {
        return usual.anomaly(error(item));
    }

    /** Held against the same usual errors. */
    @Override
    public Predictions and(Predictions more) {
        if (more instanceof AnomalyScores others && made.and(others.made) instanceof Reconstructions all) {
            return new AnomalyScores(all, usual);
        }
        throw new IllegalArgumentException("predictions of another kind");
    }

    /** Held against the same usual errors. */
    @Override
    public AnomalyScores some(int[] places) {
        return new AnomalyScores(made.some(places), usual);
    }

    @Override
    public String toCsv(String nameColumn) {
        var out = new StringBuilder(nameColumn).append(",error,percentile,anomaly\n");
        for (int i = 0; i < names().size(); i++) {
            out.append(Predictions.cell(names().get(i)))
                    .append(',')
                    .append(error(i))
                    .append(',')
                    .append(percentile(i))
                    .append(',')
                    .append(anomaly(i) ? "yes" : "no")
                    .append('\n');
        }
        return out.toString();
    }

    /** Nothing is known beside. */
    @Override
    public String toCsv(DataSet set, int[] items) {
        return toCsv(set.nameColumn());
    }
}
