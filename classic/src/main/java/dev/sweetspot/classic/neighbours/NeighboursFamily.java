package dev.sweetspot.classic.neighbours;

import dev.sweetspot.classic.family.ClassicFamily;
import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.Effort;
import dev.sweetspot.classic.family.Intake;
import dev.sweetspot.classic.family.Matrix;
import dev.sweetspot.classic.family.TableSize;
import dev.sweetspot.classic.family.Targets;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Nearest neighbours. All rows are looked at for each answer, so that answers take the longer the more there are. */
public final class NeighboursFamily implements ClassicFamily {
    private static final int MOST = 100;
    /** The answers of a fold of more rows take longer than fits of other families. */
    private static final int MANY = 20_000;

    static final IntegerParameter COUNT = Parameter.integer("knn.neighbours", 1, MOST)
            .logarithmic()
            .withDefault(5)
            .with(new About(
                    "rows",
                    "How many of the nearest rows are asked. More make smoother answers.",
                    Optional.of(new UsualChange.Factor(2))));
    static final CategoricalParameter<String> WEIGHTS = Parameter.categorical("knn.weights", "distance", "equal")
            .with(About.help(
                    "How much each of them counts: distance counts near ones more, by one divided by their distance; "
                            + "equal counts all alike."));
    static final CategoricalParameter<String> METRIC = Parameter.categorical(
                    "knn.metric", "euclidean", "manhattan", "cosine")
            .with(About.help(
                    "What near means: euclidean as the crow flies; manhattan the sum of all differences, which large "
                            + "ones rule less; cosine the angle, whatever the size."));

    @Override
    public String name() {
        return "knn";
    }

    @Override
    public String help() {
        return "Nearest neighbours: a row is like those that are nearest to it; slow to ask where there are many.";
    }

    @Override
    public Intake intake() {
        return Intake.SCALED;
    }

    @Override
    public boolean weighs() {
        return false;
    }

    @Override
    public boolean usual(TableSize data) {
        return data.rows() <= MANY;
    }

    @Override
    public SearchSpace space(TableSize data) {
        int most = Math.max(1, Math.min(MOST, data.rows()));
        var count = most == MOST
                ? COUNT
                : Parameter.integer(COUNT.name(), 1, most)
                        .logarithmic()
                        .withDefault(Math.min(most, COUNT.defaultValue()))
                        .with(COUNT.about());
        return SearchSpace.of(count, WEIGHTS, METRIC);
    }

    @Override
    public String inWords(Configuration configuration) {
        int count = configuration.get(COUNT);
        return "the " + (count == 1 ? "nearest row" : count + " nearest rows") + " by " + configuration.get(METRIC)
                + " distance"
                + (configuration.get(WEIGHTS).equals("distance") && count > 1 ? ", of which near ones count more" : "");
    }

    @Override
    public ClassicModel fit(Matrix rows, Targets targets, Configuration configuration, Effort effort) {
        var kind = Neighbours.Distance.valueOf(configuration.get(METRIC).toUpperCase(Locale.ROOT));
        var rules = new Neighbours.Rules(
                kind,
                Math.min(configuration.get(COUNT), rows.rows()),
                configuration.get(WEIGHTS).equals("distance"));
        return Neighbours.of(rows, targets, rules);
    }

    @Override
    public ClassicModel read(byte[] bytes) throws IOException {
        return Neighbours.read(bytes);
    }
}
