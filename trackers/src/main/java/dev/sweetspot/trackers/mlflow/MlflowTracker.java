package dev.sweetspot.trackers.mlflow;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.trackers.Tracked;
import dev.sweetspot.trackers.Tracker;
import dev.sweetspot.trackers.Words;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A run for the study, and below it a run for each trial. */
final class MlflowTracker implements Tracker {
    private static final String PARENT = "mlflow.parentRunId";
    private static final String WHOLE = "study";
    private static final String BEST = "sweetspot.best_trial";
    private static final String TRIALS = "sweetspot.trials";

    private final Tracked study;
    private final Client client;
    private final Runs runs;
    private final Run parent;
    private Instant last;

    MlflowTracker(Tracked study, Address address) throws IOException {
        this.study = study;
        this.client = new Client(address);
        this.last = study.createdAt();
        var name = study.spec().name();
        this.runs = Runs.of(client, address.experiment().orElse(name), id(name + "\n" + study.createdAt()));
        var there = runs.find(WHOLE);
        this.parent = there.isPresent() ? there.get() : runs.create(WHOLE, name, study.createdAt(), about());
    }

    /** Of letters and digits, and always the same for the same study. */
    private static String id(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Map<String, String> about() {
        var tags = new LinkedHashMap<String, String>();
        var spec = study.spec();
        tags.put("sweetspot.study", spec.name());
        tags.put("sweetspot.sampler", spec.search().sampler().name());
        tags.put("sweetspot.scheduler", spec.search().scheduler().name());
        tags.put("sweetspot.seed", Long.toString(spec.seed()));
        spec.objectives()
                .forEach(objective -> tags.put(
                        "sweetspot.objective." + Names.key(objective.name()),
                        objective.direction().name().toLowerCase(Locale.ROOT)));
        return tags;
    }

    private static String part(int trial) {
        return Integer.toString(trial);
    }

    @Override
    public void began(Event.Started started) throws IOException {
        last = started.at();
        var there = runs.find(part(started.trial()));
        if (there.filter(Run::ended).isPresent()) {
            return;
        }
        if (parent.ended()) {
            parent.running();
        }
        var run = there.isPresent()
                ? there.get()
                : runs.create(part(started.trial()), "trial " + started.trial(), started.at(), tags(started));
        if (!study.defineByRun()) {
            parameters(run, started.configuration());
        }
    }

    private Map<String, String> tags(Event.Started started) {
        var tags = new LinkedHashMap<String, String>();
        tags.put(PARENT, parent.id());
        tags.put("sweetspot.study", study.spec().name());
        tags.put("sweetspot.trial", part(started.trial()));
        tags.put("sweetspot.by", started.origin().sampler());
        tags.put("sweetspot.worker", started.worker());
        if (!started.origin().reasons().isEmpty()) {
            tags.put("sweetspot.why", String.join("; ", started.origin().reasons()));
        }
        return tags;
    }

    private void parameters(Run run, Configuration configuration) {
        configuration
                .values()
                .forEach((name, value) -> run.parameter(
                        name,
                        study.space()
                                .find(name)
                                .map(parameter -> label(parameter, value))
                                .orElseGet(value::toString)));
    }

    private static <T> String label(Parameter<T> parameter, Object value) {
        return parameter.label(parameter.check(value));
    }

    @Override
    public void reported(Event.Reported report) {
        last = report.at();
        runs.find(part(report.trial())).ifPresent(run -> {
            if (run.isNew()) {
                long step = study.step(report.fidelity(), run.reports());
                report.values()
                        .values()
                        .forEach((name, value) -> run.metric(Names.key(name), value, report.at(), step));
            }
        });
    }

    @Override
    public void ended(Event.Finished end, Trial trial) {
        last = end.at();
        runs.find(part(end.trial())).filter(run -> !run.ended()).ifPresent(run -> end(run, end, trial));
    }

    private void end(Run run, Event.Finished end, Trial trial) {
        if (study.defineByRun()) {
            parameters(run, trial.configuration());
        }
        long step = study.step(trial.curve().reached(), Math.max(1, run.reports()));
        Words.values(end.outcome())
                .values()
                .forEach((name, value) -> run.metric(Names.outcome(name), value, end.at(), step));
        run.tag("sweetspot.state", Words.state(trial));
        Words.reason(trial).ifPresent(reason -> run.tag("sweetspot.reason", reason));
        run.status(status(end.outcome()), end.at());
    }

    private static String status(Outcome outcome) {
        if (outcome instanceof Outcome.Completed) {
            return "FINISHED";
        }
        return outcome instanceof Outcome.StoppedEarly ? "KILLED" : "FAILED";
    }

    @Override
    public void left(Tracked now) {
        var trials = Integer.toString(now.history().size());
        now.best()
                .filter(best -> !(parent.had(BEST, part(best.number())) && parent.had(TRIALS, trials)))
                .ifPresent(best -> {
                    parent.tag(BEST, part(best.number()));
                    now.spec().objectives().forEach(objective -> best.value(objective.name())
                            .ifPresent(value -> parent.metric(
                                    "best/" + Names.key(objective.name()),
                                    value,
                                    last,
                                    now.history().size())));
                });
        if (!parent.had(TRIALS, trials)) {
            parent.tag(TRIALS, trials);
        }
        if (now.history().running().findAny().isEmpty()) {
            parent.status("FINISHED", last);
        }
    }

    @Override
    public void flush() throws IOException {
        runs.send();
    }

    @Override
    public void close() {
        // Nothing waits between two flushes.
    }
}
