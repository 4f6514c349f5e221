package dev.sweetspot.classic.lightgbm;

import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.Effort;
import dev.sweetspot.classic.family.KeptAside;
import dev.sweetspot.classic.family.Matrix;
import dev.sweetspot.classic.family.Targets;
import dev.sweetspot.space.Configuration;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Optional;

/** Round after round, until all are made, or more do no good, or somebody says that it is enough. */
record Boosting(Configuration configuration, Effort effort) {
    /** Of what is kept aside, the first and only metric. */
    private static final int ASIDE = 1;

    ClassicModel fit(Matrix rows, Targets targets) throws InterruptedException {
        var kept = configuration.get(LightgbmParameters.EARLY_STOPPING)
                ? Optional.of(KeptAside.of(targets, effort.seed())).filter(drawn -> drawn.aside().length > 0)
                : Optional.<KeptAside>empty();
        try {
            if (kept.isEmpty()) {
                try (var learning = data(rows, targets, Optional.empty())) {
                    return boosted(learning, targets, Optional.empty());
                }
            }
            int[] learnt = kept.get().learning();
            int[] aside = kept.get().aside();
            try (var learning = data(rows.some(learnt), targets.some(learnt), Optional.empty());
                    var watched = data(rows.some(aside), targets.some(aside), Optional.of(learning))) {
                return boosted(learning, targets, Optional.of(watched));
            }
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM: " + e.getMessage(), e);
        }
    }

    private ClassicModel boosted(LGBMDataset learning, Targets targets, Optional<LGBMDataset> aside)
            throws LGBMException, InterruptedException {
        int classes = targets instanceof Targets.Classes known ? known.count() : 0;
        try (var booster = LGBMBooster.create(learning, LightgbmParameters.of(configuration, targets, effort.seed()))) {
            if (aside.isPresent()) {
                booster.addValidData(aside.get());
            }
            int rounds = rounds(booster, aside.isPresent());
            var text = booster.saveModelToString(0, rounds, LGBMBooster.FeatureImportanceType.SPLIT);
            return LightgbmModel.of(text, classes, rounds);
        }
    }

    /** Boosts; returns how many rounds count. */
    private int rounds(LGBMBooster booster, boolean watched) throws LGBMException, InterruptedException {
        int rounds = configuration.get(LightgbmParameters.ROUNDS);
        int patience = configuration.find(LightgbmParameters.PATIENCE).orElse(rounds);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        int made = 0;
        boolean goOn = true;
        while (goOn && made < rounds && made - best < patience) {
            // True where no tree can be grown any more.
            boolean over = booster.updateOneIter();
            made++;
            double loss = watched ? booster.getEval(ASIDE)[0] : 0;
            if (!watched || loss < least) {
                least = loss;
                best = made;
            }
            goOn = effort.watch().goOn(made, rounds) && !over;
        }
        return Math.max(1, best);
    }

    private LGBMDataset data(Matrix rows, Targets targets, Optional<LGBMDataset> like) throws LGBMException {
        var set = made(rows, like);
        try {
            if (targets instanceof Targets.Classes classes) {
                var labels = new float[classes.size()];
                for (int i = 0; i < labels.length; i++) {
                    labels[i] = classes.labels()[i];
                }
                set.setField("label", labels);
                set.setField("weight", classes.weights());
            } else {
                set.setField("label", ((Targets.Numbers) targets).values());
            }
            return set;
        } catch (LGBMException e) {
            set.close();
            throw e;
        }
    }

    @SuppressWarnings("NullAway") // the library takes null where there is no other set
    private LGBMDataset made(Matrix rows, Optional<LGBMDataset> like) throws LGBMException {
        return LGBMDataset.createFromMat(
                rows.values(),
                rows.rows(),
                rows.columns(),
                true,
                LightgbmParameters.ofRows(configuration),
                like.orElse(null));
    }
}
