package dev.sweetspot.studio.overview;

import dev.sweetspot.studio.project.Label;
import dev.sweetspot.studio.project.ProjectView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Images that somebody should look at before anything is learnt.
 *
 * @param of each such image by its number, ascending
 */
public record Problems(Map<Integer, Set<Problem>> of) {
    private static final int TINY = 8;

    /** What is wrong with the images that are there. */
    public static Problems in(ProjectView project) {
        var problems = new TreeMap<Integer, Set<Problem>>();
        var looks = new HashMap<String, List<Integer>>();
        var channels = new TreeMap<Integer, Integer>();
        for (int i : project.present()) {
            var facts = project.image(i).facts();
            looks.computeIfAbsent(facts.look(), any -> new ArrayList<>(1)).add(i);
            channels.merge(facts.channels(), 1, Integer::sum);
        }
        int usual = channels.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(1);
        for (int i : project.present()) {
            var facts = project.image(i).facts();
            if (Math.min(facts.height(), facts.width()) < TINY) {
                put(problems, i, Problem.TINY);
            }
            if (facts.blank()) {
                put(problems, i, Problem.BLANK);
            }
            if (facts.channels() != usual) {
                put(problems, i, Problem.CHANNELS);
            }
        }
        looks.values().stream().filter(alike -> alike.size() > 1).forEach(alike -> {
            boolean conflict = alike.stream()
                            .flatMap(i -> project.label(i).map(Label::category).stream())
                            .distinct()
                            .count()
                    > 1;
            alike.forEach(i -> put(problems, i, conflict ? Problem.CONFLICT : Problem.COPY));
        });
        return new Problems(problems);
    }

    private static void put(Map<Integer, Set<Problem>> problems, int image, Problem problem) {
        problems.computeIfAbsent(image, any -> EnumSet.noneOf(Problem.class)).add(problem);
    }
}
