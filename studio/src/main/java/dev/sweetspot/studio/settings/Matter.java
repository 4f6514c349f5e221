package dev.sweetspot.studio.settings;

import dev.sweetspot.data.Part;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.image.ImageHeader;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.ImageSpace;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.studio.project.ProjectView;
import java.util.Arrays;
import java.util.HashSet;

/**
 * What is learnt from, as far as it decides what can be set and what a training takes.
 *
 * @param input the shape that each image is brought to where nobody says otherwise
 * @param learntFrom how many images a training learns from, about
 * @param classes how many are told apart, at least 1
 */
public record Matter(Shape.Image input, int learntFrom, int classes) {
    /** So many of the labelled images are left for training where the parts were not chosen yet. */
    private static final double LEFT = 0.64;

    private static final int USUAL_CHANNELS = 3;

    /** That of a project as it is now; a project without labels can be learnt from as soon as there are some. */
    public static Matter of(ProjectView project) {
        var labelled = Arrays.stream(project.present())
                .filter(image -> project.label(image).isPresent())
                .toArray();
        var headers = Arrays.stream(labelled.length > 0 ? labelled : project.present())
                .mapToObj(image -> project.image(image).facts())
                .map(facts -> new ImageHeader(facts.height(), facts.width()))
                .toList();
        var size = InputSize.ofData().of(headers);
        int channels = Arrays.stream(project.present())
                .map(image -> project.image(image).facts().channels())
                .max()
                .orElse(USUAL_CHANNELS);
        var classes = new HashSet<Integer>();
        Arrays.stream(labelled)
                .forEach(image -> classes.add(project.label(image).orElseThrow().category()));
        return new Matter(
                new Shape.Image(size.height(), size.width(), channels),
                learntFrom(project, labelled),
                Math.max(1, classes.size()));
    }

    private static int learntFrom(ProjectView project, int[] labelled) {
        long chosen = Arrays.stream(labelled)
                .filter(image ->
                        project.part(image).filter(Part.TRAINING::equals).isPresent())
                .count();
        return Math.max(1, chosen > 0 ? (int) chosen : (int) (LEFT * labelled.length));
    }

    /** All that can be set of networks for it. */
    public SearchSpace space() {
        var able = Families.able(input, Task.Kind.CLASSIFICATION);
        return ImageSpace.of(able, Task.Kind.CLASSIFICATION, size());
    }

    ModelFamily.DataSize size() {
        return new ModelFamily.DataSize(input, learntFrom, classes);
    }
}
