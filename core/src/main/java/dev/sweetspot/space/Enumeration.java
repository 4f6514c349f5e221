package dev.sweetspot.space;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** All feasible configurations of a finite space, depth first; a branch that breaks a relation is not entered. */
final class Enumeration implements Iterator<Configuration> {
    private final Walk walk;
    private final Deque<Node> open = new ArrayDeque<>();
    private long nodesLeft;
    private boolean gaveUp;
    private Optional<Configuration> next;

    private record Node(int index, Map<String, Object> values) {}

    Enumeration(Walk walk) {
        this(walk, Long.MAX_VALUE);
    }

    /** @param mostNodes branches that are looked at before it gives up */
    Enumeration(Walk walk, long mostNodes) {
        for (int i = 0; i < walk.size(); i++) {
            if (walk.open(i).size().isEmpty()) {
                throw new IllegalArgumentException(walk.name(i) + ": has no end of values, so that they cannot be "
                        + "listed. Maybe give it a step?");
            }
        }
        this.walk = walk;
        this.nodesLeft = mostNodes;
        open.push(new Node(0, Map.of()));
        next = advance();
    }

    private Optional<Configuration> advance() {
        while (!open.isEmpty()) {
            if (nodesLeft-- == 0) {
                gaveUp = true;
                return Optional.empty();
            }
            var node = open.pop();
            if (!walk.keepsRelations(node.values())) {
                continue;
            }
            if (node.index() == walk.size()) {
                return Optional.of(Configuration.of(node.values()));
            }
            if (!walk.active(node.index(), node.values())) {
                open.push(new Node(node.index() + 1, node.values()));
                continue;
            }
            var axis = walk.open(node.index());
            // The stack gives back the last first: pushing backwards keeps the order of the values.
            for (long k = axis.size().orElseThrow() - 1; k >= 0; k--) {
                var values = new LinkedHashMap<>(node.values());
                values.put(walk.name(node.index()), axis.at(k));
                open.push(new Node(node.index() + 1, values));
            }
        }
        return Optional.empty();
    }

    /** Whether it ended at its limit, not at the last configuration. */
    boolean gaveUp() {
        return gaveUp;
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public Configuration next() {
        var result = next.orElseThrow(NoSuchElementException::new);
        next = advance();
        return result;
    }
}
