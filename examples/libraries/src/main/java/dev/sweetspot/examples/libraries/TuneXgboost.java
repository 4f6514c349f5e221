package dev.sweetspot.examples.libraries;

import dev.sweetspot.space.Parameter;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Optimization;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.time.Clock;
import java.util.Map;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost4J, tuned. */
public final class TuneXgboost {
    private TuneXgboost() {}

    /** Prints the best configuration of thirty. */
    public static void main(String[] arguments) throws InterruptedException, XGBoostError {
        System.out.println(best(30).configuration());
    }

    static Trial best(int trials) throws InterruptedException, XGBoostError {
        var training = matrix(Rings.of(400, 1));
        var validation = matrix(Rings.of(400, 2));
        return tuned(training, validation, trials);
    }

    private static Trial tuned(DMatrix training, DMatrix validation, int trials) throws InterruptedException {
        var eta = Parameter.real("eta", 0.01, 1).logarithmic();
        var depth = Parameter.integer("max_depth", 1, 10);
        var rounds = Parameter.integer("rounds", 10, 200).logarithmic();
        return Optimization.of(Objective.minimize("error"), trial -> {
                    Map<String, Object> settings = Map.of(
                            "eta",
                            trial.suggest(eta),
                            "max_depth",
                            trial.suggest(depth),
                            "objective",
                            "binary:logistic",
                            "nthread",
                            1);
                    var booster = XGBoost.train(training, settings, trial.suggest(rounds), Map.of(), null, null);
                    return Shares.wrong(booster.predict(validation), validation.getLabel());
                })
                .run(new Budget.Trials(trials), Clock.systemUTC());
    }

    private static DMatrix matrix(Rings rings) throws XGBoostError {
        var matrix = new DMatrix(rings.flat(), rings.size(), 2, Float.NaN);
        matrix.setLabel(rings.numbers());
        return matrix;
    }
}
