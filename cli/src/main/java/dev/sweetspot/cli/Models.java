package dev.sweetspot.cli;

import dev.sweetspot.classic.learning.ClassicLearning;
import dev.sweetspot.classic.learning.ClassicTable;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.deep.space.Hyperparameters;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.SearchSpace;
import java.util.List;
import java.util.Optional;

/** Classical models of the families that a person named, with what was set and what is to be searched. */
final class Models {
    private Models() {}

    /**
     * To search among.
     *
     * @throws InvalidInputException when the data does not take it, or something was set that would do nothing
     */
    static Learner of(Divided divided, DataOptions data, SearchOptions search) {
        var table = ClassicTable.of(divided);
        var whole = whole(table, data);
        var space = data.settings().fix(search.narrow(whole, data.settings().fix(whole, whole)), whole);
        space.requireFeasible();
        return seeking(new ClassicLearning(table, space), search.objectives(data.metric()));
    }

    /** To train by hand: all that can be set may be. */
    static Learner byHand(Divided divided, DataOptions data) {
        var table = ClassicTable.of(divided);
        return seeking(
                new ClassicLearning(table, whole(table, data)),
                data.metric().map(List::of).orElse(List.of()));
    }

    private static ClassicLearning seeking(ClassicLearning learner, List<String> objectives) {
        return objectives.isEmpty() ? learner : learner.seeking(objectives);
    }

    private static SearchSpace whole(ClassicTable table, DataOptions data) {
        refuse(data.settings().text(Hyperparameters.EPOCHS.name()));
        return table.space(data.families().classical());
    }

    private static void refuse(Optional<String> epochs) {
        epochs.ifPresent(value -> {
            throw new InvalidInputException(
                    Hyperparameters.EPOCHS.name(),
                    value,
                    "counts only for networks: a classical model is fitted to its end",
                    "leave it out, or a family of networks?");
        });
    }
}
