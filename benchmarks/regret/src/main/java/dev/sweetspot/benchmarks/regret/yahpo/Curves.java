package dev.sweetspot.benchmarks.regret.yahpo;

import dev.sweetspot.space.Configuration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whole trainings, computed at the first epoch that is asked for. Safe for several threads. */
final class Curves {
    private static final int KEPT = 256;

    private final Surrogate surrogate;
    private final String instance;
    private final String fidelity;
    private final int most;
    private final Map<Configuration, List<Map<String, Double>>> kept = new LinkedHashMap<>();

    /**
     * @param fidelity the parameter that counts epochs
     * @param most epochs of a full training
     */
    Curves(Surrogate surrogate, String instance, String fidelity, int most) {
        this.surrogate = surrogate;
        this.instance = instance;
        this.fidelity = fidelity;
        this.most = most;
    }

    /** By target, at an epoch from 1 to the most. */
    Map<String, Double> at(Configuration configuration, int epoch) {
        synchronized (kept) {
            var known = kept.get(configuration);
            if (known != null) {
                return known.get(epoch - 1);
            }
        }
        var parts = new ArrayList<Map<String, Double>>();
        for (int each = 1; each <= most; each++) {
            parts.add(Map.of(fidelity, (double) each));
        }
        var curve = surrogate.evaluate(configuration, instance, parts);
        synchronized (kept) {
            if (kept.size() >= KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            kept.put(configuration, curve);
        }
        return curve.get(epoch - 1);
    }
}
