package dev.sweetspot.cli;

import dev.sweetspot.classic.learning.ClassicLearning;
import dev.sweetspot.classic.learning.ClassicTable;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.learner.OneOfLearners;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.learning.NetworksByFold;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.space.Hint;
import dev.sweetspot.deep.space.Hyperparameters;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Objective;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Models whose trials are made of folds: classical ones of the families that a person named, with networks among them where
 * these were named too.
 *
 * @param learner tries all that can be set
 * @param hints what the data say of settings of networks
 */
record Models(Learner learner, List<Hint> hints) {
    /** Keeps a copy. */
    Models {
        hints = List.copyOf(hints);
    }

    /**
     * Those of the families that were named.
     *
     * @param objectives what to make better; empty for the usual metric of the data
     * @throws InvalidInputException when the data does not take them, or something was set that would do nothing
     */
    static Models of(Divided divided, DataOptions data, List<String> objectives) {
        var table = ClassicTable.of(divided);
        var families = data.families();
        var plain = new ClassicLearning(table, table.space(families.classical(table.size())));
        var classical = objectives.isEmpty() ? plain : plain.seeking(objectives);
        if (!families.mixed()) {
            refuseEpochs(data);
            return new Models(classical, List.of());
        }
        var items = SplitData.of(divided);
        var sought = classical.objectives().stream().map(Objective::name).toList();
        var learners = new LinkedHashMap<String, Learner>();
        learners.put("classic", classical);
        learners.put("network", new NetworksByFold(networks(items, data).seeking(sought)));
        return new Models(new OneOfLearners(learners), items.hints());
    }

    private static NetworkLearning networks(SplitData items, DataOptions data) {
        var task = items.set().task().kind();
        var all = items.space(Families.able(items.size().input(), task));
        var whole = data.settings().begun(Hint.standards(items.hints(), all));
        var chosen = Families.only(whole, data.families().networks(), items.size(), task);
        int epochs = data.epochs()
                .orElseGet(() -> (int) Speed.unhurriedEpochs(items.parts().training().length));
        return new NetworkLearning(items, chosen, Fidelity.epochs(epochs), items.usualPrecision());
    }

    /**
     * What is searched.
     *
     * @throws InvalidInputException when something was set or is to be searched that nothing would look at
     */
    SearchSpace space(DataOptions data, SearchOptions search) {
        var whole = learner.space();
        var fixed = data.settings().fix(whole, whole);
        boolean mixed = learner instanceof OneOfLearners;
        var space = data.settings()
                .fix(
                        mixed
                                ? search.narrow(whole, fixed, hints, Set.of(OneOfLearners.ROOT))
                                : search.narrow(whole, fixed),
                        whole);
        space.requireFeasible();
        return space;
    }

    private static void refuseEpochs(DataOptions data) {
        data.settings().text(Hyperparameters.EPOCHS.name()).ifPresent(value -> {
            throw new InvalidInputException(
                    Hyperparameters.EPOCHS.name(),
                    value,
                    "counts only for networks: a classical model is fitted to its end",
                    "leave it out, or a family of networks?");
        });
    }
}
