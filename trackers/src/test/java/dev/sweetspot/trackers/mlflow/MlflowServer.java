package dev.sweetspot.trackers.mlflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.testkit.GoldenFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes calls as a server of MLflow does, refuses what the published schema does not know, and remembers the rest. Metrics that
 * are equal in all are kept once, as MLflow's databases do.
 */
final class MlflowServer implements AutoCloseable {
    private static final String API = "/api/2.0";
    private static final int MOST_METRICS = 1000;
    private static final int MOST_TEXTS = 100;

    static {
        // Else each answer waits some 40 ms for the acknowledgement of its first packet.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    final Map<String, String> experiments = new LinkedHashMap<>();
    final Map<String, Kept> runs = new LinkedHashMap<>();
    final List<String> calls = new ArrayList<>();

    private final Schema schema = Schema.published();
    private final HttpServer server;
    private Optional<String> wanted = Optional.empty();
    private int before = Integer.MAX_VALUE;

    /** A run as it is kept. */
    static final class Kept {
        final Map<String, Form> info = new LinkedHashMap<>();
        final Map<String, String> tags = new LinkedHashMap<>();
        final Map<String, String> params = new LinkedHashMap<>();
        final Set<List<Form>> metrics = new LinkedHashSet<>();

        String status() {
            return info.get("status") instanceof TextForm text ? text.value() : "";
        }

        /** Of a metric, as "STEP: VALUE". */
        List<String> values(String key) {
            return metrics.stream()
                    .filter(each -> each.get(0).equals(Form.of(key)))
                    .map(each -> Json.write(each.get(3)) + ": " + Json.write(each.get(1)))
                    .toList();
        }
    }

    MlflowServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on a header of that content is asked for. */
    void letIn(String authorization) {
        wanted = Optional.of(authorization);
    }

    /** Answers so many calls, and then that it cannot at present. */
    void breakAfter(int more) {
        before = more;
    }

    void mend() {
        before = Integer.MAX_VALUE;
    }

    Kept run(String part) {
        return runs.values().stream()
                .filter(run -> part.equals(run.tags.get("sweetspot.part")))
                .findFirst()
                .orElseThrow();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        int status = 200;
        String answer;
        try {
            if (before-- <= 0) {
                status = 503;
                answer = "busy";
            } else if (wanted.isPresent()
                    && !wanted.get().equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                status = 401;
                answer = "who are you";
            } else {
                answer = Json.write(answer(exchange));
            }
        } catch (Missing e) {
            status = 404;
            answer = "{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"no\"}";
        } catch (RuntimeException e) {
            status = 400;
            answer = e.toString();
        }
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private Form answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var call = path.startsWith(API) ? path.substring(API.length()) : path;
        var method = exchange.getRequestMethod();
        calls.add(method + " " + call);
        var body = method.equals("GET")
                ? query(exchange.getRequestURI().getRawQuery())
                : Json.parseMap(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), "body");
        schema.check(method, call, body);
        var fields = Fields.of(body);
        return switch (call) {
            case "/mlflow/experiments/get-by-name" -> experiment(fields.text("experiment_name"));
            case "/mlflow/experiments/create" -> createExperiment(fields.text("name"));
            case "/mlflow/runs/create" -> createRun(fields);
            case "/mlflow/runs/search" -> search(fields);
            case "/mlflow/runs/log-batch" -> log(fields);
            case "/mlflow/runs/update" -> update(fields, body);
            default -> throw new IllegalArgumentException(call);
        };
    }

    private static MapForm query(String raw) {
        var entries = new LinkedHashMap<String, Form>();
        for (var pair : raw.split("&", -1)) {
            var parts = pair.split("=", 2);
            entries.put(parts[0], Form.of(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
        }
        return Form.of(entries);
    }

    private Form experiment(String name) {
        var id = experiments.get(name);
        if (id == null) {
            throw new Missing();
        }
        return Form.of(Map.of(
                "experiment", Form.of(Map.of("experiment_id", Form.of(id), "lifecycle_stage", Form.of("active")))));
    }

    private Form createExperiment(String name) {
        var id = Integer.toString(experiments.size() + 1);
        experiments.put(name, id);
        return Form.of(Map.of("experiment_id", Form.of(id)));
    }

    private Form createRun(Fields fields) {
        var run = new Kept();
        var id = "run" + runs.size();
        run.info.put("run_id", Form.of(id));
        run.info.put("run_name", Form.of(fields.text("run_name")));
        run.info.put("experiment_id", Form.of(fields.text("experiment_id")));
        run.info.put("status", Form.of("RUNNING"));
        texts(fields, "tags", run.tags);
        runs.put(id, run);
        return Form.of(Map.of("run", toForm(run)));
    }

    private static void texts(Fields fields, String name, Map<String, String> into) {
        for (var item : fields.list(name).items()) {
            into.put(Fields.of(item).text("key"), Fields.of(item).text("value"));
        }
    }

    /** Two runs a page, so that whoever asks has to turn it. */
    private Form search(Fields fields) {
        var filter = fields.text("filter");
        var found = runs.values().stream()
                .filter(run ->
                        filter.equals("tags.`sweetspot.study_id` = '" + run.tags.get("sweetspot.study_id") + "'"))
                .toList();
        int from = fields.findText("page_token").map(Integer::parseInt).orElse(0);
        int to = Math.min(found.size(), from + 2);
        var answer = new LinkedHashMap<String, Form>();
        if (to > from) {
            answer.put(
                    "runs",
                    Form.of(found.subList(from, to).stream()
                            .map(MlflowServer::toForm)
                            .toList()));
        }
        if (to < found.size()) {
            answer.put("next_page_token", Form.of(Integer.toString(to)));
        }
        return Form.of(answer);
    }

    private static MapForm toForm(Kept run) {
        var data = new LinkedHashMap<String, Form>();
        data.put("tags", Form.of(Run.pairs(run.tags)));
        return Form.of(Map.of("info", Form.of(run.info), "data", Form.of(data)));
    }

    private Form log(Fields fields) {
        var run = runs.get(fields.text("run_id"));
        var metrics = fields.list("metrics").items();
        int params = fields.list("params").items().size();
        int tags = fields.list("tags").items().size();
        if (metrics.size() > MOST_METRICS
                || params > MOST_TEXTS
                || tags > MOST_TEXTS
                || metrics.size() + params + tags > MOST_METRICS) {
            throw new IllegalArgumentException("the batch is too large");
        }
        texts(fields, "params", run.params);
        for (var item : metrics) {
            var metric = Fields.of(item);
            run.metrics.add(List.of(
                    metric.require("key"),
                    metric.require("value"),
                    metric.require("timestamp"),
                    metric.require("step")));
        }
        texts(fields, "tags", run.tags);
        return Form.of(Map.of());
    }

    private Form update(Fields fields, MapForm body) {
        runs.get(fields.text("run_id")).info.putAll(body.entries());
        return Form.of(Map.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** There is no such thing. */
    private static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What a call may say, read from the golden file. */
    private record Schema(
            Map<String, String> calls, Map<String, Map<String, List<String>>> fields, Set<String> values) {
        static Schema published() {
            var schema = new Schema(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
            for (var line : GoldenFile.beside(MlflowServer.class, "service.txt").lines()) {
                var words = List.of(line.split(" ", -1));
                switch (words.get(0)) {
                    case "call" -> schema.calls.put(words.get(1) + " " + words.get(2), words.get(3));
                    case "field" ->
                        schema.fields
                                .computeIfAbsent(words.get(1), message -> new LinkedHashMap<>())
                                .put(words.get(2), words.subList(3, words.size()));
                    default -> schema.values.add(words.get(1) + " " + words.get(2));
                }
            }
            return schema;
        }

        void check(String method, String call, MapForm body) {
            var message = calls.get(method + " " + call);
            if (message == null) {
                throw new IllegalArgumentException(method + " " + call + " is no call of MLflow");
            }
            checkMessage(message, body);
        }

        private void checkMessage(String message, MapForm body) {
            var known = fields.getOrDefault(message, Map.of());
            known.forEach((name, words) -> {
                if (words.contains("required") && body.find(name).isEmpty()) {
                    throw new IllegalArgumentException(message + " needs " + name);
                }
            });
            body.entries().forEach((name, value) -> {
                var words = known.get(name);
                if (words == null) {
                    throw new IllegalArgumentException(message + " has no " + name);
                }
                var items = words.contains("repeated") ? ((ListForm) value).items() : List.of(value);
                items.forEach(item -> checkValue(message + "." + name, words.get(0), item));
            });
        }

        private void checkValue(String where, String type, Form value) {
            boolean right =
                    switch (type) {
                        case "string" ->
                            value instanceof TextForm text
                                    && (!where.endsWith(".key") || text.value().matches("[A-Za-z0-9_. /-]{1,250}"));
                        case "int32", "int64" ->
                            value instanceof NumberForm number
                                    && number.literal().matches("-?[0-9]+");
                        case "double" ->
                            value instanceof NumberForm
                                    || (value instanceof TextForm text
                                            && text.value().matches("NaN|-?Infinity"));
                        default ->
                            value instanceof TextForm text
                                    ? values.contains(type + " " + text.value())
                                    : value instanceof MapForm;
                    };
            if (!right) {
                throw new IllegalArgumentException(where + " = " + Json.write(value) + " is no " + type);
            }
            if (value instanceof MapForm map) {
                checkMessage(type, map);
            }
        }
    }
}
