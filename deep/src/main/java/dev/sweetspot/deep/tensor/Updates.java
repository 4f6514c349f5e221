package dev.sweetspot.deep.tensor;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;

/** The arithmetic of optimisers, in 32 bits, element by element; gradients are not recorded. */
public final class Updates {
    private static final int STEPS = 5;
    /** So that the numbers of a large layer are not all held a second and a third time. */
    private static final long DRAWN_AT_ONCE = 1 << 16;

    /** How many times as wide as high a matrix must be for its small square to be the quicker way. */
    private static final int WIDE = 2;

    private Updates() {}

    /** x = share * x + (1 - share) * other. */
    public static void average(Tensor x, Tensor other, double share) {
        x.scale(share);
        x.add(other, 1 - share);
    }

    /** x = share * x + (1 - share) * other^2. */
    public static void averageSquares(Tensor x, Tensor other, double share) {
        x.scale(share);
        x.addProduct(other, other, 1 - share);
    }

    /** A new tensor: share * x + (1 - share) * other. */
    public static Tensor averaged(Tensor x, Tensor other, double share) {
        try (var factor = new Scalar(1 - share)) {
            return new Tensor(torch.lerp(x.handle(), other.handle(), factor));
        }
    }

    /** A new tensor: sqrt(x / divisor + inside) + outside. */
    public static Tensor root(Tensor x, double divisor, double inside, double outside) {
        try (var quotient = new Scalar(1 / divisor);
                var first = new Scalar(inside);
                var second = new Scalar(outside)) {
            var result = x.handle().mul(quotient);
            if (inside != 0) {
                result.add_(first);
            }
            result.sqrt_();
            if (outside != 0) {
                result.add_(second);
            }
            return new Tensor(result);
        }
    }

    /** A new tensor: a * b / c. */
    public static Tensor productQuotient(Tensor a, Tensor b, Tensor c) {
        return new Tensor(a.handle().mul(b.handle()).div_(c.handle()));
    }

    /** x = the larger one of x and |other| + offset. */
    public static void raise(Tensor x, Tensor other, double offset) {
        try (var shift = new Scalar(offset)) {
            torch.maximum_out(x.handle(), x.handle(), other.handle().abs().add_(shift));
        }
    }

    /** x = x + factor * sign(other). */
    public static void addSign(Tensor x, Tensor other, double factor) {
        x.add(new Tensor(other.handle().sign()), factor);
    }

    /**
     * x = x + a normal draw of mean 0 for each number, in the order of memory.
     *
     * @param x one-dimensional, in 32 bits
     */
    public static void addNoise(Tensor x, double deviation, Draws draws) {
        var noise = Tensor.zeros(x.device(), ElementType.FLOAT32, Math.min(x.size(), DRAWN_AT_ONCE));
        for (long start = 0; start < x.size(); start += DRAWN_AT_ONCE) {
            var part = x.slice(start, Math.min(DRAWN_AT_ONCE, x.size() - start));
            var drawn = noise.slice(0, part.size());
            draws.fillNormal(drawn.handle(), deviation);
            part.add(drawn, 1);
        }
    }

    /** The Euclidean length of all numbers together. */
    public static double length(Tensor x) {
        return x.handle().norm().item_double();
    }

    /**
     * A new matrix with the directions of another one, each as long as the others, roughly: all its singular values are
     * brought near 1 by five steps of a Newton-Schulz iteration (Jordan et al. 2024, with its coefficients), in 32 bits.
     *
     * @param matrix rows x columns
     */
    public static Tensor orthogonalized(Tensor matrix) {
        var x = matrix.handle();
        boolean tall = x.size(0) > x.size(1);
        try (var a = new Scalar(3.4445);
                var b = new Scalar(-4.775);
                var c = new Scalar(2.0315);
                var least = new Scalar(1e-7)) {
            var y = tall ? x.t() : x;
            y = y.div(x.norm().clamp_min(least));
            if (y.size(1) >= WIDE * y.size(0)) {
                var turned = polynomial(y.mm(y.t()), a, b, c).mm(y);
                return new Tensor(tall ? turned.t() : turned);
            }
            for (int i = 0; i < STEPS; i++) {
                var gram = y.mm(y.t());
                var mixed = torch.addmm(gram, gram, gram, b, c);
                y = torch.addmm(y, mixed, y, a, new Scalar(1));
            }
            return new Tensor(tall ? y.t() : y);
        }
    }

    /**
     * What all steps together multiply the matrix with: each is {@code y = p y} with p a polynomial of {@code g = y y'}, and
     * then {@code g = p g p}. So a wide matrix is touched twice only: half the time where it is four times as wide as high.
     */
    private static org.bytedeco.pytorch.Tensor polynomial(
            org.bytedeco.pytorch.Tensor start, Scalar a, Scalar b, Scalar c) {
        var gram = start;
        var step = factor(gram, a, b, c);
        var whole = step;
        for (int i = 1; i < STEPS; i++) {
            gram = step.mm(gram).mm(step);
            step = factor(gram, a, b, c);
            whole = step.mm(whole);
        }
        return whole;
    }

    private static org.bytedeco.pytorch.Tensor factor(org.bytedeco.pytorch.Tensor gram, Scalar a, Scalar b, Scalar c) {
        var factor = torch.addmm(gram, gram, gram, b, c);
        factor.diagonal().add_(a);
        return factor;
    }
}
