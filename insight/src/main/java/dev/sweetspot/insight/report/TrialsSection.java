package dev.sweetspot.insight.report;

import dev.sweetspot.insight.report.Report.Section;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The front, or the best trials. */
final class TrialsSection {
    private static final int MOST = 20;
    private static final int MOST_OF_A_FRONT = 100;

    private TrialsSection() {}

    /** Empty where no trial has a value. */
    static Optional<Section> of(Told told) {
        var studied = told.studied();
        boolean front = Results.seeksFront(studied);
        var trials = front
                ? studied.history().front(studied.problem()).stream()
                        .limit(MOST_OF_A_FRONT)
                        .toList()
                : best(told);
        if (trials.isEmpty()) {
            return Optional.empty();
        }
        var columns = varied(studied.history());
        var measured = Results.measured(studied.problem()).stream()
                .filter(name ->
                        trials.stream().anyMatch(trial -> trial.value(name).isPresent()))
                .toList();
        var head = Stream.of(Stream.of("trial", "state"), measured.stream(), Stream.of("work"), columns.stream())
                .flatMap(names -> names)
                .toList();
        var rows = trials.stream().map(trial -> row(trial, measured, columns)).toList();
        var words = front
                ? "By " + measured.get(0)
                        + ", the best first; parameters that have one value in all trials are left out."
                : "The " + trials.size() + " best of "
                        + Figures.count(studied.history().size(), "trial")
                        + "; those that did not run to their end stand below those that did. Parameters that have one value in"
                        + " all trials are left out.";
        return Optional.of(new Section(
                "trials",
                front ? "The front" : "The best trials",
                List.of(Block.Words.of(words), new Block.Grid("", head, rows, false))));
    }

    private static List<Trial> best(Told told) {
        var objective = told.studied().spec().objectives().get(0);
        Comparator<Trial> byValue = Comparator.comparingDouble(
                trial -> objective.loss(trial.value(objective.name()).orElseThrow()));
        return told.studied().history().trials().stream()
                .filter(trial -> Double.isFinite(trial.value(objective.name()).orElse(Double.NaN)))
                .sorted(Comparator.comparing(Trial::completed).reversed().thenComparing(byValue))
                .limit(MOST)
                .toList();
    }

    private static List<String> row(Trial trial, List<String> measured, List<String> columns) {
        var row = new ArrayList<>(List.of(String.valueOf(trial.number()), Results.state(trial)));
        measured.forEach(name -> row.add(Results.value(trial, name)));
        row.add(Figures.time(trial.seconds()));
        columns.forEach(name ->
                row.add(Optional.ofNullable(trial.configuration().values().get(name))
                        .map(Figures::of)
                        .orElse("")));
        return row;
    }

    /** The parameters that have more than one value. */
    private static List<String> varied(History history) {
        var first = new LinkedHashMap<String, Object>();
        var varied = new LinkedHashMap<String, Boolean>();
        for (var trial : history.trials()) {
            trial.configuration().values().forEach((name, value) -> {
                first.putIfAbsent(name, value);
                varied.merge(name, !Objects.equals(first.get(name), value), Boolean::logicalOr);
            });
        }
        return varied.entrySet().stream()
                .filter(entry -> entry.getValue())
                .map(entry -> entry.getKey())
                .toList();
    }
}
