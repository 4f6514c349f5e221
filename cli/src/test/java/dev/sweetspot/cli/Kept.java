package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.store.jdbc.SqliteStore;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.History;
import dev.sweetspot.workload.Workload;
import dev.sweetspot.workload.Workloads;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a store remembers of a study. */
final class Kept {
    private Kept() {}

    static History history(Path store, String study) {
        try (var opened = SqliteStore.open(store)) {
            return Study.open(opened, study, Clock.systemUTC(), TuneSession.LEASE)
                    .history();
        }
    }

    /** What a study of {@code tune} says to its workers. */
    static Form.MapForm errand(Workload workload) {
        return Form.of(Map.of("command", Form.of("tune"), "workload", Workloads.toForm(workload)));
    }

    /** One report, without the time it took. */
    record Report(double epoch, Map<String, Double> values) {}

    static List<Report> reports(Curve curve) {
        var reports = new ArrayList<Report>();
        for (int i = 0; i < curve.size(); i++) {
            reports.add(new Report(curve.fidelity(i), Map.copyOf(curve.at(i).values())));
        }
        return reports;
    }
}
