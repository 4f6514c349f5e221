package dev.sweetspot.classic.svm;

import dev.sweetspot.classic.family.Effort;
import dev.sweetspot.classic.family.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import libsvm.svm;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/** Asks the library for one machine. */
final class Solving {
    /** Megabytes of kernel values that the library keeps: several trials at once share the heap. */
    private static final double CACHE = 64;

    private static final double TOLERANCE = 1e-3;

    /** Who watches the fit of a thread. The library says a word every thousand steps, which is the only moment to end it. */
    private static final ThreadLocal<Optional<Effort.Watch>> WATCH = ThreadLocal.withInitial(Optional::empty);

    static {
        svm.svm_set_print_string_function(word -> ask());
    }

    private final List<svm_node[]> rows;
    private final Rules rules;

    /**
     * How machines are made.
     *
     * @param gamma of the rbf kernel; 0 for the linear one
     * @param c what a row on the wrong side costs
     * @param epsilon errors of numbers up to this size cost nothing
     */
    record Rules(double gamma, double c, double epsilon) {}

    /** Whoever watches does not want it any more; the library knows no such exception. */
    private static final class Unwanted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unwanted(InterruptedException cause) {
            super(cause);
        }
    }

    Solving(Matrix matrix, Rules rules) {
        this.rules = rules;
        this.rows = new ArrayList<>();
        for (int row = 0; row < matrix.rows(); row++) {
            rows.add(sparse(matrix, row));
        }
    }

    private static void ask() {
        var watch = WATCH.get();
        if (watch.isPresent()) {
            try {
                watch.get().goOn(1, 1);
            } catch (InterruptedException e) {
                throw new Unwanted(e);
            }
        }
    }

    private static svm_node[] sparse(Matrix matrix, int row) {
        var nodes = new ArrayList<svm_node>();
        for (int column = 0; column < matrix.columns(); column++) {
            if (matrix.at(row, column) != 0) {
                var node = new svm_node();
                node.index = column + 1;
                node.value = matrix.at(row, column);
                nodes.add(node);
            }
        }
        return nodes.toArray(svm_node[]::new);
    }

    /**
     * A machine that tells rows apart: it says more than 0 of those with 1.
     *
     * @param chosen places of the rows
     * @param sides of each, 1 or -1; both occur
     * @param weight what a row with 1 costs, as a multiple
     * @param otherWeight what one with -1 does
     */
    Machine sides(int[] chosen, double[] sides, double weight, double otherWeight, Effort.Watch watch)
            throws InterruptedException {
        var parameter = parameter(svm_parameter.C_SVC);
        parameter.nr_weight = 2;
        parameter.weight_label = new int[] {1, -1};
        parameter.weight = new double[] {weight, otherWeight};
        return solved(chosen, sides, parameter, watch);
    }

    /** A machine that says a number. */
    Machine numbers(int[] chosen, double[] values, Effort.Watch watch) throws InterruptedException {
        return solved(chosen, values, parameter(svm_parameter.EPSILON_SVR), watch);
    }

    private svm_parameter parameter(int kind) {
        var parameter = new svm_parameter();
        parameter.svm_type = kind;
        parameter.kernel_type = rules.gamma() > 0 ? svm_parameter.RBF : svm_parameter.LINEAR;
        parameter.gamma = rules.gamma();
        parameter.C = rules.c();
        parameter.p = rules.epsilon();
        parameter.eps = TOLERANCE;
        parameter.cache_size = CACHE;
        parameter.shrinking = 1;
        return parameter;
    }

    private Machine solved(int[] chosen, double[] targets, svm_parameter parameter, Effort.Watch watch)
            throws InterruptedException {
        var problem = new svm_problem();
        problem.l = chosen.length;
        problem.y = targets;
        problem.x = new svm_node[chosen.length][];
        for (int i = 0; i < chosen.length; i++) {
            problem.x[i] = rows.get(chosen[i]);
        }
        WATCH.set(Optional.of(watch));
        try {
            var model = svm.svm_train(problem, parameter);
            // The library tells apart in the order in which it met the classes.
            boolean turned = parameter.svm_type == svm_parameter.C_SVC && model.label[0] != 1;
            var places = new int[model.l];
            var factors = new double[model.l];
            for (int i = 0; i < places.length; i++) {
                places[i] = chosen[model.sv_indices[i] - 1];
                factors[i] = turned ? -model.sv_coef[0][i] : model.sv_coef[0][i];
            }
            return new Machine(places, factors, turned ? -model.rho[0] : model.rho[0]);
        } catch (Unwanted e) {
            var interrupted = new InterruptedException();
            interrupted.initCause(e);
            throw interrupted;
        } finally {
            WATCH.remove();
        }
    }
}
