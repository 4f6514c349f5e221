package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.StandardizeEach;
import dev.sweetspot.deep.network.layer.Flow;
import dev.sweetspot.deep.network.layer.Shape;
import java.util.List;

/**
 * Images with their raw samples, each brought to mean 0 and standard deviation 1 by itself.
 *
 * @param shape of one image
 * @param highest the highest value that a sample may have: 255 or 65535
 */
public record EachImageIntake(Shape.Image shape, int highest) implements Intake {
    @Override
    public Flow write(Graph graph) {
        var image = graph.input(ImageIntake.input(shape, highest));
        return Flow.of(graph.apply("input", new StandardizeEach(shape.size()), List.of(image)));
    }
}
