package dev.sweetspot.insight.importance;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.History;
import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Landscapes that were computed already. Sentences, checks and several pictures ask for the same one, and it takes a second. It
 * follows from the study alone, so that nobody can see whether it was known; it is forgotten with the version of the study, or
 * when memory is scarce.
 */
final class KnownLandscapes {
    private static final Map<History, SoftReference<Map<Asked, Landscape>>> KNOWN =
            Collections.synchronizedMap(new WeakHashMap<>());

    private record Asked(StudySpec spec, SearchSpace space, Aspect aspect, FunctionalAnova growth) {}

    private KnownLandscapes() {}

    static Landscape of(Studied studied, Aspect aspect, FunctionalAnova growth, Supplier<Landscape> computed) {
        var asked = new Asked(studied.spec(), studied.space(), aspect, growth);
        var known = Optional.ofNullable(KNOWN.get(studied.history()))
                .map(SoftReference::get)
                .orElseGet(() -> {
                    Map<Asked, Landscape> fresh = new ConcurrentHashMap<>();
                    KNOWN.put(studied.history(), new SoftReference<>(fresh));
                    return fresh;
                });
        return known.computeIfAbsent(asked, nobody -> computed.get());
    }
}
