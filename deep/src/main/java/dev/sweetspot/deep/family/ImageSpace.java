package dev.sweetspot.deep.family;

import dev.sweetspot.deep.training.loss.Task;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The space of image classifiers: the family at its root, what all share, and each family's own part as a branch. */
public final class ImageSpace {
    private ImageSpace() {}

    /** The installed families, the default first. */
    public static List<ModelFamily> families() {
        return ServiceLoader.load(ModelFamily.class, ImageSpace.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ModelFamily::name))
                .toList();
    }

    /** The families of these names; all when there are none. */
    public static List<ModelFamily> families(List<String> names) {
        var all = families();
        if (names.isEmpty()) {
            return all;
        }
        var known = all.stream().map(ModelFamily::name).toList();
        var chosen = new ArrayList<ModelFamily>();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new InvalidInputException("family", name, "is not known", DidYouMean.maybe(name, known));
            }
            chosen.add(all.get(known.indexOf(name)));
        }
        return chosen;
    }

    /** The parameter that chooses. */
    static CategoricalParameter<String> root(List<ModelFamily> families) {
        return Parameter.categorical(
                        "family", families.stream().map(ModelFamily::name).toArray(String[]::new))
                .with(Hyperparameters.help("The kind of network: cnn looks for patterns wherever they are and is the "
                        + "usual choice for images; mlp is simpler and quicker."));
    }

    /** All that can be set. */
    public static SearchSpace of(List<ModelFamily> families, ModelFamily.DataSize data) {
        int side = Math.min(data.image().height(), data.image().width());
        var root = root(families);
        var space = SearchSpace.of(root);
        for (var family : families) {
            for (var parameter : family.parameters(data)) {
                space = space.with(parameter, Condition.when(root, family.name()));
            }
        }
        space = NetworkParameters.addTo(space);
        space = TrainingSpace.addTo(space, Task.CLASSIFICATION, data.examples());
        space = AugmentationParameters.addTo(space, side);
        return StoppingParameters.addTo(space);
    }
}
