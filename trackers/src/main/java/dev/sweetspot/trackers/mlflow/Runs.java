package dev.sweetspot.trackers.mlflow;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The runs of one study: each is known by its tags, so that none is made twice. */
final class Runs {
    private static final String STUDY = "sweetspot.study_id";
    private static final String PART = "sweetspot.part";
    private static final Set<String> LAST = Set.of("FINISHED", "FAILED", "KILLED");
    private static final int MOST = 1000;

    private final Client client;
    private final String experiment;
    private final String study;
    private final Map<String, Run> known = new HashMap<>();

    /** @param study of letters and digits, another for each study */
    private Runs(Client client, String experiment, String study) {
        this.client = client;
        this.experiment = experiment;
        this.study = study;
    }

    /** Finds the experiment or makes it, and what it has of a study. */
    static Runs of(Client client, String name, String study) throws IOException {
        var there = client.experiment(name);
        if (there.flatMap(found -> found.findText("lifecycle_stage"))
                .filter("deleted"::equals)
                .isPresent()) {
            throw new InvalidInputException(
                    "mlflow", name, "was deleted there", "restore the experiment, or #ANOTHER behind the address?");
        }
        var id = there.isPresent()
                ? there.get().text("experiment_id")
                : client.call("experiments/create", Form.of(Map.of("name", Form.of(name))))
                        .text("experiment_id");
        var runs = new Runs(client, id, study);
        runs.find();
        return runs;
    }

    private void find() throws IOException {
        var page = Optional.of("");
        while (page.isPresent()) {
            var body = new LinkedHashMap<String, Form>();
            body.put("experiment_ids", Form.of(List.of(Form.of(experiment))));
            body.put("filter", Form.of("tags.`" + STUDY + "` = '" + study + "'"));
            body.put("run_view_type", Form.of("ACTIVE_ONLY"));
            body.put("max_results", Form.of(MOST));
            page.filter(token -> !token.isEmpty()).ifPresent(token -> body.put("page_token", Form.of(token)));
            var answer = client.call("runs/search", Form.of(body));
            for (var run : answer.list("runs").items()) {
                take(Fields.of(run));
            }
            page = answer.findText("next_page_token").filter(token -> !token.isEmpty());
        }
    }

    private void take(Fields run) {
        var info = run.map("info");
        var tags = new HashMap<String, String>();
        for (var tag : run.map("data").list("tags").items()) {
            var pair = Fields.of(tag);
            tags.put(pair.text("key"), pair.findText("value").orElse(""));
        }
        boolean ended = info.findText("status").filter(LAST::contains).isPresent();
        known.put(tags.getOrDefault(PART, ""), new Run(info.text("run_id"), ended, tags));
    }

    Optional<Run> find(String part) {
        return Optional.ofNullable(known.get(part));
    }

    /** Makes one. */
    Run create(String part, String name, Instant start, Map<String, String> more) throws IOException {
        var tags = new LinkedHashMap<String, String>();
        tags.put(STUDY, study);
        tags.put(PART, part);
        more.forEach((key, value) -> tags.put(key, Names.tag(value)));
        var body = new LinkedHashMap<String, Form>();
        body.put("experiment_id", Form.of(experiment));
        body.put("run_name", Form.of(name));
        body.put("start_time", Form.of(start.toEpochMilli()));
        body.put("tags", Form.of(Run.pairs(tags)));
        var made = client.call("runs/create", Form.of(body)).map("run").map("info");
        var run = new Run(made.text("run_id"), false, tags);
        known.put(part, run);
        return run;
    }

    void send() throws IOException {
        for (var run : known.values()) {
            run.send(client);
        }
    }
}
