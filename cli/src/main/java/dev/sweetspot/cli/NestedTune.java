package dev.sweetspot.cli;

import dev.sweetspot.data.split.Outer;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.job.Nested;
import dev.sweetspot.job.NestedJob;
import dev.sweetspot.job.OuterFold;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Direction;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.TrialFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code tune --nested K}: a whole search for each outer fold, one after another, and what they say together. Each is a study
 * of its own with a folder of its own; one that is through is not run again, one that was interrupted is gone on with.
 *
 * @param name of all of it: the studies are called so, with {@code -outer-} and their number
 * @param folder in which each has its own
 * @param resume goes on with the study of a name; returns the exit code
 */
record NestedTune(
        String name, Path folder, StoreOptions stores, OutputOptions output, Function<String, Integer> resume) {
    static final String OPTION = "--nested";

    /** What is measured where the searches choose by something that no test part is measured by. */
    private static final List<String> LEADING = List.of("balanced_accuracy", "rmse", "reconstruction_mse");

    /**
     * Refuses what does not go with it.
     *
     * @param test data of its own for the test, if somebody gave some
     * @param objectives by which the searches choose; none for the usual one
     */
    static void check(int folds, Optional<Path> test, List<String> objectives) {
        Outer.of(folds);
        test.ifPresent(elsewhere -> {
            throw new InvalidInputException(
                    OPTION, folds, "makes test parts itself, and --test brings one", "only one of the two?");
        });
        if (objectives.size() > 1) {
            throw new InvalidInputException(
                    OPTION,
                    folds,
                    "says how good one objective is on new data, and there are " + objectives.size(),
                    "one --objective?");
        }
    }

    /** The search of a fold. */
    interface Tune {
        /** @param minutes its share of the time */
        void run(Outer outer, String study, Path folder, Optional<Double> minutes) throws Exception;
    }

    /**
     * Runs all of it.
     *
     * @param end of all of it, on {@link System#nanoTime}
     * @param byTime whether the data is cut by time: then searches see the less, the earlier their fold is
     * @return the exit code
     */
    int run(int folds, long end, boolean byTime, Tune tune) throws InterruptedException, TrialFailure {
        output.progress(
                "Nested validation by " + folds + " outer folds: a whole search for each, which sees nothing of it"
                        + (end == Long.MAX_VALUE ? "." : "; the time is shared among them."));
        var job = new NestedJob(
                folds, (fold, left) -> search(new Outer(fold, folds), share(end, left), tune), this::show);
        var found = job.run();
        var objective = objective(study(1));
        boolean sought = measured(report(1)).containsKey(objective.name());
        var nested = new Nested(
                sought ? objective.name() : metric(1),
                sought ? objective.direction() : direction(metric(1)),
                sought,
                found,
                testedPerTrained(folds, byTime));
        output.say("");
        nested.inWords().forEach(output::say);
        var form = toForm(nested);
        write(form);
        output.result(form);
        return 0;
    }

    private static Direction direction(String metric) {
        return metric.equals(LEADING.get(0)) ? Direction.MAXIMIZE : Direction.MINIMIZE;
    }

    private void show(NestedJob.Event event) {
        if (event instanceof NestedJob.Event.Began began) {
            output.progress("Outer fold " + began.fold() + " of " + began.folds() + ", study " + study(began.fold()));
        } else if (event instanceof NestedJob.Event.Ended ended) {
            output.progress(String.format(
                    Locale.ROOT,
                    "Outer fold %d of %d: %.4g on %d items that its search did not see",
                    ended.fold().fold(),
                    ended.folds(),
                    ended.fold().tested(),
                    ended.fold().items()));
        }
    }

    private String study(int fold) {
        return name + "-outer-" + fold;
    }

    private Path place(int fold) {
        return folder.resolve("outer-" + fold);
    }

    private static Optional<Double> share(long end, int left) {
        return end == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Math.max(0.05, (end - System.nanoTime()) / 60e9 / left));
    }

    private OuterFold search(Outer outer, Optional<Double> minutes, Tune tune)
            throws InterruptedException, TrialFailure {
        int fold = outer.fold();
        var study = study(fold);
        if (!Files.isRegularFile(reportFile(fold))) {
            try {
                if (isThere(study)) {
                    requireDone(study, resume.apply(study));
                } else {
                    tune.run(outer, study, place(fold), minutes);
                }
            } catch (InterruptedException | TrialFailure | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(study + ": " + e.getMessage(), e);
            }
        }
        var report = report(fold);
        var best = Fields.of(report).map("best");
        var objective = objective(study);
        var values = measured(report);
        double tested = values.getOrDefault(objective.name(), values.getOrDefault(metric(fold), Double.NaN));
        return new OuterFold(
                fold,
                study,
                SpaceForms.configurationFromForm(best.require("configuration")),
                best.number("validation"),
                tested,
                Fields.of(report).map("test").integer("n"));
    }

    private static void requireDone(String study, int exitCode) throws InterruptedException {
        if (exitCode == 130) {
            throw new InterruptedException();
        }
        if (exitCode != 0) {
            throw new IllegalStateException(study + " could not be gone on with. Maybe: sweetspot resume " + study);
        }
    }

    private boolean isThere(String study) {
        try (var store = stores.open()) {
            return store.find(study).isPresent();
        }
    }

    private Objective objective(String study) {
        try (var store = stores.open()) {
            return Study.open(store, study, Clock.systemUTC(), TuneSession.LEASE)
                    .spec()
                    .objectives()
                    .get(0);
        }
    }

    private Path reportFile(int fold) {
        return place(fold).resolve("report.json");
    }

    private Form.MapForm report(int fold) {
        try {
            return Json.parseMap(
                    Files.readString(reportFile(fold)), reportFile(fold).toString());
        } catch (IOException e) {
            throw new IllegalStateException(reportFile(fold) + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** What was measured on an outer fold. */
    private static Map<String, Double> measured(Form.MapForm report) {
        var values = new LinkedHashMap<String, Double>();
        if (report.find("test").orElse(null) instanceof Form.MapForm test) {
            test.entries().forEach((name, form) -> {
                if (form instanceof Form.NumberForm number) {
                    values.put(name, number.doubleValue());
                }
            });
        }
        return values;
    }

    private String metric(int fold) {
        var values = measured(report(fold));
        return LEADING.stream().filter(values::containsKey).findFirst().orElse("frechet_distance");
    }

    /** By time fold j is as large as each of the j blocks before it; else all others are learnt from. */
    private static double testedPerTrained(int folds, boolean byTime) {
        double sum = 0;
        for (int fold = 1; fold <= folds; fold++) {
            sum += byTime ? 1.0 / fold : 1.0 / (folds - 1);
        }
        return sum / folds;
    }

    private Form.MapForm toForm(Nested nested) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(name));
        entries.put("nested", Form.of(nested.folds().size()));
        entries.put("metric", Form.of(nested.metric()));
        entries.put("value", Form.of(nested.value()));
        entries.put("low", Form.of(nested.interval().low()));
        entries.put("high", Form.of(nested.interval().high()));
        if (nested.sought()) {
            entries.put("validation", Form.of(nested.validation()));
        }
        entries.put("folds", Form.of(nested.folds().stream().map(this::toForm).toList()));
        return Form.of(entries);
    }

    private Form.MapForm toForm(OuterFold fold) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(fold.study()));
        entries.put("value", Form.of(fold.tested()));
        entries.put("n", Form.of(fold.items()));
        entries.put("validation", Form.of(fold.validation()));
        entries.put("configuration", SpaceForms.toForm(fold.winner()));
        entries.put(
                "folder",
                Form.of(place(fold.fold()).toAbsolutePath().normalize().toString()));
        return Form.of(entries);
    }

    private void write(Form.MapForm form) {
        var file = folder.resolve("nested.json");
        try {
            Files.writeString(file, Json.writeIndented(form));
            output.say("Everything is in " + folder + "; nested.json there has these figures.");
        } catch (IOException e) {
            output.progress(file + ": could not be written (" + e.getMessage() + ")");
        }
    }
}
