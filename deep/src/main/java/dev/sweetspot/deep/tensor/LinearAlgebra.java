package dev.sweetspot.deep.tensor;

import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.global.torch;

/** What networks need of linear algebra beside the arithmetic of layers. */
public final class LinearAlgebra {
    private LinearAlgebra() {}

    /**
     * A random matrix whose rows are at right angles and have length 1, or its columns where it has more rows than columns;
     * every such matrix is as likely as every other.
     *
     * @return row by row
     */
    public static float[] orthogonal(int rows, int columns, RandomGenerator random) {
        int tall = Math.max(rows, columns);
        int narrow = Math.min(rows, columns);
        var draws = new float[tall * narrow];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = (float) random.nextGaussian();
        }
        try (var scope = Scope.open();
                var off = Gradients.off()) {
            assert scope != null && off != null;
            var both = torch.linalg_qr(Tensor.of(draws, tall, narrow).handle());
            // With a positive diagonal of R the decomposition is the only one, and so Q is drawn evenly (Mezzadri
            // 2007).
            var turned = both.get0().mul(both.get1().diagonal().sign());
            return new Tensor((rows >= columns ? turned : turned.transpose(0, 1)).contiguous()).floats();
        }
    }
}
