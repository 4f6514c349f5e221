package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.Value;
import java.util.List;
import java.util.Map;

/** How what a network gives becomes an answer. */
public interface Answer {
    /** What it is called outside: "probabilities". */
    String name();

    /** Its shape for one item. */
    List<Integer> shape();

    /** Adds the last steps. */
    Value write(Graph graph, Value outputs);

    /** The last steps as an expression of PyTorch. */
    String torch(String outputs);

    /** What a user has to know to read it, by name. */
    Map<String, String> notes();
}
