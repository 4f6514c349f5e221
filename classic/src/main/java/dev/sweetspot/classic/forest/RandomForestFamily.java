package dev.sweetspot.classic.forest;

import dev.sweetspot.classic.family.ClassicFamily;
import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.Effort;
import dev.sweetspot.classic.family.Intake;
import dev.sweetspot.classic.family.Matrix;
import dev.sweetspot.classic.family.TableSize;
import dev.sweetspot.classic.family.Targets;
import dev.sweetspot.data.Task;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Trees that are grown apart, each from other rows and columns, and asked for their mean. They are grown here: what the
 * libraries offer is boosting with one round, which takes several times as long for trees of full depth.
 */
public final class RandomForestFamily implements ClassicFamily {
    /** Trees of this depth have as many leaves as there are rows in any table. */
    private static final int DEEPEST = 40;
    /** Of the columns, where numbers are predicted: between a third (Breiman) and all (scikit-learn). */
    private static final double USUAL_SHARE = 0.4;

    private static final double LEAST_SHARE = 0.02;

    static final IntegerParameter TREES = Parameter.integer("random-forest.trees", 10, 1000)
            .logarithmic()
            .withDefault(200)
            .with(new About(
                    "trees",
                    "How many trees are grown. More are never worse, and take longer.",
                    Optional.of(new UsualChange.Factor(2))));
    static final RealParameter COLUMNS = Parameter.real("random-forest.columns", LEAST_SHARE, 1)
            .withDefault(USUAL_SHARE)
            .with(About.help(
                            "Which share of the columns each question is chosen from, drawn anew. Fewer make trees that are "
                                    + "less alike. By default the root of their number for classes, 0.4 of them for numbers.")
                    .withUsualChange(new UsualChange.Difference(0.1)));
    static final RealParameter ROWS = Parameter.real("random-forest.rows", 0.2, 1)
            .withDefault(1)
            .with(About.help(
                            "How many rows each tree is grown from, as a share of all, drawn with replacement: 1 leaves out "
                                    + "about one in three.")
                    .withUsualChange(new UsualChange.Difference(0.1)));
    static final IntegerParameter MIN_LEAF = Parameter.integer("random-forest.min_leaf", 1, 100)
            .logarithmic()
            .withDefault(1)
            .with(new About(
                    "rows",
                    "How many of the drawn rows a leaf has at the least. More make smoother answers and smaller models.",
                    Optional.of(new UsualChange.Factor(2))));
    static final IntegerParameter MAX_DEPTH = Parameter.integer("random-forest.max_depth", 2, DEEPEST)
            .withDefault(DEEPEST)
            .with(new About(
                    "levels",
                    "How many questions a tree asks at most, one after another; 40 is no limit in practice.",
                    Optional.of(new UsualChange.Factor(1.5))));
    static final CategoricalParameter<String> CUTS = Parameter.categorical("random-forest.cuts", "best", "random")
            .with(
                    About.help(
                            "Where a column is cut: best is the best place; random draws one place a column and takes the "
                                    + "best of these (extremely randomised trees), which is quicker and makes trees less alike."));

    @Override
    public String name() {
        return "random-forest";
    }

    @Override
    public String help() {
        return "Many trees, each grown from other rows and columns, and their mean: good without any tuning.";
    }

    @Override
    public Intake intake() {
        return Intake.ORDERED;
    }

    @Override
    public SearchSpace space(TableSize data) {
        double root = 1 / Math.sqrt(Math.max(1, data.columns()));
        var columns = data.task() == Task.Kind.CLASSIFICATION
                ? COLUMNS.withDefault(Math.max(LEAST_SHARE, Math.round(root * 100) / 100.0))
                : COLUMNS;
        return SearchSpace.of(TREES, columns, ROWS, MIN_LEAF, MAX_DEPTH, CUTS);
    }

    @Override
    public String inWords(Configuration configuration) {
        return "a random forest of " + configuration.get(TREES) + " trees with at least "
                + configuration.get(MIN_LEAF) + " rows in a leaf, each question chosen from "
                + Math.round(100 * configuration.get(COLUMNS)) + " % of the columns";
    }

    @Override
    public ClassicModel fit(Matrix rows, Targets targets, Configuration configuration, Effort effort)
            throws InterruptedException {
        var growing = new Growing(rows, targets, configuration);
        int trees = configuration.get(TREES);
        var grown = effort.threads() == 1 ? oneByOne(growing, trees, effort) : together(growing, trees, effort);
        return new Forest(rows.columns(), growing.outputs(), grown);
    }

    private static List<Tree> oneByOne(Growing growing, int trees, Effort effort) throws InterruptedException {
        var grown = new ArrayList<Tree>();
        boolean goOn = true;
        while (goOn && grown.size() < trees) {
            grown.add(growing.tree(effort.seed(), grown.size()));
            goOn = effort.watch().goOn(grown.size(), trees);
        }
        return grown;
    }

    /** Each tree follows from its number, so that it does not matter which thread grows it. */
    private static List<Tree> together(Growing growing, int trees, Effort effort) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(effort.threads(), work -> {
            var thread = new Thread(work, "sweetspot-forest");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var coming = new ArrayList<Future<Tree>>();
            for (int i = 0; i < trees; i++) {
                int number = i;
                coming.add(pool.submit(() -> growing.tree(effort.seed(), number)));
            }
            var grown = new ArrayList<Tree>();
            boolean goOn = true;
            while (goOn && grown.size() < trees) {
                grown.add(coming.get(grown.size()).get());
                goOn = effort.watch().goOn(grown.size(), trees);
            }
            return grown;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    @Override
    public ClassicModel read(byte[] bytes) throws IOException {
        return Forest.read(bytes);
    }
}
