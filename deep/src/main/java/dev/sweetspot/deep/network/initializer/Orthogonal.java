package dev.sweetspot.deep.network.initializer;

import dev.sweetspot.deep.network.layer.Weight;
import dev.sweetspot.deep.tensor.LinearAlgebra;
import java.util.random.RandomGenerator;

/**
 * A random rotation: rows at right angles of length 1, or columns where there are more rows (Saxe et al. 2014), by the QR
 * decomposition of normal draws with the signs of R's diagonal (Mezzadri 2007). Each gate is one of its own.
 */
public record Orthogonal() implements Initializer {
    @Override
    public String name() {
        return "orthogonal";
    }

    @Override
    public String help() {
        return "A random rotation, which neither stretches nor shrinks what comes in; good for recurrent and very deep "
                + "networks.";
    }

    @Override
    public float[] draw(Weight kernel, boolean last, RandomGenerator random) {
        int gates = kernel.fans().gates();
        int rows = kernel.shape().get(0) / gates;
        int columns = Math.toIntExact(kernel.size() / kernel.shape().get(0));
        var values = new float[Math.toIntExact(kernel.size())];
        for (int gate = 0; gate < gates; gate++) {
            var rotation = LinearAlgebra.orthogonal(rows, columns, random);
            System.arraycopy(rotation, 0, values, gate * rotation.length, rotation.length);
        }
        return values;
    }
}
