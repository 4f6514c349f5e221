package dev.sweetspot.job;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.learner.Course;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.split.PartsFile;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.workload.Workloads;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * All that it takes to train a model again, and to see that it is the same one.
 *
 * @param study in which it was found
 * @param workload its workload: the data by place and hash, how it is split, the precision
 * @param configuration its hyperparameters
 * @param run seed, threads and course of its training
 * @param proof by what the model is known again
 * @param environment versions and machine, by name: what the last bits may depend on
 */
public record Bundle(String study, MapForm workload, MapForm configuration, Run run, Proof proof, MapForm environment) {
    /** The format of {@link #toForm}. */
    public static final int FORMAT = 1;

    /** What a training's weights follow from, beside configuration and data. */
    public record Run(long seed, int threads, Course course) {}

    /**
     * By what a model is known again.
     *
     * @param parts hash of who trained and who measured
     * @param test how good it was on the test part
     * @param model hash of the model file
     */
    public record Proof(String parts, MapForm test, String model) {}

    /** Of a model that was just trained and measured. */
    public static Bundle of(
            String study, Learner learner, Measured measured, MapForm test, String modelHash, MapForm environment) {
        var record = Fields.of(measured.model().record());
        return new Bundle(
                study,
                Workloads.toForm(learner),
                SpaceForms.toForm(measured.configuration()),
                new Run(
                        record.whole("seed"),
                        record.integer("threads"),
                        measured.model().course()),
                new Proof(hash(learner.data(), learner.parts()), test, modelHash),
                environment);
    }

    /**
     * The same with data that lies elsewhere now.
     *
     * @param data what {@code data.path} of the workload's settings is to be
     * @param test likewise, for a test part that lies apart
     */
    public Bundle at(Optional<Path> data, Optional<Path> test) {
        var settings = Fields.of(workload).map("settings");
        var moved = new LinkedHashMap<>(((MapForm) settings.require("data")).entries());
        data.ifPresent(path -> moved.put("path", Form.of(absolute(path))));
        test.ifPresent(path -> moved.put("test", Form.of(absolute(path))));
        var other = new LinkedHashMap<>(((MapForm) Fields.of(workload).require("settings")).entries());
        other.put("data", Form.of(moved));
        var entries = new LinkedHashMap<>(workload.entries());
        entries.put("settings", Form.of(other));
        return new Bundle(study, Form.of(entries), configuration, run, proof, environment);
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /** Where its data lies, as it knows; empty where the workload does not say. */
    public Optional<Path> data() {
        return Fields.of(workload)
                .map("settings")
                .find("data")
                .flatMap(data -> Fields.of(data).findText("path"))
                .map(Path::of);
    }

    /**
     * Its workload, with its data loaded.
     *
     * @throws InvalidInputException when the data has another hash or is split otherwise than it was
     */
    public Learner learner() {
        if (!(Workloads.fromForm(workload) instanceof Learner learner)) {
            throw new InvalidInputException("bundle", study, "is of a workload that trains no models", "");
        }
        if (!hash(learner.data(), learner.parts()).equals(proof.parts())) {
            throw new InvalidInputException(
                    "data",
                    data().map(Path::toString).orElse(study),
                    "is split into other parts than it was, so the figures would not mean the same",
                    "was a test part that lies elsewhere changed?");
        }
        return learner;
    }

    /** Its configuration, in the space of its workload. */
    public Configuration configuration(Learner learner) {
        return SpaceForms.configurationFromForm(configuration, learner.space());
    }

    /** What is not as it was, in plain sentences: then the last bits may differ. */
    public List<String> differences(MapForm environmentNow) {
        var sentences = new ArrayList<String>();
        environment.entries().forEach((name, before) -> {
            var now = environmentNow.find(name);
            if (!now.equals(Optional.of(before))) {
                sentences.add("The " + name + " was " + text(before) + ", and is "
                        + now.map(Bundle::text).orElse("not known") + ".");
            }
        });
        return sentences;
    }

    private static String text(Form form) {
        return form instanceof Form.TextForm text ? text.value() : form.toString();
    }

    /** As {@code bundle.json} holds it. */
    public MapForm toForm() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("bundle", Form.of(FORMAT));
        entries.put("study", Form.of(study));
        entries.put("configuration", configuration);
        entries.put("seed", Form.of(run.seed()));
        entries.put("threads", Form.of(run.threads()));
        entries.put("steps", Form.of(run.course().steps()));
        entries.put(
                "planned_epochs",
                Form.of(run.course().plans().stream()
                        .map(plan -> {
                            var planned = new LinkedHashMap<String, Form>();
                            planned.put("from_step", Form.of(plan.step()));
                            planned.put("epochs", Form.of(plan.epochs()));
                            return Form.of(planned);
                        })
                        .toList()));
        if (run.course().members() > 1) {
            entries.put("members", Form.of(run.course().members()));
        }
        entries.put("test", proof.test());
        entries.put("parts_sha256", Form.of(proof.parts()));
        entries.put("model_sha256", Form.of(proof.model()));
        entries.put("environment", environment);
        entries.put("workload", workload);
        return Form.of(entries);
    }

    /**
     * The bundle that was written.
     *
     * @throws InvalidInputException when something is missing or wrong
     */
    public static Bundle fromForm(Form form) {
        var fields = Fields.of(form);
        if (fields.integer("bundle") != FORMAT) {
            throw Fields.wrong(
                    form, "bundle", fields.integer("bundle"), "is of a newer version of this program", "a newer one?");
        }
        var plans = fields.list("planned_epochs").items().stream()
                .map(Fields::of)
                .map(plan -> new Course.Plan(plan.whole("from_step"), plan.number("epochs")))
                .toList();
        return new Bundle(
                fields.text("study"),
                map(form, fields, "workload"),
                map(form, fields, "configuration"),
                new Run(
                        fields.whole("seed"),
                        fields.integer("threads"),
                        new Course(fields.whole("steps"), plans, members(fields))),
                new Proof(fields.text("parts_sha256"), map(form, fields, "test"), fields.text("model_sha256")),
                map(form, fields, "environment"));
    }

    /** Bundles of before, and those of one network, do not say it. */
    private static int members(Fields fields) {
        return Math.toIntExact(fields.findWhole("members").orElse(1L));
    }

    private static MapForm map(Form form, Fields fields, String name) {
        if (fields.require(name) instanceof MapForm map) {
            return map;
        }
        throw Fields.wrong(form, name, fields.require(name).kind(), "must be a map", "{...}?");
    }

    private static String hash(DataSet data, Parts parts) {
        return hash(PartsFile.write(data, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** The sha-256 of some bytes, in hexadecimal. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
