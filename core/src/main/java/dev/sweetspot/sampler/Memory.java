package dev.sweetspot.sampler;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds what was computed from a study's history so that it need not be computed again. What lies in it must follow from
 * the history alone: a sampler that finds nothing computes the same, bit for bit. So losing it costs time and nothing
 * else. Safe for several threads.
 *
 * <p>One of a study at least; those of different studies must not be mixed.
 */
public final class Memory {
    private final Map<Object, Object> kept = new ConcurrentHashMap<>();

    /** What was last kept under a key, if it is of that type. */
    public <T> Optional<T> recall(Object key, Class<T> type) {
        var value = kept.get(key);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    /** Keeps a value under a key, in the place of what was there. */
    public void keep(Object key, Object value) {
        kept.put(key, value);
    }
}
