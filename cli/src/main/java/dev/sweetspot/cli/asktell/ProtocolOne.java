package dev.sweetspot.cli.asktell;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.asktell.OpenTrials;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Version 1, which benchmarks of optimisers speak: everything is minimised, values come in a list, nothing is kept. The
 * budget is a hint: the search plans with it and goes on beyond it. Everything that is answered follows from the start
 * and from what is told: no clock is looked at.
 */
final class ProtocolOne implements Protocol {
    private final OpenTrials trials;
    private final boolean parts;

    private ProtocolOne(OpenTrials trials, boolean parts) {
        this.trials = trials;
        this.parts = parts;
    }

    static ProtocolOne start(Fields request, StudySpec.Search search, InstantSource clock) {
        int objectives = request.find("objectives").isPresent() ? request.integer("objectives") : 1;
        if (objectives < 1) {
            throw Fields.wrong(request.require("objectives"), "objectives", objectives, "must be at least 1", "1?");
        }
        boolean parts = request.find("epochs").isPresent();
        var spec = new StudySpec(
                "ask-tell",
                request.findWhole("seed").orElse(0L),
                SpaceOne.fromForm(request.list("space")),
                IntStream.rangeClosed(1, objectives)
                        .mapToObj(place -> Objective.minimize(objectives == 1 ? "value" : "value_" + place))
                        .toList(),
                parts ? Fidelity.epochs(atLeastOne(request, "epochs")) : Fidelity.WHOLE,
                budget(request, parts),
                search,
                List.of(),
                Form.of(Map.of()));
        spec.space().requireFeasible();
        var study = Study.create(new InMemoryStore(), spec, clock, Duration.ofMinutes(1));
        return new ProtocolOne(new OpenTrials(study, "ask-tell"), parts);
    }

    private static Budget budget(Fields request, boolean parts) {
        if (request.find("trials").isEmpty()) {
            return new Budget.AnyOf(List.of());
        }
        int most = atLeastOne(request, "trials");
        return new Budget.Planned(
                parts ? new Budget.FidelityUnits((double) most * request.integer("epochs")) : new Budget.Trials(most));
    }

    private static int atLeastOne(Fields request, String key) {
        int value = request.integer(key);
        if (value < 1) {
            throw Fields.wrong(request.require(key), key, value, "must be at least 1", "100?");
        }
        return value;
    }

    @Override
    public MapForm answer(String op, Fields request) {
        return switch (op) {
            case "ask" -> ask();
            case "report" -> report(request);
            case "tell" -> tell(request);
            default -> throw Fields.wrong(request.require("op"), "op", op, "is not known", "ask, report, tell or end?");
        };
    }

    private MapForm ask() {
        var answer = trials.ask(Duration.ZERO, 1);
        if (answer instanceof Ask.Finished) {
            return Form.of(Map.of("stopped", Form.of(true)));
        }
        if (!(answer instanceof Ask.Run run)) {
            throw new InvalidInputException(
                    "op", "ask", "nothing can be decided before an open trial is told", "tell one first?");
        }
        var entries = new LinkedHashMap<String, Form>();
        entries.put("id", Form.of(run.trial().number()));
        entries.put("params", SpaceForms.toForm(run.trial().trial().configuration()));
        if (parts) {
            entries.put("budget", Form.of(run.trial().target()));
        }
        return Form.of(entries);
    }

    private MapForm report(Fields request) {
        var trial = trials.find(request.integer("id"));
        var values = Measurements.of("value", request.number("value"));
        boolean stop = trial.isEmpty() || trial.get().advance(request.number("epoch"), values, 0);
        return Form.of(Map.of("stop", Form.of(stop)));
    }

    /** A trial that has been left, or told before, is told once more without harm. */
    private MapForm tell(Fields request) {
        int number = request.integer("id");
        var trial = trials.find(number).filter(ActiveTrial::open);
        var values = values(request);
        var state = request.findText("state").orElse("complete");
        switch (state) {
            case "complete" -> trial.ifPresent(open -> open.complete(values, 0));
            case "pruned" ->
                trial.ifPresent(open -> open.finish(new Outcome.StoppedEarly(values, "stopped by the program"), 0));
            default ->
                throw Fields.wrong(request.require("state"), "state", state, "is not known", "complete or pruned?");
        }
        trials.close(number);
        return Form.of(Map.of("ok", Form.of(true)));
    }

    private Measurements values(Fields request) {
        var objectives = trials.spec().objectives();
        var given = request.list("values").items();
        if (given.size() != objectives.size()) {
            throw Fields.wrong(
                    request.require("values"), "values", given.size() + " of them", "must be " + objectives.size(), "");
        }
        var values = new LinkedHashMap<String, Double>();
        for (int i = 0; i < given.size(); i++) {
            // One at a time under a name of its own: that is how a number is read, and complained about.
            var one = Fields.of(Form.of(Map.of("values", given.get(i))));
            values.put(objectives.get(i).name(), one.number("values"));
        }
        return new Measurements(values);
    }
}
