package dev.sweetspot.server.asktell;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.space.ChangeForms;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Version 2: objectives, limits and parameters by name and as study files write them, several trials open at once, and
 * studies that are kept. The guide <em>Ask and tell</em> is its description.
 */
public final class ProtocolTwo {
    private final OpenTrials trials;
    private final int atOnce;
    private final long begin = System.nanoTime();
    /** When each open trial would have begun if it had been run in one go. */
    private final Map<Integer, Long> begun = new ConcurrentHashMap<>();

    /**
     * All that is given out belongs to one worker, this process.
     *
     * @param atOnce how many trials the other side means to run at once
     */
    public ProtocolTwo(Study study, String worker, int atOnce) {
        this(new OpenTrials(study, worker), atOnce);
    }

    ProtocolTwo(OpenTrials trials, int atOnce) {
        this.trials = trials;
        this.atOnce = atOnce;
    }

    /**
     * The answer to one request.
     *
     * @param op what is asked for
     * @param request the whole message
     * @throws dev.sweetspot.form.InvalidInputException when it cannot be done
     */
    public MapForm answer(String op, Fields request) {
        for (var message : Message.values()) {
            if (message.op().equals(op)) {
                return answer(message, message.check(request));
            }
        }
        throw Fields.wrong(request.require("op"), "op", op, "is not known", DidYouMean.maybe(op, Message.ops()));
    }

    /** The answer to a request whose entries are known. */
    MapForm answer(Message message, Fields request) {
        return switch (message) {
            case ASK -> given(trials.ask(Duration.ofNanos(System.nanoTime() - begin), atOnce));
            case REPORT -> report(request);
            case TELL -> tell(request);
            case SUGGEST -> suggest(request);
            case ENQUEUE -> enqueue(request);
            case ADD -> add(request);
            case CHANGE -> change(request);
            case BEST -> TrialAnswers.best(trials.history(), trials.spec().problem());
            case TRIALS -> list(request);
        };
    }

    /** What is said of what was given out. */
    MapForm given(Ask answer) {
        if (answer instanceof Ask.Finished finished) {
            return Form.of(Map.of("finished", Form.of(finished.reason())));
        }
        if (!(answer instanceof Ask.Run run)) {
            return Form.of(Map.of("wait", Form.of(true)));
        }
        begun.put(run.trial().number(), begunInOneGo(run.trial()));
        return given(run.trial());
    }

    private static long begunInOneGo(ActiveTrial trial) {
        return System.nanoTime() - Math.round(trial.trial().seconds() * 1e9);
    }

    /** A trial as whoever is to run it hears of it. */
    MapForm given(ActiveTrial trial) {
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
        var found = trials.find(number);
        if (found.isEmpty() && trials.history().trial(number).completed()) {
            throw notOpen(number);
        }
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
        if (found.isEmpty()) {
            var trial = trials.history().trial(number);
            if (!Repeated.report(trial, values, at, trials.study())) {
                throw notOpen(number);
            }
            return stop(trial);
        }
        var trial = found.get();
        if (trial.advance(at, values, seconds(request, trial))) {
            trials.stopped(number);
            return stop(trial.trial());
        }
        trials.heard(trial);
        return Form.of(Map.of("stop", Form.of(false)));
    }

    private static MapForm stop(Trial trial) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("stop", Form.of(true));
        TrialAnswers.state(trial, entries);
        return Form.of(entries);
    }

    /** What is told a second time, because the answer was lost, is answered as it was the first time. */
    private MapForm tell(Fields request) {
        int number = request.integer("id");
        var found = trials.find(number);
        if (found.isEmpty()) {
            var trial = trials.history().trial(number);
            if (!Repeated.told(trial, () -> Ending.of(request, trials.spec()), trials.study())) {
                throw notOpen(number);
            }
            return ok(trial);
        }
        var trial = found.get();
        var ending = Ending.of(request, trials.spec());
        double seconds = seconds(request, trial);
        synchronized (trial) { // of two who tell at once, one is the second
            if (trials.find(number).filter(known -> known == trial).isEmpty()) {
                return tell(request);
            }
            // One that a report ended is told as often as its client does not hear the answer.
            if (trial.open()) {
                ending.end(trial, seconds);
                trials.close(number);
            }
        }
        begun.remove(number);
        return ok(trial.trial());
    }

    private static MapForm ok(Trial trial) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("ok", Form.of(true));
        TrialAnswers.state(trial, entries);
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
        return trials.find(number).orElseThrow(() -> notOpen(number));
    }

    RuntimeException notOpen(int number) {
        return Refusal.conflict(
                "id",
                number,
                "is not open here: " + TrialAnswers.word(trials.history().trial(number)),
                "ask first?");
    }

    /** Of the trial's own work, as told; else since it was given out, and before. */
    private double seconds(Fields request, ActiveTrial trial) {
        return request.findNumber("seconds")
                .orElseGet(
                        () -> (System.nanoTime() - begun.computeIfAbsent(trial.number(), number -> begunInOneGo(trial)))
                                / 1e9);
    }
}
