package dev.sweetspot.insight.health;

import dev.sweetspot.insight.Studied;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The checks that are installed. */
public final class HealthChecks {
    private HealthChecks() {}

    /** All of them, in the order of their names. */
    public static List<HealthCheck> installed() {
        return ServiceLoader.load(HealthCheck.class, HealthChecks.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(HealthCheck::name))
                .toList();
    }

    /** What all of them find, the worst first; empty for a healthy study. */
    public static List<Finding> findings(Studied studied) {
        return installed().stream()
                .flatMap(check -> check.look(studied).stream())
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }
}
