package dev.sweetspot.cli.asktell;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.ChangeForms;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Version 2: objectives, limits and parameters by name and as study files write them, several trials open at once, and
 * studies that are kept. The guide <em>Ask and tell</em> is its description.
 */
final class ProtocolTwo implements Protocol {
    private static final List<String> OPS =
            List.of("ask", "report", "tell", "suggest", "enqueue", "add", "change", "best", "trials");

    private final OpenTrials trials;
    private final int atOnce;
    private final long begin = System.nanoTime();
    /** When each open trial would have begun if it had been run in one go. */
    private final Map<Integer, Long> begun = new HashMap<>();

    /** @param atOnce how many trials the other side means to run at once */
    ProtocolTwo(Study study, String worker, int atOnce) {
        this.trials = new OpenTrials(study, worker);
        this.atOnce = atOnce;
    }

    @Override
    public MapForm answer(String op, Fields request) {
        return switch (op) {
            case "ask" -> {
                known(request);
                yield ask();
            }
            case "report" -> report(known(request, "id", "at", "values", "seconds"));
            case "tell" -> tell(known(request, "id", "state", "values", "seconds", "cause", "message", "reason"));
            case "suggest" -> suggest(known(request, "id", "name", "parameter"));
            case "enqueue" -> enqueue(known(request, "params"));
            case "add" -> add(known(request, "params", "state", "values", "seconds", "cause", "message", "reason"));
            case "change" -> change(known(request, "space"));
            case "best" -> {
                known(request);
                yield TrialAnswers.best(trials.history(), trials.spec().problem());
            }
            case "trials" -> list(known(request, "from"));
            default -> throw Fields.wrong(request.require("op"), "op", op, "is not known", DidYouMean.maybe(op, OPS));
        };
    }

    private static Fields known(Fields request, String... entries) {
        var all = new ArrayList<>(List.of(entries));
        all.add("op");
        return request.onlyKnown(Set.copyOf(all));
    }

    private MapForm ask() {
        var answer = trials.ask(Duration.ofNanos(System.nanoTime() - begin), atOnce);
        if (answer instanceof Ask.Finished finished) {
            return Form.of(Map.of("finished", Form.of(finished.reason())));
        }
        if (!(answer instanceof Ask.Run run)) {
            return Form.of(Map.of("wait", Form.of(true)));
        }
        var trial = run.trial();
        begun.put(trial.number(), System.nanoTime() - Math.round(trial.trial().seconds() * 1e9));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("id", Form.of(trial.number()));
        entries.put("params", SpaceForms.toForm(trial.trial().configuration()));
        if (parts()) {
            entries.put("from", Form.of(trial.trial().curve().reached()));
            entries.put("to", Form.of(trial.target()));
        }
        TrialAnswers.repeats(trial.trial(), entries);
        entries.put("by", Form.of(trial.trial().origin().sampler()));
        entries.put(
                "reasons",
                Form.of(trial.trial().origin().reasons().stream().map(Form::of).toList()));
        return Form.of(entries);
    }

    private boolean parts() {
        var fidelity = trials.spec().fidelity();
        return fidelity.most() > fidelity.least();
    }

    private MapForm report(Fields request) {
        int number = request.integer("id");
        var trial = open(number);
        var values = Ending.reported(request, trials.spec());
        double at = request.number("at");
        if (!(at > 0 && at <= trials.spec().fidelity().most())) {
            throw Fields.wrong(
                    request.require("at"),
                    "at",
                    at,
                    "must be above 0 and at most " + trials.spec().fidelity().most() + " "
                            + trials.spec().fidelity().unit(),
                    "");
        }
        boolean stop = trial.advance(at, values, seconds(request, trial));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("stop", Form.of(stop));
        if (stop) {
            TrialAnswers.state(trial.trial(), entries);
        }
        return Form.of(entries);
    }

    private MapForm tell(Fields request) {
        int number = request.integer("id");
        var trial = open(number);
        var ending = Ending.of(request, trials.spec());
        if (trial.open()) {
            ending.end(trial, seconds(request, trial));
        }
        trials.close(number);
        begun.remove(number);
        return ok(trial);
    }

    private static MapForm ok(ActiveTrial trial) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("ok", Form.of(true));
        TrialAnswers.state(trial.trial(), entries);
        return Form.of(entries);
    }

    /** Define-by-run: the trial asks for a parameter when it needs it. */
    private MapForm suggest(Fields request) {
        var trial = open(request.integer("id"));
        var parameter = SpaceForms.dimensionFromForm(request.text("name"), request.require("parameter"))
                .parameter();
        trial.suggest(parameter);
        var all = SpaceForms.toForm(trial.trial().configuration());
        return Form.of(Map.of("value", all.find(parameter.name()).orElseThrow()));
    }

    private MapForm enqueue(Fields request) {
        var configuration = StartTwo.configuration(request.require("params"), trials.space());
        var entries = new LinkedHashMap<String, Form>();
        entries.put("ok", Form.of(true));
        entries.put("enqueued", Form.of(trials.enqueue(configuration)));
        return Form.of(entries);
    }

    /** A trial that was run elsewhere before. */
    private MapForm add(Fields request) {
        var configuration = StartTwo.configuration(request.require("params"), trials.space());
        double seconds = request.findNumber("seconds").orElse(0.0);
        var ending = Ending.of(request, trials.spec());
        Trial trial;
        if (ending instanceof Ending.Told told) {
            trial = trials.add(configuration, new Outcome.Completed(told.values()), seconds);
        } else if (ending instanceof Ending.Ended ended) {
            trial = trials.add(configuration, ended.outcome(), seconds);
        } else {
            var begun = trials.begin(configuration);
            ending.end(begun, seconds);
            trial = begun.trial();
        }
        var entries = new LinkedHashMap<String, Form>();
        entries.put("id", Form.of(trial.number()));
        TrialAnswers.state(trial, entries);
        return Form.of(entries);
    }

    /** Other ranges and choices from now on, and new parameters. */
    private MapForm change(Fields request) {
        var changes = trials.change(ChangeForms.fromForm(trials.space(), request.require("space")));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("ok", Form.of(true));
        entries.put("changes", Form.of(changes.stream().map(Form::of).toList()));
        return Form.of(entries);
    }

    private MapForm list(Fields request) {
        int from = request.find("from").isPresent() ? request.integer("from") : 0;
        return Form.of(Map.of(
                "trials",
                Form.of(trials.history().trials().stream()
                        .skip(Math.max(0, from))
                        .map(TrialAnswers::toForm)
                        .toList())));
    }

    private ActiveTrial open(int number) {
        return trials.find(number)
                .orElseThrow(() -> new InvalidInputException(
                        "id",
                        number,
                        "is not open here: "
                                + TrialAnswers.word(trials.history().trial(number)),
                        "ask first?"));
    }

    /** Of the trial's own work, as told; else since it was given out, and before. */
    private double seconds(Fields request, ActiveTrial trial) {
        return request.findNumber("seconds")
                .orElseGet(() -> (System.nanoTime() - begun.getOrDefault(trial.number(), System.nanoTime())) / 1e9);
    }
}
