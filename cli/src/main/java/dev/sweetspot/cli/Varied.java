package dev.sweetspot.cli;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.History;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the configurations of a study have not all in common: of forty settings of a network a search changes ten, and the
 * others hide them.
 *
 * @param common what has one value in all trials that have it; nothing in a study of a single trial, which is shown whole
 */
record Varied(Map<String, Object> common) {
    static Varied of(History history) {
        if (history.size() < 2) {
            return new Varied(Map.of());
        }
        var first = new LinkedHashMap<String, Object>();
        history.trials().forEach(trial -> trial.configuration().values().forEach(first::putIfAbsent));
        history.trials().forEach(trial -> first.entrySet().removeIf(entry -> {
            var value = trial.configuration().values().get(entry.getKey());
            return value != null && !value.equals(entry.getValue());
        }));
        return new Varied(first);
    }

    /** "blocks=3, learning_rate=0.002", or "as all others" where nothing varies. */
    String inWords(Configuration configuration) {
        var values = new LinkedHashMap<>(configuration.values());
        values.keySet().removeAll(common.keySet());
        return values.isEmpty() ? "as all others" : Configuration.of(values).toString();
    }

    /** "The same in all trials that have it: dropout=0.2, epsilon=1e-8". */
    Optional<String> commonInWords() {
        return common.isEmpty()
                ? Optional.empty()
                : Optional.of("The same in all trials that have it: " + Configuration.of(common));
    }
}
