package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Elementwise;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.Locale;

/** What is done to each number between layers. */
public enum ActivationFunction {
    /** max(x, 0). */
    RELU,
    /** x where positive, else 0.01 x. */
    LEAKY_RELU,
    /** x where positive, else exp(x) - 1. */
    ELU,
    /** 1.0507 times x where positive, 1.7581 (exp(x) - 1) elsewhere: keeps mean 0 and deviation 1 (Klambauer et al. 2017). */
    SELU,
    /** x times the normal distribution function of x. */
    GELU,
    /** x sigmoid(x). */
    SILU,
    /** Hyperbolic tangent. */
    TANH,
    /** 1 / (1 + exp(-x)). */
    SIGMOID,
    /** x tanh(softplus(x)) (Misra 2019). */
    MISH,
    /** ln(1 + exp(x)). */
    SOFTPLUS,
    /** min(max(x, 0), 6), which small networks for phones have. */
    RELU6,
    /** x min(max(x + 3, 0), 6) / 6, a silu of straight lines. */
    HARD_SWISH;

    /** The name in files: "relu". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of each number. */
    Tensor of(Tensor x) {
        return switch (this) {
            case RELU -> Operations.relu(x);
            case LEAKY_RELU -> Operations.leakyRelu(x, 0.01);
            case ELU -> Operations.elu(x);
            case SELU -> Operations.selu(x);
            case GELU -> Operations.gelu(x);
            case SILU -> Operations.silu(x);
            case TANH -> Operations.tanh(x);
            case SIGMOID -> Operations.sigmoid(x);
            case MISH -> Operations.mish(x);
            case SOFTPLUS -> Operations.softplus(x);
            case RELU6 -> Operations.relu6(x);
            case HARD_SWISH -> Operations.hardSwish(x);
        };
    }

    /** The same where the numbers are not needed again, and may be overwritten. */
    Tensor over(Tensor x) {
        return this == RELU ? Operations.reluOver(x) : of(x);
    }

    /** For other tools. */
    Elementwise operation() {
        return switch (this) {
            case RELU -> Elementwise.of(word(), "torch.relu(x)", "Relu");
            case LEAKY_RELU -> Elementwise.of(word(), "F.leaky_relu(x, 0.01)", "LeakyRelu", "alpha", 0.01);
            case ELU -> Elementwise.of(word(), "F.elu(x)", "Elu", "alpha", 1.0);
            case SELU -> Elementwise.of(word(), "torch.selu(x)", "Selu");
            case GELU ->
                Elementwise.of(word(), "F.gelu(x)", (nodes, x) -> {
                    var share = nodes.node("Erf", nodes.node("Mul", x, nodes.number(Math.sqrt(0.5))));
                    return nodes.node(
                            "Mul", nodes.node("Mul", x, nodes.number(0.5)), nodes.node("Add", share, nodes.number(1)));
                });
            case SILU ->
                Elementwise.of(word(), "F.silu(x)", (nodes, x) -> nodes.node("Mul", x, nodes.node("Sigmoid", x)));
            case TANH -> Elementwise.of(word(), "torch.tanh(x)", "Tanh");
            case SIGMOID -> Elementwise.of(word(), "torch.sigmoid(x)", "Sigmoid");
            case MISH ->
                Elementwise.of(
                        word(),
                        "F.mish(x)",
                        (nodes, x) -> nodes.node("Mul", x, nodes.node("Tanh", nodes.node("Softplus", x))));
            case SOFTPLUS -> Elementwise.of(word(), "F.softplus(x)", "Softplus");
            case RELU6 ->
                Elementwise.of(
                        word(),
                        "torch.clamp(x, 0.0, 6.0)",
                        (nodes, x) -> nodes.node("Clip", x, nodes.number(0), nodes.number(6)));
            case HARD_SWISH -> Elementwise.of(word(), "F.hardswish(x)", "HardSwish");
        };
    }
}
