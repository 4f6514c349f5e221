package dev.sweetspot.space;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts the configurations of a finite space before relations of several parameters. */
final class Count {
    private final Walk walk;
    private final Set<String> parents = new HashSet<>();
    private final Map<String, BigInteger> known = new HashMap<>();

    private Count(Walk walk, SearchSpace space) {
        this.walk = walk;
        space.dimensions().forEach(dimension -> dimension.conditions().forEach(c -> parents.add(c.parent())));
    }

    static Optional<BigInteger> of(Walk walk, SearchSpace space) {
        for (int i = 0; i < walk.size(); i++) {
            if (walk.open(i).size().isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Count(walk, space).from(0, new HashMap<>()));
    }

    /** Only the values of parents decide what comes later, so that branches with the same ones are counted once. */
    private BigInteger from(int index, Map<String, Object> parentValues) {
        if (index == walk.size()) {
            return BigInteger.ONE;
        }
        var key = index + parentValues.toString();
        var old = known.get(key);
        if (old != null) {
            return old;
        }
        BigInteger count;
        if (!walk.active(index, parentValues)) {
            count = from(index + 1, parentValues);
        } else if (!parents.contains(walk.name(index))) {
            count = from(index + 1, parentValues)
                    .multiply(BigInteger.valueOf(walk.open(index).size().orElseThrow()));
        } else {
            count = BigInteger.ZERO;
            for (long k = 0; k < walk.open(index).size().orElseThrow(); k++) {
                var with = new HashMap<>(parentValues);
                with.put(walk.name(index), walk.open(index).at(k));
                count = count.add(from(index + 1, with));
            }
        }
        known.put(key, count);
        return count;
    }
}
