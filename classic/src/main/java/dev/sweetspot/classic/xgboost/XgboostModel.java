package dev.sweetspot.classic.xgboost;

import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.Matrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trees that were boosted. */
final class XgboostModel implements ClassicModel {
    /** Universal binary JSON: the format that the library promises to read in later versions. */
    private static final String FORMAT = "ubj";

    private static final String ROUNDS = "sweetspot_rounds";

    private final Booster booster;
    private final int rounds;

    /** @param rounds how many of its rounds count */
    XgboostModel(Booster booster, int rounds) {
        this.booster = booster;
        this.rounds = rounds;
    }

    static XgboostModel read(byte[] bytes) throws IOException {
        try {
            var booster = XGBoost.loadModel(bytes);
            booster.setParam("nthread", 1);
            booster.setParam("verbosity", 0);
            return new XgboostModel(booster, Integer.parseInt(booster.getAttr(ROUNDS)));
        } catch (XGBoostError | NumberFormatException e) {
            throw new IOException("the trees cannot be read", e);
        }
    }

    @Override
    public float[][] predict(Matrix rows) {
        if (rows.rows() == 0) {
            return new float[0][];
        }
        try {
            var matrix = matrix(rows);
            try {
                var answers = booster.predict(matrix, false, rounds);
                return answers[0].length == 1 && classes() ? both(answers) : answers;
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    private boolean classes() throws XGBoostError {
        return Boosting.TWO_CLASSES.equals(booster.getAttr(Boosting.KIND));
    }

    /** Of two classes the library tells the probability of the second. */
    private static float[][] both(float[][] answers) {
        var both = new float[answers.length][];
        for (int i = 0; i < both.length; i++) {
            both[i] = new float[] {1 - answers[i][0], answers[i][0]};
        }
        return both;
    }

    static DMatrix matrix(Matrix rows) throws XGBoostError {
        return new DMatrix(rows.values(), rows.rows(), rows.columns(), Float.NaN);
    }

    static IllegalStateException failed(XGBoostError e) {
        return new IllegalStateException("XGBoost: " + e.getMessage(), e);
    }

    @Override
    public int steps() {
        return rounds;
    }

    @Override
    public byte[] bytes() {
        try {
            booster.setAttr(ROUNDS, Integer.toString(rounds));
            var out = new ByteArrayOutputStream();
            booster.saveModel(out, FORMAT);
            return out.toByteArray();
        } catch (XGBoostError e) {
            throw failed(e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
