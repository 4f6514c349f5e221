package dev.sweetspot.house;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The plan of the house: which package belongs to which room, and which rooms lie below it. */
final class Rooms {
    static final String PREFIX = "dev.sweetspot.";

    /** The packages of the core by floor; a package sees those on lower floors only, never one beside it. */
    static final Map<String, Integer> FLOORS = Map.ofEntries(
            entry("form", 1),
            entry("space", 2),
            entry("trial", 3),
            entry("sampler", 4),
            entry("scheduler", 4),
            entry("store", 4),
            entry("workload", 4),
            entry("executor", 4),
            entry("choice", 5),
            entry("isolation", 5),
            entry("study", 6));

    private static final Set<String> SEARCH = Set.of("core", "math", "surrogate");

    /** What each room may import of ours beside itself; the command line sees everything and is seen by nobody. */
    static final Map<String, Set<String>> BELOW = Map.ofEntries(
            entry("core", Set.of()),
            entry("math", Set.of()),
            entry("yaml", Set.of("core")),
            entry("surrogate", Set.of("core", "math")),
            entry("samplers", SEARCH),
            entry("schedulers", SEARCH),
            entry("store-jdbc", Set.of("core")),
            entry("data", Set.of("core")),
            entry("deep", Set.of("core", "data")),
            entry("classic", Set.of("core", "data")),
            entry("embedding", Set.of("core", "data", "math")),
            entry("command", Set.of("core")),
            entry("trackers", Set.of("core")),
            entry("job", Set.of("core", "data")),
            entry("cluster", Set.of("core")),
            entry("insight", Set.of("core", "data", "math", "surrogate")),
            entry("server", Set.of("core", "job", "insight")),
            entry("studio", Set.of("core", "job", "insight", "server", "data", "deep")),
            entry("testkit", Set.of("core")));

    private static final List<String> ABOVE_ALL = List.of("cli");

    private Rooms() {}

    /** The room of a class of ours; empty for a class of somebody else and for one outside every known room. */
    static Optional<String> roomOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String first = name.substring(PREFIX.length()).split("\\.", 2)[0];
        if ((name + ".").startsWith(PREFIX + "store.jdbc.")) {
            return Optional.of("store-jdbc");
        }
        if (FLOORS.containsKey(first)) {
            return Optional.of("core");
        }
        return BELOW.containsKey(first) || ABOVE_ALL.contains(first) ? Optional.of(first) : Optional.empty();
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(PREFIX);
    }

    static boolean mayImport(String room, String other) {
        return room.equals(other)
                || ABOVE_ALL.contains(room)
                || BELOW.getOrDefault(room, Set.of()).contains(other);
    }

    /** The package of the core in which a class lies: its part of the name behind {@link #PREFIX}. */
    static Optional<String> corePackageOf(JavaClass type) {
        return roomOf(type)
                .filter("core"::equals)
                .map(core -> type.getPackageName().substring(PREFIX.length()).split("\\.", 2)[0]);
    }
}
