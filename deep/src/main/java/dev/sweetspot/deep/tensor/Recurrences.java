package dev.sweetspot.deep.tensor;

import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Recurrent layers over sequences, N x T x C to N x T x units, from a state of 0 on, as one operation of the engine for
 * all times. Gates lie one behind the other in the first dimension of each weight.
 */
public final class Recurrences {
    private Recurrences() {}

    /**
     * Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000), s the sigmoid:
     * {@code i, f, o = s(W x + R h + b); g = tanh(W x + R h + b); c = f c + i g; h = o tanh(c)}; gates in the order i, f, g,
     * o, each with two biases of which only the sum counts.
     *
     * @param kernel 4 units x C
     * @param recurrent 4 units x units
     * @param inputBias 4 units
     * @param stateBias 4 units
     */
    public static Tensor lstm(Tensor x, Tensor kernel, Tensor recurrent, Tensor inputBias, Tensor stateBias) {
        var start = start(x, recurrent);
        var weights = weights(kernel, recurrent, inputBias, stateBias);
        var result = torch.lstm(x.handle(), new TensorVector(start, start), weights, true, 1, 0, true, false, true);
        return new Tensor(result.get0());
    }

    /**
     * Gated recurrent unit (Cho et al. 2014) with the reset gate behind the product, as PyTorch and the fast libraries have
     * it: {@code r, z = s(W x + b + R h + d); n = tanh(W x + b + r (R h + d)); h = (1 - z) n + z h}; gates in the order r, z,
     * n.
     *
     * @param kernel 3 units x C
     * @param recurrent 3 units x units
     * @param inputBias 3 units
     * @param stateBias 3 units
     */
    public static Tensor gru(Tensor x, Tensor kernel, Tensor recurrent, Tensor inputBias, Tensor stateBias) {
        var weights = weights(kernel, recurrent, inputBias, stateBias);
        var result = torch.gru(x.handle(), start(x, recurrent), weights, true, 1, 0, true, false, true);
        return new Tensor(result.get0());
    }

    private static org.bytedeco.pytorch.Tensor start(Tensor x, Tensor recurrent) {
        return torch.zeros(
                new long[] {1, x.handle().size(0), recurrent.handle().size(1)},
                x.handle().options());
    }

    private static TensorVector weights(Tensor kernel, Tensor recurrent, Tensor inputBias, Tensor stateBias) {
        return new TensorVector(kernel.handle(), recurrent.handle(), inputBias.handle(), stateBias.handle());
    }
}
