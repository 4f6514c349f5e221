package dev.sweetspot.trackers.mlflow;

import dev.sweetspot.form.Form;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of MLflow: what is there, and what has to be sent. */
final class Run {
    /** So many reports of a trial are there; set with the last of them, so that none is sent twice. */
    static final String SENT = "sweetspot.reports";

    /** A call takes 1000 metrics, 100 parameters and 100 tags, and 1000 of all together. */
    private static final int METRICS = 800;

    private static final int TEXTS = 100;

    private final String id;
    private int sent;
    private final boolean ended;
    private final Map<String, String> there;
    private int reports;
    private final List<Form> metrics = new ArrayList<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, Form> update = new LinkedHashMap<>();

    /**
     * A run that is there.
     *
     * @param ended whether it has its last status
     * @param there its tags
     */
    Run(String id, boolean ended, Map<String, String> there) {
        this.id = id;
        this.ended = ended;
        this.there = Map.copyOf(there);
        this.sent = Integer.parseInt(there.getOrDefault(SENT, "0"));
    }

    String id() {
        return id;
    }

    boolean ended() {
        return ended;
    }

    /** Whether it had that tag when it was found. */
    boolean had(String key, String value) {
        return value.equals(there.get(key));
    }

    /** Counts a report; whether it has to be sent. */
    boolean isNew() {
        reports++;
        return reports > sent;
    }

    int reports() {
        return reports;
    }

    void metric(String key, double value, Instant at, long step) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("key", Form.of(key));
        entries.put("value", Form.of(value));
        entries.put("timestamp", Form.of(at.toEpochMilli()));
        entries.put("step", Form.of(step));
        metrics.add(Form.of(entries));
    }

    void parameter(String key, String value) {
        parameters.put(Names.key(key), Names.parameter(value));
    }

    void tag(String key, String value) {
        tags.put(key, Names.tag(value));
    }

    void status(String status, Instant end) {
        update.put("status", Form.of(status));
        update.put("end_time", Form.of(end.toEpochMilli()));
    }

    void running() {
        update.put("status", Form.of("RUNNING"));
    }

    /** Sends all that waits: parameters first, and last how many reports are there. */
    void send(Client client) throws IOException {
        if (reports > sent) {
            tags.put(SENT, Integer.toString(reports));
        }
        var names = new ArrayList<>(pairs(parameters));
        for (int from = 0; from < names.size(); from += TEXTS) {
            log(client, Map.of("params", Form.of(names.subList(from, Math.min(names.size(), from + TEXTS)))));
        }
        parameters.clear();
        while (metrics.size() > METRICS) {
            log(client, Map.of("metrics", Form.of(metrics.subList(0, METRICS))));
            metrics.subList(0, METRICS).clear();
        }
        if (!metrics.isEmpty() || !tags.isEmpty()) {
            log(client, Map.of("metrics", Form.of(metrics), "tags", Form.of(pairs(tags))));
        }
        metrics.clear();
        tags.clear();
        sent = Math.max(sent, reports);
        if (!update.isEmpty()) {
            update.put("run_id", Form.of(id));
            client.call("runs/update", Form.of(update));
            update.clear();
        }
    }

    private void log(Client client, Map<String, Form> what) throws IOException {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("run_id", Form.of(id));
        entries.putAll(what);
        client.call("runs/log-batch", Form.of(entries));
    }

    static List<Form> pairs(Map<String, String> texts) {
        var list = new ArrayList<Form>();
        texts.forEach((key, value) -> {
            var entries = new LinkedHashMap<String, Form>();
            entries.put("key", Form.of(key));
            entries.put("value", Form.of(value));
            list.add(Form.of(entries));
        });
        return list;
    }
}
