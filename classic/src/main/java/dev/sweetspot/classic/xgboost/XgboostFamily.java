package dev.sweetspot.classic.xgboost;

import dev.sweetspot.classic.family.ClassicFamily;
import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.Effort;
import dev.sweetspot.classic.family.Intake;
import dev.sweetspot.classic.family.Matrix;
import dev.sweetspot.classic.family.TableSize;
import dev.sweetspot.classic.family.Targets;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.io.IOException;

/** Boosted trees by XGBoost: each round adds a tree that corrects those before it. */
public final class XgboostFamily implements ClassicFamily {
    @Override
    public String name() {
        return "xgboost";
    }

    @Override
    public String help() {
        return "Boosted trees by XGBoost: each corrects those before it; most often the best for tables.";
    }

    @Override
    public Intake intake() {
        return Intake.ORDERED_WITH_HOLES;
    }

    @Override
    public SearchSpace space(TableSize data) {
        return XgboostParameters.space(data.task());
    }

    @Override
    public String inWords(Configuration configuration) {
        boolean stopped = configuration.get(XgboostParameters.EARLY_STOPPING);
        return "boosted trees of at most " + configuration.get(XgboostParameters.MAX_DEPTH) + " levels by XGBoost, "
                + (stopped ? "at most " : "") + configuration.get(XgboostParameters.ROUNDS)
                + " rounds at a learning rate of " + brief(configuration.get(XgboostParameters.LEARNING_RATE));
    }

    private static String brief(double value) {
        return Float.toString((float) (Math.round(value * 1e4) / 1e4));
    }

    @Override
    public ClassicModel fit(Matrix rows, Targets targets, Configuration configuration, Effort effort)
            throws InterruptedException {
        Library.load();
        return new Boosting(configuration, effort).fit(rows, targets);
    }

    @Override
    public ClassicModel read(byte[] bytes) throws IOException {
        Library.load();
        return XgboostModel.read(bytes);
    }
}
