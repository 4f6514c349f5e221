package dev.sweetspot.insight.health;

import dev.sweetspot.insight.Studied;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Nearly all trials give the same value: the objective does not see what is changed. */
public final class Standstill implements HealthCheck {
    private static final int FEWEST = 10;
    private static final double NEARLY_ALL = 0.9;

    /** For the service loader. */
    public Standstill() {}

    @Override
    public String name() {
        return "standstill";
    }

    @Override
    public String question() {
        return "Does the objective move at all?";
    }

    @Override
    public List<Finding> look(Studied studied) {
        var findings = new ArrayList<Finding>();
        for (var objective : studied.spec().objectives()) {
            var counts = new HashMap<Double, Integer>();
            studied.history().completed().forEach(trial -> trial.value(objective.name())
                    .ifPresent(value -> counts.merge(value, 1, Integer::sum)));
            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            counts.entrySet().stream()
                    .filter(entry -> all >= FEWEST && entry.getValue() >= NEARLY_ALL * all)
                    .forEach(entry -> findings.add(new Finding(
                            name(),
                            Finding.Severity.PROBLEM,
                            String.format(
                                    Locale.ROOT,
                                    "%s is %.4g in %d of %d trials, whatever is chosen.",
                                    objective.name(),
                                    entry.getKey(),
                                    entry.getValue(),
                                    all),
                            "See whether the values reach the program, and whether it reports the right number.",
                            List.of())));
        }
        return findings;
    }
}
