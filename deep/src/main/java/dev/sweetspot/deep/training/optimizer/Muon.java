package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.tensor.FusedSteps;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.tensor.Updates;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;

/**
 * Muon (Jordan et al. 2024): the momentum of each kernel, seen as a matrix, is made orthogonal before the step; {@code v = m v +
 * (1 - m) g; w -= 0.2 r sqrt(max(rows, columns)) orthogonal((1 - m) g + m v)}, scaled so that the learning rate means what it
 * means for AdamW (Liu et al. 2025). The output layer, biases and normalisations take the steps of {@link AdamW}, as in the
 * paper. The decay acts on the weights themselves.
 *
 * @param momentum m, from 0 to below 1
 * @param beta1 b1, from 0 to below 1
 * @param beta2 b2, from 0 to below 1
 * @param epsilon e, above 0
 */
public record Muon(double momentum, double beta1, double beta2, double epsilon) implements Optimizer {
    private static final double LIKE_ADAMW = 0.2;

    private void turn(Tensor weights, Tensor gradients, Tensor velocities, Layout.Matrix matrix, double rate) {
        long size = matrix.rows() * matrix.columns();
        var gradient = gradients.slice(matrix.start(), size);
        var velocity = velocities.slice(matrix.start(), size);
        Updates.average(velocity, gradient, momentum);
        var ahead = Updates.averaged(gradient, velocity, 1 - momentum).reshaped(matrix.rows(), matrix.columns());
        double scale = LIKE_ADAMW * Math.sqrt((double) Math.max(matrix.rows(), matrix.columns()));
        weights.slice(matrix.start(), size).add(Updates.orthogonalized(ahead).reshaped(size), -rate * scale);
    }

    /** As the papers have them. */
    public Muon() {
        this(
                Coefficients.MOMENTUM.defaultValue(),
                Coefficients.BETA1.defaultValue(),
                Coefficients.BETA2.defaultValue(),
                Coefficients.EPSILON.defaultValue());
    }

    @Override
    public String name() {
        return "muon";
    }

    @Override
    public String help() {
        return "turns the steps of whole layers so that no direction is forgotten, which takes its time in wide layers, and adamw does the rest";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Coefficients.MOMENTUM, Coefficients.BETA1, Coefficients.BETA2, Coefficients.EPSILON);
    }

    @Override
    public Muon with(Configuration configuration) {
        return new Muon(
                configuration.find(Coefficients.MOMENTUM).orElse(momentum),
                configuration.find(Coefficients.BETA1).orElse(beta1),
                configuration.find(Coefficients.BETA2).orElse(beta2),
                configuration.find(Coefficients.EPSILON).orElse(epsilon));
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void step(Tensor weights, Tensor gradients, List<Tensor> slots, Step step) {
        step.decayWeights(weights);
        var matrices = step.layout().matrices();
        for (int i = 0; i < matrices.size() - 1; i++) {
            turn(weights, gradients, slots.get(0), matrices.get(i), step.rate());
        }
        long start = matrices.isEmpty() ? 0 : matrices.get(matrices.size() - 1).start();
        long length = step.layout().size() - start;
        FusedSteps.adam(
                weights.slice(start, length),
                gradients.slice(start, length),
                slots.get(0).slice(start, length),
                slots.get(1).slice(start, length),
                List.of(),
                step.number(),
                step.rate(),
                beta1,
                beta2,
                epsilon);
    }
}
