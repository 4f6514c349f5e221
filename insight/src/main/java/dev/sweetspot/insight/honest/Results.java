package dev.sweetspot.insight.honest;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of one objective by configuration: of all trials that ran to their end and gave one.
 *
 * @param objective of which
 * @param byConfiguration the trials of each configuration, in the order of their numbers; what began from the checkpoint of
 *     another stands for itself
 */
record Results(Objective objective, List<List<Trial>> byConfiguration) {
    static Results of(Studied studied, Objective objective) {
        Map<Object, List<Trial>> trials = new LinkedHashMap<>();
        studied.history().trials().stream()
                .filter(trial -> trial.completed()
                        && Double.isFinite(trial.value(objective.name()).orElse(Double.NaN)))
                .forEach(trial -> trials.computeIfAbsent(key(trial), unused -> new ArrayList<>())
                        .add(trial));
        return new Results(objective, List.copyOf(trials.values()));
    }

    private static Object key(Trial trial) {
        return trial.start() instanceof Start.FromCheckpoint ? trial.number() : trial.configuration();
    }

    /** How many trials there are in all. */
    int size() {
        return byConfiguration.stream().mapToInt(List::size).sum();
    }

    double loss(Trial trial) {
        return objective.loss(trial.value(objective.name()).orElseThrow());
    }

    double meanLoss(List<Trial> runs) {
        return runs.stream().mapToDouble(this::loss).average().orElseThrow();
    }

    /** The place of the configuration that a trial tried; below 0 where it gave no value. */
    int placeOf(Trial trial) {
        for (int i = 0; i < byConfiguration.size(); i++) {
            if (byConfiguration.get(i).contains(trial)) {
                return i;
            }
        }
        return -1;
    }

    /** The place of a configuration; below 0 where it gave no value. */
    int placeOf(Configuration configuration) {
        for (int i = 0; i < byConfiguration.size(); i++) {
            if (byConfiguration.get(i).get(0).configuration().equals(configuration)) {
                return i;
            }
        }
        return -1;
    }

    /** How many results tell of luck: runs beyond the first of each configuration. */
    int repeats() {
        return size() - byConfiguration.size();
    }

    /** The variance of a result under another seed, from repeats alone; NaN without one. */
    double varianceOfRepeats() {
        double squares = 0;
        for (int place = 0; place < byConfiguration.size(); place++) {
            squares += squares(place);
        }
        return repeats() == 0 ? Double.NaN : squares / repeats();
    }

    /** The sum of squares of the losses of a configuration about their mean. */
    double squares(int place) {
        var runs = byConfiguration.get(place);
        double mean = meanLoss(runs);
        double squares = 0;
        for (var trial : runs) {
            squares += (loss(trial) - mean) * (loss(trial) - mean);
        }
        return squares;
    }
}
