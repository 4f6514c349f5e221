package dev.sweetspot.deep.network;

import java.util.Locale;

/** What is done to each number between layers. */
public enum ActivationFunction {
    /** max(x, 0). */
    RELU,
    /** x where positive, else 0.01 x. */
    LEAKY_RELU,
    /** x where positive, else exp(x) - 1. */
    ELU,
    /** x times the normal distribution function of x. */
    GELU,
    /** x sigmoid(x). */
    SILU,
    /** Hyperbolic tangent. */
    TANH;

    /** The name in files: "relu". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
