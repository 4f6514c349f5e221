package dev.sweetspot.deep.network;

import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Shape;

/**
 * What a training of a network takes, by counting what its layers write. Two factors were measured (the tests' {@code
 * NetworkMemory} measures them again, within 20 %, with the allocator's settings of the launcher): {@link #HELD}, because gradients and copies in other orders live beside
 * what is kept for the way back and freed memory has gaps; and {@link #LARGEST} for the gradients of the largest layer.
 */
final class MemoryEstimate {
    private static final double HELD = 2.1;

    private static final double HELD_IN_16_BITS = 2.0;
    private static final double LARGEST = 2;

    /** Batches that are prepared before they are needed. */
    private static final int BATCHES_AHEAD = 3;

    private long made;
    private long largest;
    private long workspace = 2L << 20;

    private MemoryEstimate() {}

    static long trainingBytes(Network network, int batch, int optimiserSlots, int bytesPerNumber) {
        var estimate = new MemoryEstimate();
        Weights.walk(network, (index, path, layer, in) -> estimate.count(layer, in, bytesPerNumber));
        long weights = network.parameterCount() * Float.BYTES * (2L + optimiserSlots);
        // Products are of copies of the weights where these have another precision.
        long copies = bytesPerNumber < Float.BYTES ? network.parameterCount() * bytesPerNumber * 2L : 0;
        double held = bytesPerNumber < Float.BYTES ? HELD_IN_16_BITS : HELD;
        double perItem = BATCHES_AHEAD * network.input().size() + held * estimate.made + LARGEST * estimate.largest;
        return weights + copies + (long) (perItem * batch * bytesPerNumber) + estimate.workspace;
    }

    /** Everything that the layers write is there at once. */
    static int itemsWithin(Network network, long bytes, int bytesPerNumber, int most) {
        var estimate = new MemoryEstimate();
        Weights.walk(network, (index, path, layer, in) -> estimate.count(layer, in, bytesPerNumber));
        long each = Math.max(1, (estimate.made + network.input().size()) * bytesPerNumber);
        int items = most;
        while (items > 1 && items * each > bytes) {
            items /= 2;
        }
        return items;
    }

    private void count(Layer layer, Shape in, int bytesPerNumber) {
        made += layer.made(in, bytesPerNumber);
        largest = Math.max(largest, layer.after(in).size());
        workspace = Math.max(workspace, layer.workspace(bytesPerNumber));
    }
}
