package dev.sweetspot.deep.training;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.tensor.ElementType;

/** What the outputs of a network are compared with, for each example. */
public sealed interface Targets {
    /** How many outputs a network must have. */
    int outputs();

    /** What the numbers of a batch of them are. */
    ElementType type();

    /** How many of them an example has. */
    int width();

    /** What is learnt from them. */
    Task.Kind task();

    /**
     * The number of a class.
     *
     * @param outputs how many classes there are, at least 2
     */
    record Classes(int outputs) implements Targets {
        @Override
        public ElementType type() {
            return ElementType.INT64;
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public Task.Kind task() {
            return Task.Kind.CLASSIFICATION;
        }
    }

    /**
     * The share of each class: where examples are mixtures of several.
     *
     * @param outputs how many classes there are, at least 2
     */
    record Shares(int outputs) implements Targets {
        @Override
        public ElementType type() {
            return ElementType.FLOAT32;
        }

        @Override
        public int width() {
            return outputs;
        }

        @Override
        public Task.Kind task() {
            return Task.Kind.CLASSIFICATION;
        }
    }

    /**
     * Real numbers, as many as there are outputs.
     *
     * @param outputs at least 1
     */
    record Numbers(int outputs) implements Targets {
        @Override
        public ElementType type() {
            return ElementType.FLOAT32;
        }

        @Override
        public int width() {
            return outputs;
        }

        @Override
        public Task.Kind task() {
            return Task.Kind.REGRESSION;
        }
    }

    /**
     * The inputs themselves, one number behind the other.
     *
     * @param outputs as many as there are inputs
     */
    record Inputs(int outputs) implements Targets {
        @Override
        public ElementType type() {
            return ElementType.FLOAT32;
        }

        @Override
        public int width() {
            return outputs;
        }

        @Override
        public Task.Kind task() {
            return Task.Kind.RECONSTRUCTION;
        }
    }
}
