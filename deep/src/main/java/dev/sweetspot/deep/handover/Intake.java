package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.network.layer.Flow;
import java.util.Map;

/** How what a user gives becomes what a network takes. The steps are part of what is handed over: raw values go in. */
public interface Intake {
    /** Adds the inputs and their preparation. */
    Flow write(Graph graph);

    /** What a user has to know to give it, by name. */
    default Map<String, String> notes() {
        return Map.of();
    }
}
