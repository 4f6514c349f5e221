package dev.sweetspot.studio.api;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.studio.work.Sighting;
import dev.sweetspot.studio.work.Work;
import dev.sweetspot.studio.work.WorkState;
import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Trial;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Trainings and searches, for pages. */
final class WorkForms {
    private WorkForms() {}

    /** What a list shows, small enough to be sent some times a second. */
    static MapForm brief(Work work, Sighting sighting, Optional<Trial> trial) {
        var state = work.state();
        var entries = new LinkedHashMap<String, Form>();
        entries.put("work", Form.of((long) work.number()));
        entries.put("wish", work.wish().toForm());
        entries.put("begun_at", Form.of(work.begunAt().toString()));
        entries.put("state", Form.of(state.word()));
        if (state instanceof WorkState.Failed failed) {
            entries.put("message", Form.of(failed.message()));
        }
        entries.put("sentence", Form.of(sighting.sentence()));
        sighting.study().ifPresent(study -> entries.put("study", Form.of(study)));
        sighting.trial().ifPresent(number -> entries.put("trial", Form.of((long) number)));
        if (state instanceof WorkState.Running) {
            sighting.secondsLeft().ifPresent(left -> entries.put("seconds_left", Form.of(left)));
        }
        var fittings = new LinkedHashMap<String, Form>();
        sighting.fittings()
                .forEach((what, fitting) -> fittings.put(
                        what, map("epochs", Form.of(fitting.epochs()), "planned", Form.of(fitting.planned()))));
        entries.put("fittings", Form.of(fittings));
        trial.map(Trial::curve)
                .filter(curve -> curve.size() > 0)
                .ifPresent(curve -> entries.put("latest", latest(curve)));
        entries.put("glimpses", Form.of((long) sighting.glimpses().size()));
        return Form.of(entries);
    }

    private static MapForm latest(Curve curve) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("epochs", Form.of(curve.reached()));
        entries.put("seconds", Form.of(curve.seconds(curve.size() - 1)));
        curve.names().forEach(name -> entries.put(name, Form.of(curve.last(name).orElse(Double.NaN))));
        return Form.of(entries);
    }

    /** All of one. */
    static MapForm whole(Work work, Sighting sighting, Optional<Trial> trial) {
        var entries = new LinkedHashMap<>(brief(work, sighting, trial).entries());
        entries.put(
                "glimpses",
                map(
                        "epochs", column(sighting, Sighting.Glimpse::fidelity),
                        "training_loss", column(sighting, Sighting.Glimpse::loss)));
        entries.put("curve", curve(trial.map(Trial::curve).orElse(Curve.EMPTY)));
        entries.put("notices", Form.of(sighting.notices().stream().map(Form::of).toList()));
        entries.put("lines", Form.of(work.lastLines().stream().map(Form::of).toList()));
        work.result().ifPresent(result -> entries.put("result", result));
        return Form.of(entries);
    }

    private static Form column(Sighting sighting, ToDoubleFunction<Sighting.Glimpse> of) {
        return Form.of(sighting.glimpses().stream()
                .map(glimpse -> Form.of(of.applyAsDouble(glimpse)))
                .toList());
    }

    private static Form curve(Curve curve) {
        var entries = new LinkedHashMap<String, Form>();
        var epochs = new double[curve.size()];
        Arrays.setAll(epochs, curve::fidelity);
        entries.put("epochs", numbers(epochs));
        curve.names().forEach(name -> entries.put(name, numbers(curve.values(name))));
        return Form.of(entries);
    }

    private static Form numbers(double[] values) {
        return Form.of(Arrays.stream(values).mapToObj(Form::of).toList());
    }

    private static MapForm map(String first, Form one, String second, Form two) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put(first, one);
        entries.put(second, two);
        return Form.of(entries);
    }
}
