package dev.sweetspot.samplers.forest;

import dev.sweetspot.surrogate.density.Ranking;
import java.util.ArrayList;
import java.util.Collections;
import java.util.random.RandomGenerator;

/** Which trials are looked at, when there are too many for the time that a proposal may take. */
final class Attention {
    private static final int MOST = 2_000;

    private Attention() {}

    /** The good trials, and of the others all, or as many as there is time for, drawn at random. */
    static Ranking of(Ranking ranking, RandomGenerator random) {
        int room = Math.max(0, MOST - ranking.good().size());
        if (ranking.others().size() <= room) {
            return ranking;
        }
        var others = new ArrayList<>(ranking.others());
        for (int i = 0; i < room; i++) {
            Collections.swap(others, i, i + random.nextInt(others.size() - i));
        }
        return new Ranking(ranking.good(), others.subList(0, room), ranking.kept(), ranking.fidelity());
    }
}
