package dev.sweetspot.samplers.grid;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.math.sequence.Halton;
import dev.sweetspot.math.sequence.Sequence;
import dev.sweetspot.math.sequence.Sobol;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.sampler.Untried;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Every configuration of a grid, each once, then the end. All values of a parameter that can be counted, and a number of
 * points for one that cannot. The coarse comes first: cells are met in the order of a Sobol sequence, so that a search
 * which ends early has looked everywhere; when that meets little that is new, the rest follows in order. The place on the
 * way follows from what has been tried, so that an interrupted grid goes on.
 *
 * <p>Where relations leave less than one of {@value #CELLS} cells in a row, the grid ends there.
 *
 * @param points for each parameter whose values cannot be counted: spread evenly over its scale, both ends included
 */
public record Grid(int points) implements Sampler {
    private static final int CELLS = 1_000_000;

    /** Five points for each parameter whose values cannot be counted. */
    public Grid() {
        this(5);
    }

    /** Checks the range. */
    public Grid {
        if (points < 1 || points > 1_000_000) {
            throw new InvalidInputException("points", points, "must be from 1 to 1000000", "5?");
        }
    }

    @Override
    public String name() {
        return "grid";
    }

    @Override
    public String help() {
        return "Tries every combination once, the coarse first: for small spaces.";
    }

    /**
     * How far the first trials of a study have come: every point of the sequence before the index, and every cell in order
     * before those levels, has been tried or breaks a relation.
     */
    private record Place(Cells cells, int trials, long index, List<Integer> levels) {}

    @Override
    public Proposal suggest(Question question, RandomGenerator random) {
        var untried = Untried.of(question);
        int trials = question.history().size();
        var place = question.memory()
                .recall(Grid.class, Place.class)
                .filter(kept -> kept.trials <= trials && kept.cells.areOf(question.space(), points))
                .orElseGet(() -> start(new Cells(question.space(), points)));
        var cells = place.cells;
        for (long index = place.index; index < 200 + 2L * trials && cells.dimensions() > 0; index++) {
            var configuration =
                    cells.at(cells.around(sequence(cells.dimensions()).point(index)));
            if (configuration.filter(untried::contains).isPresent()) {
                question.memory().keep(Grid.class, new Place(cells, trials, index, place.levels));
                return new Proposal.Suggested(configuration.get(), List.of("the next of the grid, coarse first"));
            }
        }
        var levels = place.levels.stream().mapToInt(Integer::intValue).toArray();
        int looked = 0;
        do {
            var configuration = cells.at(levels);
            if (configuration.filter(untried::contains).isPresent()) {
                var here = Arrays.stream(levels).boxed().toList();
                question.memory().keep(Grid.class, new Place(cells, trials, place.index, here));
                return new Proposal.Suggested(
                        configuration.get(), List.of("the next of the rest of the grid, in order"));
            }
            looked += configuration.isPresent() ? 0 : 1;
        } while (looked < CELLS && cells.next(levels));
        return new Proposal.Exhausted();
    }

    private static Place start(Cells cells) {
        return new Place(cells, 0, 0, Collections.nCopies(cells.dimensions(), 0));
    }

    private static Sequence sequence(int dimensions) {
        return dimensions <= Sobol.MOST_DIMENSIONS ? Sobol.plain(dimensions) : Halton.plain(dimensions);
    }
}
