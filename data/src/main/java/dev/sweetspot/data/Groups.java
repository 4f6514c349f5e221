package dev.sweetspot.data;

import java.util.List;

/** Items that belong together, as pictures of one patient do: all of a group go into the same part. Immutable. */
public final class Groups {
    private final String name;
    private final List<String> names;
    private final int[] of;

    /**
     * @param name what the groups are: the column's name
     * @param names of the groups
     * @param of of each item, an index into the names
     */
    public Groups(String name, List<String> names, int[] of) {
        this.name = name;
        this.names = List.copyOf(names);
        this.of = of.clone();
    }

    /** What the groups are. */
    public String name() {
        return name;
    }

    /** How many there are. */
    public int count() {
        return names.size();
    }

    /** The group of item {@code i}. */
    public int of(int i) {
        return of[i];
    }

    /** What a group is called. */
    public String nameOf(int group) {
        return names.get(group);
    }
}
