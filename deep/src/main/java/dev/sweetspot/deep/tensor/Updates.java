package dev.sweetspot.deep.tensor;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;

/** The arithmetic of optimisers, in 32 bits, element by element; gradients are not recorded. */
public final class Updates {
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
            for (int i = 0; i < 5; i++) {
                var gram = y.mm(y.t());
                var mixed = torch.addmm(gram, gram, gram, b, c);
                y = torch.addmm(y, mixed, y, a, new Scalar(1));
            }
            return new Tensor(tall ? y.t() : y);
        }
    }
}
