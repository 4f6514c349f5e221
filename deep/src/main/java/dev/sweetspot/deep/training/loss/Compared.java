package dev.sweetspot.deep.training.loss;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Tensor;

/**
 * What losses of differences compare, both N x outputs in 32 bits: numbers with numbers; for classes, probabilities with 1
 * for the class of the label and 0 for the others.
 */
record Compared(Tensor answers, Tensor targets) {
    static Compared of(Tensor outputs, Tensor targets, Task.Kind task) {
        if (task == Task.Kind.CLASSIFICATION) {
            return new Compared(Operations.softmax(outputs), LossOperations.indicators(targets, outputs.shape()[1]));
        }
        return new Compared(outputs.as(ElementType.FLOAT32), targets);
    }
}
