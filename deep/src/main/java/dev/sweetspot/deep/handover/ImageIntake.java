package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.network.layer.Flow;
import dev.sweetspot.deep.network.layer.Shape;
import java.util.List;

/**
 * Images with their raw samples, scaled channel by channel: {@code x factor + shift}.
 *
 * @param shape of one image
 * @param highest the highest value that a sample may have: 255 or 65535
 * @param factors one a channel
 * @param shifts one a channel
 */
public record ImageIntake(Shape.Image shape, int highest, List<Float> factors, List<Float> shifts) implements Intake {
    /** Keeps copies; checks their sizes. */
    public ImageIntake {
        factors = List.copyOf(factors);
        shifts = List.copyOf(shifts);
        if (factors.size() != shape.channels() || shifts.size() != shape.channels()) {
            throw new IllegalArgumentException("one factor and one shift a channel");
        }
    }

    @Override
    public Flow write(Graph graph) {
        var image = graph.input(input(shape, highest));
        return Flow.of(new Scaling(factors, shifts).write(graph, image, 2));
    }

    static Graph.Input input(Shape.Image shape, int highest) {
        return new Graph.Input(
                "image",
                List.of(shape.channels(), shape.height(), shape.width()),
                false,
                "raw samples from 0 to " + highest + " as 32-bit numbers, N x channels x height x width, "
                        + (shape.channels() == 3 ? "channels red, green, blue" : "channels in the order of the file"));
    }
}
