package dev.sweetspot.classic.svm;

import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.Effort;
import dev.sweetspot.classic.family.Matrix;
import dev.sweetspot.classic.family.Targets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes the machines of a model. Of each pair of classes one is made of all their rows, and one for each of three groups of rows
 * that it did not learn from: what these say makes the probabilities. The library has a way of its own for that, which draws the
 * groups from a generator that all threads share.
 */
final class Fitting {
    private static final int GROUPS = 3;

    private final Matrix matrix;
    private final Solving solving;
    private final Solving.Rules rules;
    private final Effort.Watch watch;
    private int made;
    private int planned;

    Fitting(Matrix matrix, Solving.Rules rules, Effort.Watch watch) {
        this.matrix = matrix;
        this.solving = new Solving(matrix, rules);
        this.rules = rules;
        this.watch = watch;
    }

    ClassicModel fit(Targets targets) throws InterruptedException {
        if (targets instanceof Targets.Classes classes) {
            return pairs(classes);
        }
        planned = 1;
        var values = ((Targets.Numbers) targets).values();
        var numbers =
                IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
        var machine = solving.numbers(IntStream.range(0, values.length).toArray(), numbers, watch);
        made();
        return SvmModel.of(
                matrix, rules.gamma(), 0, List.of(new SvmModel.Pair(0, 0, machine, new Sigmoid(0, 0))), made);
    }

    private void made() throws InterruptedException {
        made++;
        // Half of the machines are no model: where the time is over, the others are made all the same.
        watch.goOn(made, planned);
    }

    private ClassicModel pairs(Targets.Classes classes) throws InterruptedException {
        var members = new ArrayList<int[]>();
        for (int c = 0; c < classes.count(); c++) {
            int label = c;
            members.add(IntStream.range(0, classes.size())
                    .filter(row -> classes.labels()[row] == label)
                    .toArray());
        }
        long met = members.stream().filter(rows -> rows.length > 0).count();
        planned = (int) (met * (met - 1) / 2 * (1 + GROUPS));
        var pairs = new ArrayList<SvmModel.Pair>();
        for (int i = 0; i < classes.count(); i++) {
            for (int j = i + 1; j < classes.count(); j++) {
                if (members.get(i).length > 0 && members.get(j).length > 0) {
                    pairs.add(pair(i, j, members.get(i), members.get(j), classes.weights()));
                }
            }
        }
        return SvmModel.of(matrix, rules.gamma(), classes.count(), pairs, made);
    }

    private SvmModel.Pair pair(int first, int second, int[] these, int[] those, float[] weights)
            throws InterruptedException {
        double weight = weights[these[0]];
        double otherWeight = weights[those[0]];
        var machine = machine(these, those, weight, otherWeight);
        var all = IntStream.concat(Arrays.stream(these), Arrays.stream(those)).toArray();
        var sides = sides(these.length, those.length);
        var said = new double[all.length];
        boolean few = Math.min(these.length, those.length) < GROUPS;
        for (int group = 0; group < GROUPS; group++) {
            // Rows that are too few to be left out are asked although they were learnt from.
            var judging = few ? machine : machine(without(these, group), without(those, group), weight, otherWeight);
            for (int i = 0; i < all.length; i++) {
                int place = i < these.length ? i : i - these.length;
                if (place % GROUPS == group) {
                    said[i] = SvmModel.says(judging, matrix, all[i], rules.gamma());
                }
            }
        }
        return new SvmModel.Pair(first, second, machine, Sigmoid.fitted(said, sides));
    }

    private Machine machine(int[] these, int[] those, double weight, double otherWeight) throws InterruptedException {
        var all = IntStream.concat(Arrays.stream(these), Arrays.stream(those)).toArray();
        var machine = solving.sides(all, sides(these.length, those.length), weight, otherWeight, watch);
        made();
        return machine;
    }

    private static double[] sides(int these, int those) {
        return IntStream.range(0, these + those)
                .mapToDouble(i -> i < these ? 1 : -1)
                .toArray();
    }

    private static int[] without(int[] rows, int group) {
        return IntStream.range(0, rows.length)
                .filter(i -> i % GROUPS != group)
                .map(i -> rows[i])
                .toArray();
    }
}
