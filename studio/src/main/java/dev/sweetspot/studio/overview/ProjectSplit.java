package dev.sweetspot.studio.overview;

import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.studio.project.Label;
import dev.sweetspot.studio.project.ProjectView;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws the parts of a project so that each category has its share of each. Unknown images are in none. */
public final class ProjectSplit {
    private ProjectSplit() {}

    /**
     * The part of each labelled image.
     *
     * @param keepTest whether images that are in the test part stay there, and no others come to it
     * @throws InvalidInputException when there are too few labelled images
     */
    public static Map<Integer, Part> draw(
            ProjectView project, Splitter splitter, boolean keepTest, RandomGenerator random) {
        var labelled = Arrays.stream(project.present())
                .filter(i -> project.label(i).isPresent())
                .toArray();
        if (labelled.length == 0) {
            throw new InvalidInputException("images", 0, "none has a label yet", "label some first?");
        }
        var categories = project.categories();
        var places = new LinkedHashMap<Integer, Integer>();
        categories.forEach(category -> places.put(category.id(), places.size()));
        var labels = Arrays.stream(labelled)
                .map(i -> project.label(i).map(Label::category).map(places::get).orElseThrow())
                .toArray();
        var names = categories.stream().map(category -> category.name()).toList();
        var given = Arrays.stream(labelled)
                .mapToObj(i -> project.part(i)
                        .filter(part -> keepTest && part == Part.TEST)
                        .orElse(null))
                .toArray(Part[]::new);
        var parts = splitter.split(new Task.Classification(List.copyOf(names), labels), GivenParts.of(given), random);
        var drawn = new LinkedHashMap<Integer, Part>();
        for (var part : Part.values()) {
            for (int i : parts.of(part)) {
                drawn.put(labelled[i], part);
            }
        }
        return drawn;
    }
}
