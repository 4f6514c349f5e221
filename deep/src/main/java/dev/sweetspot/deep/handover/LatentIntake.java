package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.network.layer.Flow;
import java.util.List;

/**
 * Random vectors, from which images are drawn.
 *
 * @param size how many numbers each has
 */
public record LatentIntake(int size) implements Intake {
    @Override
    public Flow write(Graph graph) {
        return Flow.of(graph.input(new Graph.Input(
                "latents",
                List.of(size),
                false,
                "independent normal random numbers of mean 0 and deviation 1, N x " + size)));
    }
}
