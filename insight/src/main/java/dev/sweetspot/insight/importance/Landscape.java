package dev.sweetspot.insight.importance;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Openness;
import dev.sweetspot.insight.Studied;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What a forest makes of one number over the whole space of a study: what {@link FunctionalAnova} divides, and what the
 * influence of single parameters is read from. Computed once, asked often. Immutable.
 */
public final class Landscape {
    /** Fewer configurations say nothing. */
    public static final int FEWEST = 10;

    /** More trials hardly change what matters, and take long: of a larger study so many are learnt from, evenly picked. */
    public static final int MOST = 1_000;

    private static final int NAMED_PAIRS = 10;
    private static final String METHOD =
            "functional ANOVA: the share of how much the value differs over the whole space";

    private final Aspect aspect;
    private final Sample sample;
    private final Optional<Model> model;
    private final int trials;

    /** What was learnt, where there was enough to learn from. */
    private record Model(
            Cube cube, Pairs pairs, Components components, Variances variances, Seen seen, double foretold) {}

    private Landscape(Aspect aspect, Sample sample, Optional<Model> model, int trials) {
        this.aspect = aspect;
        this.sample = sample;
        this.model = model;
        this.trials = trials;
    }

    /** That of a number of a study. */
    public static Landscape of(Studied studied, Aspect aspect) {
        return of(studied, aspect, new FunctionalAnova());
    }

    /** The same by other settings. */
    public static Landscape of(Studied studied, Aspect aspect, FunctionalAnova growth) {
        return KnownLandscapes.of(studied, aspect, growth, () -> learnt(studied, aspect, growth));
    }

    private static Landscape learnt(Studied studied, Aspect aspect, FunctionalAnova growth) {
        var sample = Sample.of(studied.thinned(MOST), aspect);
        boolean enough = sample.size() >= FEWEST
                && !sample.space().parameters().isEmpty()
                && Arrays.stream(sample.values()).distinct().count() > 1;
        return new Landscape(
                aspect,
                sample,
                enough ? Optional.of(model(sample, growth, studied.spec().seed())) : Optional.empty(),
                studied.history().size());
    }

    private static Model model(Sample sample, FunctionalAnova growth, long seed) {
        var cube = Cube.of(sample.space(), sample.points());
        var columns = cube.columns(sample.points());
        var pairs = new Pairs(cube);
        var forest = Forest.grow(growth, cube, columns, sample.values(), sample.spreads(), seed);
        var components = Components.of(forest, new Mains(cube), pairs, seed);
        var named = IntStream.range(0, pairs.pairs().size())
                .boxed()
                .sorted(Comparator.comparingDouble(p -> -components.pair(p)))
                .limit(NAMED_PAIRS)
                .mapToInt(p -> p)
                .toArray();
        var unseen = Unseen.of(forest, components, pairs, named, columns, sample.values());
        return new Model(
                cube,
                pairs,
                components,
                Variances.of(forest, components, unseen, named, free(cube, pairs)),
                Seen.of(unseen.certainties(), cube.size(), pairs.pairs().size(), named),
                unseen.foretold());
    }

    /** How many numbers tell what each parameter does, then what each pair does beyond that. */
    private static int[] free(Cube cube, Pairs pairs) {
        return IntStream.concat(
                        IntStream.range(0, cube.size()).map(c -> cube.bins(c).free()),
                        pairs.pairs().stream()
                                .mapToInt(pair -> cube.bins(pair.one()).free()
                                        * cube.bins(pair.other()).free()))
                .toArray();
    }

    /** The number. */
    public Aspect aspect() {
        return aspect;
    }

    /** What it was learnt from. */
    public Sample sample() {
        return sample;
    }

    /** See {@link Importances#foretold}; 0 where nothing could be learnt. */
    public double foretold() {
        return model.map(Model::foretold).orElse(0.0);
    }

    /** What mattered. */
    public Importances importances() {
        if (model.isEmpty()) {
            var notes = notes();
            notes.add(
                    sample.size() < FEWEST
                            ? sample.size() + " configurations with a value are too few to say what matters: it takes "
                                    + FEWEST + "."
                            : "Nothing mattered: all values are the same.");
            return new Importances(aspect, METHOD, sample.size(), OptionalDouble.empty(), List.of(), List.of(), notes);
        }
        var cube = model.get().cube();
        var variances = model.get().variances();
        var mains = new ArrayList<Importance>();
        for (int c = 0; c < cube.size(); c++) {
            if (isOpen(cube.name(c))) {
                mains.add(variances.main(c, List.of(cube.name(c))));
            }
        }
        var pairs = new ArrayList<Importance>();
        for (int p = 0; p < model.get().pairs().pairs().size(); p++) {
            var pair = model.get().pairs().pairs().get(p);
            var names = List.of(cube.name(pair.one()), cube.name(pair.other()));
            if (names.stream().allMatch(this::isOpen)) {
                pairs.add(variances.pair(p, names));
            }
        }
        var largest = Comparator.<Importance>comparingDouble(each -> -each.share());
        mains.sort(largest);
        pairs.sort(largest);
        return new Importances(aspect, METHOD, sample.size(), OptionalDouble.of(foretold()), mains, pairs, notes());
    }

    private boolean isOpen(String parameter) {
        return sample.space().find(parameter).filter(Openness::isOpen).isPresent();
    }

    private List<String> notes() {
        var notes = new ArrayList<>(sample.notes());
        if (trials > MOST) {
            notes.add("Learnt from " + MOST + " of " + trials + " trials, evenly picked.");
        }
        return notes;
    }

    /** What one parameter does alone; empty where nothing could be learnt, or there is no such parameter. */
    public Optional<MainEffect> effect(String parameter) {
        return model.flatMap(learnt -> IntStream.range(0, learnt.cube().size())
                .filter(c -> learnt.cube().name(c).equals(parameter))
                .boxed()
                .findFirst()
                .map(c -> MainEffect.of(
                        learnt.cube(),
                        c,
                        learnt.components(),
                        learnt.variances(),
                        learnt.seen().main(c))));
    }

    /**
     * Whether two parameters are seen to do anything together: by more than chance would in one of twenty studies, in any of
     * their pairs.
     */
    public boolean seenTogether(List<String> parameters) {
        return model.filter(learnt -> IntStream.range(0, learnt.pairs().pairs().size())
                        .filter(p -> parameters.containsAll(List.of(
                                learnt.cube().name(learnt.pairs().pairs().get(p).one()),
                                learnt.cube().name(learnt.pairs().pairs().get(p).other()))))
                        .anyMatch(learnt.seen()::pair))
                .isPresent();
    }
}
