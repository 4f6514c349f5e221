package dev.sweetspot.deep.graph;

import java.util.List;

/**
 * A function of PyTorch that an operation calls.
 *
 * @param name "cut"
 * @param parameters "x, lengths"
 * @param body its lines
 */
public record Helper(String name, String parameters, List<String> body) {
    /** Keeps a copy. */
    public Helper {
        body = List.copyOf(body);
    }
}
