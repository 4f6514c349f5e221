package dev.sweetspot.classic.learning;

import dev.sweetspot.classic.family.ClassicFamilies;
import dev.sweetspot.classic.family.ClassicFamily;
import dev.sweetspot.data.Task;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.Arrays;
import java.util.List;

/** How much the rows of each class count. */
final class ClassWeighting {
    private static final String BALANCED = "balanced";

    /** As networks have it. */
    static final CategoricalParameter<String> CLASS_WEIGHTS = Parameter.categorical("class_weights", "none", BALANCED)
            .with(About.help(
                    "How much examples count: none is all alike; balanced counts those of rare classes more, so that "
                            + "all classes together count alike. Helps where some classes are much rarer than others and matter as "
                            + "much."));

    private ClassWeighting() {}

    static SearchSpace addTo(SearchSpace space, List<ClassicFamily> families, Task.Kind task) {
        var weighing = families.stream()
                .filter(ClassicFamily::weighs)
                .map(ClassicFamily::name)
                .toArray(String[]::new);
        return task == Task.Kind.CLASSIFICATION && weighing.length > 0
                ? space.with(CLASS_WEIGHTS, Condition.when(ClassicFamilies.root(families), weighing))
                : space;
    }

    /** A sentence, where classes do not count as they come. */
    static String inWords(Configuration configuration) {
        return configuration.find(CLASS_WEIGHTS).orElse("none").equals(BALANCED)
                ? " Rare classes count as much as frequent ones."
                : "";
    }

    /**
     * The weight of each row, mean 1: {@code n / (k n_c)} with n rows, n_c of them in class c, and k classes that have any.
     *
     * @param labels from 0 to {@code count - 1}
     */
    static float[] of(Configuration configuration, int[] labels, int count) {
        var weights = new float[labels.length];
        Arrays.fill(weights, 1);
        if (!configuration.find(CLASS_WEIGHTS).orElse("none").equals(BALANCED)) {
            return weights;
        }
        var counts = new int[count];
        for (int label : labels) {
            counts[label]++;
        }
        double present = Arrays.stream(counts).filter(some -> some > 0).count();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (labels.length / (present * counts[labels[i]]));
        }
        return weights;
    }
}
