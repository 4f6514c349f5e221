package dev.sweetspot.benchmarks.regret.yahpo;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network that answers what a training would have given. Safe for several threads.
 *
 * <p>The file has two inputs, categories as codes and numbers in natural units, and one output with a column for each
 * target.
 */
final class Surrogate {
    private final Scenario scenario;
    private final SearchSpace space;
    private final Map<String, Map<String, Integer>> codes;
    private final OrtSession session;

    /** @param folder with model.onnx, config_space.json and encoding.json */
    Surrogate(Scenario scenario, Path folder) {
        this.scenario = scenario;
        this.space = ScenarioSpace.read(folder.resolve("config_space.json"), scenario);
        this.codes = ScenarioSpace.codes(folder.resolve("encoding.json"));
        try (var options = new OrtSession.SessionOptions()) {
            // One thread each: searches run side by side, and the network is small.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = OrtEnvironment.getEnvironment()
                    .createSession(folder.resolve("model.onnx").toString(), options);
        } catch (OrtException e) {
            throw new IllegalStateException("the surrogate in " + folder + " cannot be opened", e);
        }
    }

    SearchSpace space() {
        return space;
    }

    /** The data sets that it knows, in an order that is always the same. */
    List<String> instances() {
        return codes.getOrDefault(scenario.instance(), Map.of()).keySet().stream()
                .sorted()
                .toList();
    }

    Scenario scenario() {
        return scenario;
    }

    /**
     * What comes out, by target, as the network gives it: one answer for each part, all in one go.
     *
     * @param parts how much is trained, by name; what is not named is trained in full. More than one only where the network
     *     takes several rows
     */
    List<Map<String, Double>> evaluate(Configuration configuration, String instance, List<Map<String, Double>> parts) {
        var inputs = new LinkedHashMap<String, OnnxTensor>();
        var names = session.getInputNames().iterator();
        var own = categories(configuration, instance);
        var codesOfAll = parts.stream().map(part -> own).toArray(int[][]::new);
        var numbersOfAll =
                parts.stream().map(part -> numbers(configuration, part)).toArray(float[][]::new);
        try (var categories = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), codesOfAll);
                var numbers = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), numbersOfAll)) {
            inputs.put(names.next(), categories);
            inputs.put(names.next(), numbers);
            try (var result = session.run(inputs)) {
                return Arrays.stream((float[][]) result.get(0).getValue())
                        .map(this::byTarget)
                        .toList();
            }
        } catch (OrtException e) {
            throw new IllegalStateException(scenario.name() + " cannot be evaluated", e);
        }
    }

    private Map<String, Double> byTarget(float[] row) {
        var found = new LinkedHashMap<String, Double>();
        for (int i = 0; i < row.length; i++) {
            found.put(scenario.targets().get(i), (double) row[i]);
        }
        return found;
    }

    private int[] categories(Configuration configuration, String instance) {
        return scenario.categorical().stream()
                .mapToInt(name -> {
                    var value = name.equals(scenario.instance())
                            ? instance
                            : configuration.values().get(name);
                    return value == null
                            ? 0
                            : codes.getOrDefault(name, Map.of()).getOrDefault(value.toString(), 0);
                })
                .toArray();
    }

    private float[] numbers(Configuration configuration, Map<String, Double> part) {
        var numbers = new float[scenario.numeric().size()];
        for (int i = 0; i < numbers.length; i++) {
            var name = scenario.numeric().get(i);
            var value = configuration.values().get(name);
            numbers[i] = value instanceof Number number
                    ? number.floatValue()
                    : part.getOrDefault(name, scenario.fidelity().getOrDefault(name, 0.0))
                            .floatValue();
        }
        return numbers;
    }
}
