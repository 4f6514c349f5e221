package dev.sweetspot.deep.graph;

import java.util.List;

/**
 * The means of an image over tiles that cover it evenly; tiles overlap where they do not divide it. ONNX has no such
 * operation: there it is a product with two matrices, since the image's size is known.
 *
 * @param size tiles in each direction
 * @param height of the image
 * @param width of the image
 */
public record EvenTiles(int size, int height, int width) implements Operation {
    @Override
    public String word() {
        return "pool";
    }

    @Override
    public String torch(List<String> in) {
        return "F.adaptive_avg_pool2d(%s, [%d, %d])".formatted(in.get(0), size, size);
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        var down = nodes.node("Reshape", nodes.real(tiles(height, true)), nodes.whole(size, height));
        var across = nodes.node("Reshape", nodes.real(tiles(width, false)), nodes.whole(width, size));
        return nodes.node("MatMul", down, nodes.node("MatMul", in.get(0), across));
    }

    /** What each place counts in each tile: a row a tile, or a column. */
    private float[] tiles(int length, boolean rows) {
        var shares = new float[size * length];
        for (int tile = 0; tile < size; tile++) {
            int from = tile * length / size;
            int to = ((tile + 1) * length + size - 1) / size;
            for (int i = from; i < to; i++) {
                shares[rows ? tile * length + i : i * size + tile] = 1f / (to - from);
            }
        }
        return shares;
    }
}
