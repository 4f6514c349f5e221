package dev.sweetspot.classic.lightgbm;

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

/** Boosted trees by LightGBM: each tree grows where it gains most. */
public final class LightgbmFamily implements ClassicFamily {
    @Override
    public String name() {
        return "lightgbm";
    }

    @Override
    public String help() {
        return "Boosted trees by LightGBM: each grows where it gains most; quick, and as good as XGBoost.";
    }

    @Override
    public Intake intake() {
        return Intake.ORDERED_WITH_HOLES;
    }

    @Override
    public SearchSpace space(TableSize data) {
        return LightgbmParameters.space(data.task(), data.rows());
    }

    @Override
    public String inWords(Configuration configuration) {
        boolean stopped = configuration.get(LightgbmParameters.EARLY_STOPPING);
        return "boosted trees of at most " + configuration.get(LightgbmParameters.NUM_LEAVES) + " leaves by LightGBM, "
                + (stopped ? "at most " : "") + configuration.get(LightgbmParameters.ROUNDS)
                + " rounds at a learning rate of "
                + (float) (Math.round(configuration.get(LightgbmParameters.LEARNING_RATE) * 1e4) / 1e4);
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
        return LightgbmModel.read(bytes);
    }
}
