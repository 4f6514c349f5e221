package dev.sweetspot.benchmarks.regret.yahpo;

import dev.sweetspot.benchmarks.regret.Challenge;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.study.StableRandom;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The challenges that need a folder of surrogates, and any other that its surrogates can make. */
public final class YahpoChallenges {
    private static final String EPOCH = "epoch";
    private static final int DRAWS_FOR_A_LIMIT = 1001;
    /** Costs span orders of magnitude: their logarithm is the objective. */
    private static final Set<String> COSTS = Set.of("time", "timetrain", "rammodel", "memory");

    /** Targets that say how long the training took, in seconds. */
    private static final List<String> TIMES = List.of("time", "timetrain");

    private static final double LEAST_COST = 1e-2;

    private final Path folder;
    private final Map<String, Surrogate> surrogates = new ConcurrentHashMap<>();

    /** @param folder with a folder for each scenario */
    public YahpoChallenges(Path folder) {
        this.folder = folder;
    }

    /** Those of the list whose scenarios are in the folder. */
    public List<Challenge> all() {
        return ((ListForm) Scenario.resource("challenges.json"))
                .items().stream()
                        .map(Fields::of)
                        .filter(fields -> Files.isRegularFile(
                                folder.resolve(fields.text("scenario")).resolve("model.onnx")))
                        .map(this::challenge)
                        .toList();
    }

    /**
     * One that is not in the list.
     *
     * @param text {@code yahpo:SCENARIO:INSTANCE:TARGET}, several targets with commas, {@code :epochs} at the end for the
     *     multi-fidelity form
     */
    public Challenge named(String text) {
        var parts = text.split(":", -1);
        if (parts.length < 4 || parts.length > 5) {
            throw new InvalidInputException(
                    "problem", text, "must be yahpo:SCENARIO:INSTANCE:TARGET", "yahpo:lcbench:3945:val_accuracy?");
        }
        return other(text, parts[1], parts[2], List.of(parts[3].split(",")), parts.length == 5);
    }

    private Challenge other(String name, String scenario, String instance, List<String> targets, boolean epochs) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("name", Form.of(name));
        entries.put("scenario", Form.of(scenario));
        entries.put("instance", Form.of(instance));
        entries.put("targets", Form.of(targets.stream().map(Form::of).toList()));
        entries.put("epochs", Form.of(epochs));
        return challenge(Fields.of(Form.of(entries)));
    }

    /** The same surrogate with every other data set that it knows. */
    private List<Challenge> others(Surrogate surrogate, String instance, List<String> targets) {
        var scenario = surrogate.scenario().name();
        return surrogate.instances().stream()
                .filter(each -> !each.equals(instance))
                .map(each -> other("yahpo:" + scenario + ":" + each, scenario, each, targets, false))
                .toList();
    }

    private Challenge challenge(Fields fields) {
        var name = fields.text("scenario");
        var surrogate = surrogates.computeIfAbsent(
                name, scenario -> new Surrogate(Scenario.named(scenario), folder.resolve(scenario)));
        var instance = fields.text("instance");
        var targets = Scenario.texts(fields, "targets");
        var limit = fields.findText("limit").map(target -> limit(surrogate, instance, target));
        boolean parts = fields.findTruth("epochs").orElse(false);
        var measured = new ArrayList<>(targets);
        limit.ifPresent(constraint -> measured.add(constraint.name()));
        var objectives = targets.stream().map(Objective::minimize).toList();
        var limits = limit.stream().toList();
        var sets = Set.copyOf(Scenario.texts(fields, "sets"));
        if (!parts) {
            return new Challenge(
                    fields.text("name"),
                    new Problem(surrogate.space(), objectives, limits, Fidelity.WHOLE),
                    (configuration, fidelity) -> measured(measure(surrogate, configuration, instance), measured),
                    sets,
                    () -> others(surrogate, instance, targets));
        }
        int most = (int) full(surrogate, EPOCH);
        var curves = new Curves(surrogate, instance, EPOCH, most);
        return new Challenge(
                fields.text("name"),
                new Problem(surrogate.space(), objectives, limits, Fidelity.epochs(most)),
                (configuration, epoch) -> measured(curves.at(configuration, (int) epoch), measured),
                sets);
    }

    private static double full(Surrogate surrogate, String name) {
        return Optional.ofNullable(surrogate.scenario().fidelity().get(name))
                .orElseThrow(() -> new InvalidInputException(
                        "scenario", surrogate.scenario().name(), "has no epochs", "lcbench?"));
    }

    /** A training in full. */
    private static Map<String, Double> measure(Surrogate surrogate, Configuration configuration, String instance) {
        return surrogate.evaluate(configuration, instance, List.of(Map.of())).get(0);
    }

    private static Measurements measured(Map<String, Double> found, List<String> targets) {
        var measured = Measurements.NONE;
        for (var target : targets) {
            measured = measured.and(target, smallerIsBetter(target, found.getOrDefault(target, Double.NaN)));
        }
        for (var time : TIMES) {
            if (found.containsKey(time)) {
                measured = measured.and(Challenge.SECONDS, Math.max(found.get(time), LEAST_COST));
            }
        }
        return measured;
    }

    private static double smallerIsBetter(String target, double value) {
        if (COSTS.contains(target)) {
            return Math.log10(Math.max(value, LEAST_COST));
        }
        return switch (target) {
            case "acc", "f1", "auc" -> 1 - value;
            case "val_accuracy" -> (100 - value) / 100;
            default -> value;
        };
    }

    /** At most the median of random configurations: half of the space breaks it. */
    private static Constraint limit(Surrogate surrogate, String instance, String target) {
        var random = new StableRandom(0);
        var values = new double[DRAWS_FOR_A_LIMIT];
        for (int i = 0; i < values.length; i++) {
            var configuration = Encoding.of(surrogate.space()).draw(random).orElseThrow();
            values[i] = measured(measure(surrogate, configuration, instance), List.of(target))
                    .find(target)
                    .orElse(Double.NaN);
        }
        Arrays.sort(values);
        return new Constraint(target, Constraint.Bound.AT_MOST, values[values.length / 2], Constraint.Known.AFTER);
    }
}
