package dev.sweetspot.trackers.table;

/**
 * A column of a table. Every cell of it has its kind or is empty.
 *
 * @param name unique in its table
 * @param kind what its cells are
 */
public record Column(String name, Kind kind) {
    /** What a cell can be. */
    public enum Kind {
        /** A {@link String}. */
        TEXT(String.class),
        /** A {@link Long}. */
        WHOLE(Long.class),
        /** A {@link Double}, NaN and infinities among them. */
        REAL(Double.class),
        /** A {@link Boolean}. */
        TRUTH(Boolean.class),
        /** An {@link java.time.Instant}, kept to the microsecond. */
        TIME(java.time.Instant.class);

        private final Class<?> type;

        Kind(Class<?> type) {
            this.type = type;
        }

        /** Whether a value can stand in a cell of this kind. */
        boolean holds(Object value) {
            return type.isInstance(value);
        }
    }
}
