package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.option.Option;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Changes weights along their gradients. All weights lie in one flat tensor, so that a step is a few operations however
 * many layers there are. Notation in all of them: w weights, g gradients, r learning rate, d weight decay, t step from 1.
 */
public interface Optimizer extends Option<Optimizer> {
    /**
     * Parameters, its own or the learning rate, whose usual value is another with it than in general, with that value as
     * their default.
     */
    default List<Parameter<?>> standards() {
        return List.of();
    }

    /** How many numbers it keeps for each weight. */
    int slots();

    /**
     * One step.
     *
     * @param weights flat; changed
     * @param gradients flat; may be changed
     * @param slots {@link #slots()} flat tensors, zero before the first step; changed
     */
    void step(Tensor weights, Tensor gradients, List<Tensor> slots, Step step);

    /**
     * What a step depends on beside weights and gradients.
     *
     * @param number t, from 1
     * @param rate the learning rate of this step
     * @param decay the weight decay
     */
    record Step(long number, double rate, double decay, Layout layout) {
        /** Adds d w to the gradients of kernels: weight decay as a penalty of the loss. */
        void decayGradients(Tensor weights, Tensor gradients) {
            if (decay > 0 && layout.kernels() > 0) {
                gradients.slice(0, layout.kernels()).add(weights.slice(0, layout.kernels()), decay);
            }
        }

        /** Shrinks kernels, {@code w -= r d w}: weight decay apart from the loss (Loshchilov and Hutter 2019). */
        void decayWeights(Tensor weights) {
            if (decay > 0 && layout.kernels() > 0) {
                weights.slice(0, layout.kernels()).scale(1 - rate * decay);
            }
        }

        /** 1 - b^t: by how much an average that began at 0 falls short. */
        double shortfall(double beta) {
            return 1 - Math.pow(beta, (double) number);
        }
    }

    /**
     * How PyTorch makes the same one, of {@code groups} of weights that have their own decay; empty where it has none.
     *
     * @param rate the learning rate
     */
    default Optional<String> torch(double rate) {
        return Optional.empty();
    }
}
