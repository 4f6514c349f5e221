package dev.sweetspot.classic.xgboost;

import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.Effort;
import dev.sweetspot.classic.family.KeptAside;
import dev.sweetspot.classic.family.Matrix;
import dev.sweetspot.classic.family.Targets;
import dev.sweetspot.space.Configuration;
import java.util.Map;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Round after round, until all are made, or more do no good, or somebody says that it is enough. */
record Boosting(Configuration configuration, Effort effort) {
    /** The attribute that says what a model predicts. */
    static final String KIND = "sweetspot_kind";

    static final String TWO_CLASSES = "two classes";

    ClassicModel fit(Matrix rows, Targets targets) throws InterruptedException {
        var kept = configuration.get(XgboostParameters.EARLY_STOPPING)
                ? Optional.of(KeptAside.of(targets, effort.seed())).filter(drawn -> drawn.aside().length > 0)
                : Optional.<KeptAside>empty();
        try {
            if (kept.isEmpty()) {
                return boosted(rows, targets, Optional.empty());
            }
            var aside = matrix(
                    rows.some(kept.get().aside()), targets.some(kept.get().aside()));
            try {
                var learning = kept.get().learning();
                return boosted(rows.some(learning), targets.some(learning), Optional.of(aside));
            } finally {
                aside.dispose();
            }
        } catch (XGBoostError e) {
            throw XgboostModel.failed(e);
        }
    }

    private ClassicModel boosted(Matrix rows, Targets targets, Optional<DMatrix> aside)
            throws XGBoostError, InterruptedException {
        var matrix = matrix(rows, targets);
        try {
            var parameters = XgboostParameters.of(configuration, targets, effort.seed());
            var booster = XGBoost.train(matrix, parameters, 0, Map.of(), null, null);
            try {
                booster.setAttr(
                        KIND, targets instanceof Targets.Classes classes && classes.count() == 2 ? TWO_CLASSES : "");
                return new XgboostModel(booster, rounds(booster, matrix, aside));
            } catch (XGBoostError | InterruptedException | RuntimeException e) {
                booster.dispose();
                throw e;
            }
        } finally {
            matrix.dispose();
        }
    }

    /** Boosts; returns how many rounds count. */
    private int rounds(Booster booster, DMatrix matrix, Optional<DMatrix> aside)
            throws XGBoostError, InterruptedException {
        int rounds = configuration.get(XgboostParameters.ROUNDS);
        int patience = configuration.find(XgboostParameters.PATIENCE).orElse(rounds);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        int made = 0;
        boolean goOn = true;
        while (goOn && made < rounds && made - best < patience) {
            booster.update(matrix, made);
            made++;
            if (aside.isPresent()) {
                double loss = loss(booster, aside.get(), made);
                if (loss < least) {
                    least = loss;
                    best = made;
                }
            } else {
                best = made;
            }
            goOn = effort.watch().goOn(made, rounds);
        }
        return Math.max(1, best);
    }

    /** Of the rows kept aside: the library tells it as text, "[3]\taside-rmse:0.25". */
    private static double loss(Booster booster, DMatrix aside, int round) throws XGBoostError {
        var text = booster.evalSet(new DMatrix[] {aside}, new String[] {"aside"}, round);
        return Double.parseDouble(text.substring(text.lastIndexOf(':') + 1));
    }

    private static DMatrix matrix(Matrix rows, Targets targets) throws XGBoostError {
        var matrix = XgboostModel.matrix(rows);
        if (targets instanceof Targets.Classes classes) {
            var labels = new float[classes.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = classes.labels()[i];
            }
            matrix.setLabel(labels);
            matrix.setWeight(classes.weights());
        } else {
            matrix.setLabel(((Targets.Numbers) targets).values());
        }
        return matrix;
    }
}
