package dev.sweetspot.cluster;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.SparkConf;

/**
 * What the process that speaks with a cluster is told to do, as the first line that it reads.
 *
 * @param master the address of the cluster: {@code spark://HOST:7077}
 * @param workers the workers to place
 * @param jars what executors need of ours
 * @param settings of Spark, by their names there; these count before ours
 */
record SparkErrand(String master, SparkWorkers workers, List<String> jars, Map<String, String> settings) {
    /** Spark gives up a job whose tasks fail so often; here they fail with their machines, and leases count retries. */
    private static final String MOST_FAILURES = "10000";

    static SparkErrand of(MapForm form) {
        var fields = Fields.of(form);
        var settings = new LinkedHashMap<String, String>();
        ((MapForm) fields.require("spark"))
                .entries()
                .forEach((name, value) -> settings.put(name, ((TextForm) value).value()));
        var count = fields.findWhole("workers").map(Math::toIntExact);
        var workers = new SparkWorkers(
                fields.text("study"),
                fields.text("store"),
                program(fields),
                count.map(OptionalInt::of).orElse(OptionalInt.empty()),
                Integer.parseInt(settings.getOrDefault("spark.task.cpus", "1")),
                texts(fields, "arguments"));
        return new SparkErrand(fields.text("master"), workers, texts(fields, "jars"), settings);
    }

    private static WorkerProgram program(Fields fields) {
        return fields.findText("class_path")
                .<WorkerProgram>map(WorkerProgram.OnClassPath::new)
                .or(() -> fields.findText("installed").map(Path::of).map(WorkerProgram::installed))
                .orElseGet(() -> WorkerProgram.sent(Path.of(fields.text("sent"))));
    }

    private static List<String> texts(Fields fields, String name) {
        return fields.list(name).items().stream()
                .map(item -> ((TextForm) item).value())
                .toList();
    }

    SparkConf conf() {
        var conf = new SparkConf(false)
                .setMaster(master)
                .setAppName("sweetspot " + workers.study())
                .set("spark.ui.enabled", "false")
                .set("spark.executor.memory", "512m")
                .set("spark.task.maxFailures", MOST_FAILURES)
                .set("spark.stage.maxConsecutiveAttempts", MOST_FAILURES);
        var plain = jars.stream().filter(jar -> jar.endsWith(".jar")).toList();
        if (!plain.isEmpty()) {
            conf.set("spark.jars", String.join(",", plain));
        }
        if (plain.size() < jars.size()) {
            // Classes that were not packed yet, where the cluster is this machine.
            conf.set("spark.executor.extraClassPath", String.join(File.pathSeparator, jars));
        }
        workers.workers().ifPresent(count -> conf.set("spark.cores.max", Integer.toString(count * workers.threads())));
        if (master.matches("spark://(127\\.[0-9.]+|localhost|\\[::1\\])(:.*)?") || master.startsWith("local")) {
            // What runs on this machine alone needs no name that others know it by.
            conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
        }
        settings.forEach(conf::set);
        return conf;
    }

    /** What is said to the process that began this one. */
    static MapForm said(String key, Form value) {
        return Form.of(Map.of(key, value));
    }
}
