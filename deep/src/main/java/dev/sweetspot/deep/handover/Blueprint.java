package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A trained model, ready to be written for other tools: from raw values to an answer.
 *
 * @param state the network's weights and statistics
 * @param intake what goes in
 * @param answer what comes out
 * @param lesson how it was trained, where that is known
 */
public record Blueprint(Network network, Module.State state, Intake intake, Answer answer, Optional<Lesson> lesson) {
    /** Without saying how it was trained. */
    public Blueprint(Network network, Module.State state, Intake intake, Answer answer) {
        this(network, state, intake, answer, Optional.empty());
    }

    /**
     * All of it.
     *
     * @throws dev.sweetspot.form.InvalidInputException where a layer cannot be handed over
     */
    public Graph graph() {
        var graph = new Graph();
        var outputs = NetworkGraph.write(graph, network, state, intake.write(graph));
        graph.output(new Graph.Output(answer.name(), answer.write(graph, outputs.values()), answer.shape()));
        return graph;
    }

    /** All but the last steps: what is trained. */
    Graph body() {
        var graph = new Graph();
        var outputs = NetworkGraph.write(graph, network, state, intake.write(graph));
        graph.output(new Graph.Output("outputs", outputs.values(), answer.shape()));
        return graph;
    }

    /** What files say beside the model. */
    Map<String, String> notes() {
        var notes = new LinkedHashMap<>(intake.notes());
        notes.putAll(answer.notes());
        return notes;
    }
}
