package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the process that speaks with a Spark cluster is told: see {@code dev.sweetspot.cluster.SparkService}.
 *
 * @param master the address of the cluster
 * @param program where the program of workers lies
 * @param atOnce how many trials run at once; empty for as many as it has cores
 * @param spark Spark and what speaks with it
 * @param arguments what each worker is told beside what its study keeps
 */
record ClusterErrand(String master, Program program, OptionalInt atOnce, SparkJars spark, List<String> arguments) {
    private static final String OF_SPARK = "spark.";

    /** Keeps a copy. */
    ClusterErrand {
        arguments = List.copyOf(arguments);
    }

    /**
     * Where a program lies.
     *
     * @param how {@code installed} in a folder on each machine, {@code sent} from a folder of this one, or by {@code class_path}
     */
    record Program(String how, String where) {}

    String inWords() {
        return (atOnce.isPresent() ? atOnce.getAsInt() + " trials at once" : "a trial on each core") + " of " + master;
    }

    /** @param more of the command {@code worker} */
    MapForm toForm(String study, StoreOptions stores, List<String> more) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("master", Form.of(master));
        entries.put("study", Form.of(study));
        // Relative paths mean nothing elsewhere.
        entries.put(
                "store",
                Form.of(stores.file()
                        .map(Path::toAbsolutePath)
                        .map(Path::toString)
                        .orElseGet(stores::address)));
        entries.put(program.how(), Form.of(program.where()));
        atOnce.ifPresent(count -> entries.put("workers", Form.of(count)));
        entries.put(
                "arguments",
                Form.of(Stream.concat(arguments.stream(), more.stream())
                        .map(Form::of)
                        .toList()));
        entries.put("jars", Form.of(spark.ofExecutors().stream().map(Form::of).toList()));
        entries.put("spark", settings());
        return Form.of(entries);
    }

    /** As {@code spark-submit --conf} takes them; given to this JVM with -D. */
    private static MapForm settings() {
        var settings = new LinkedHashMap<String, Form>();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(OF_SPARK))
                .sorted()
                .forEach(name -> settings.put(name, Form.of(System.getProperty(name))));
        return Form.of(settings);
    }
}
