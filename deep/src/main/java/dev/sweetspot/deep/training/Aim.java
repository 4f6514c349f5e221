package dev.sweetspot.deep.training;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.prepare.TargetScaling;
import dev.sweetspot.deep.training.loss.Loss;
import dev.sweetspot.deep.training.loss.SquaredError;

/** What is to be predicted of each item, as a network learns it. */
public sealed interface Aim {
    /** What the outputs are compared with. */
    Targets targets();

    /** Writes the targets of items into a batch. */
    void fill(Batch batch, int[] items);

    /**
     * The class of an item.
     *
     * @throws IllegalStateException where there are no classes
     */
    default int classOf(int item) {
        throw new IllegalStateException("item " + item + " has no class");
    }

    /** One of several classes. */
    record OfClasses(Task.Classification task) implements Aim {
        @Override
        public int classOf(int item) {
            return task.label(item);
        }

        @Override
        public Targets targets() {
            return new Targets.Classes(task.classNames().size());
        }

        @Override
        public void fill(Batch batch, int[] items) {
            var classes = batch.classes();
            for (int i = 0; i < items.length; i++) {
                classes.put(i, task.label(items[i]));
            }
        }
    }

    /**
     * A number.
     *
     * @param scaling to the scale on which networks learn
     */
    record OfNumbers(Task.Regression task, TargetScaling scaling) implements Aim {
        @Override
        public Targets targets() {
            return new Targets.Numbers(1);
        }

        @Override
        public void fill(Batch batch, int[] items) {
            var numbers = batch.numbers();
            for (int i = 0; i < items.length; i++) {
                numbers.put(i, scaling.scaled(task.target(items[i])));
            }
        }
    }

    /**
     * The inputs themselves, as they are before noise is added to them.
     *
     * @param outputs how many they are
     * @param scale on which their reconstructions are judged
     */
    record OfInputs(int outputs, ErrorScale scale) implements Aim {
        @Override
        public Targets targets() {
            return new Targets.Inputs(outputs);
        }

        @Override
        public void fill(Batch batch, int[] items) {
            batch.aimAtInputs();
        }
    }

    /** Nothing is known: for predictions alone. */
    record Unknown(Targets targets) implements Aim {
        @Override
        public void fill(Batch batch, int[] items) {
            throw new IllegalStateException("there is nothing to learn from");
        }
    }

    /**
     * What is known of data.
     *
     * @param learntFrom the items by which the scale of numbers is chosen
     * @throws IllegalArgumentException when nothing is to be predicted
     */
    static Aim of(Task task, int[] learntFrom) {
        return of(task, learntFrom, new SquaredError());
    }

    /**
     * The same for a loss, which has a say in the scale of numbers.
     *
     * @throws dev.sweetspot.form.InvalidInputException when the loss makes no sense for such numbers
     */
    static Aim of(Task task, int[] learntFrom, Loss loss) {
        if (task instanceof Task.Classification classes) {
            return new OfClasses(classes);
        }
        if (task instanceof Task.Regression numbers) {
            return new OfNumbers(numbers, loss.scaling(numbers, learntFrom));
        }
        throw new IllegalArgumentException("nothing is to be predicted in " + task.kind());
    }
}
