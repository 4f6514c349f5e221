package dev.sweetspot.classic.lightgbm;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.Matrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Trees that were boosted, as the library writes them: text. They are asked through the functions of the library itself: the
 * wrapper's own way has room for two numbers a row, and writes those of more classes over other memory.
 */
final class LightgbmModel implements ClassicModel {
    /** Before what the library writes: how many numbers it says of a row, and how many rounds count. */
    private static final String HEAD = "sweetspot ";

    /** Rows that are asked about at once, so that their copy outside of the heap stays small. */
    private static final int TOGETHER = 4096;

    private final SWIGTYPE_p_p_void booster;
    private final String text;
    private final int classes;
    private final int rounds;
    private boolean closed;

    private LightgbmModel(SWIGTYPE_p_p_void booster, String text, int classes, int rounds) {
        this.booster = booster;
        this.text = text;
        this.classes = classes;
        this.rounds = rounds;
    }

    /**
     * Of trees as the library writes them.
     *
     * @param classes how many there are; 0 where numbers are predicted
     * @throws IllegalStateException when these are none
     */
    static LightgbmModel of(String text, int classes, int rounds) {
        var booster = lightgbmlib.voidpp_handle();
        var number = lightgbmlib.new_int32_tp();
        try {
            check(lightgbmlib.LGBM_BoosterLoadModelFromString(text, number, booster));
            check(lightgbmlib.LGBM_BoosterGetNumClasses(lightgbmlib.voidpp_value(booster), number));
            if (lightgbmlib.intp_value(number) != (classes > 2 ? classes : 1)) {
                throw new IllegalStateException("LightGBM: the trees are not of " + classes + " classes");
            }
        } finally {
            lightgbmlib.delete_intp(number);
        }
        return new LightgbmModel(booster, text, classes, rounds);
    }

    private static void check(int result) {
        if (result < 0) {
            throw new IllegalStateException("LightGBM: " + lightgbmlib.LGBM_GetLastError());
        }
    }

    static LightgbmModel read(byte[] bytes) throws IOException {
        var all = new String(bytes, StandardCharsets.UTF_8);
        int end = all.indexOf('\n');
        var head = all.substring(0, Math.max(0, end)).split(" ", 0);
        if (!all.startsWith(HEAD) || head.length != 3) {
            throw new IOException("the trees cannot be read");
        }
        try {
            return of(all.substring(end + 1), Integer.parseInt(head[1]), Integer.parseInt(head[2]));
        } catch (IllegalStateException | NumberFormatException e) {
            throw new IOException("the trees cannot be read", e);
        }
    }

    @Override
    public float[][] predict(Matrix rows) {
        var answers = new float[rows.rows()][];
        for (int from = 0; from < answers.length; from += TOGETHER) {
            predict(rows, from, Math.min(answers.length, from + TOGETHER), answers);
        }
        return answers;
    }

    private void predict(Matrix rows, int from, int to, float[][] answers) {
        int width = classes > 2 ? classes : 1;
        int cells = (to - from) * rows.columns();
        var values = lightgbmlib.new_floatArray(cells);
        var said = lightgbmlib.new_doubleArray((long) (to - from) * width);
        var length = lightgbmlib.new_int64_tp();
        try {
            for (int i = 0; i < cells; i++) {
                lightgbmlib.floatArray_setitem(values, i, rows.values()[from * rows.columns() + i]);
            }
            check(lightgbmlib.LGBM_BoosterPredictForMat(
                    lightgbmlib.voidpp_value(booster),
                    lightgbmlib.float_to_voidp_ptr(values),
                    lightgbmlib.C_API_DTYPE_FLOAT32,
                    to - from,
                    rows.columns(),
                    1,
                    lightgbmlib.C_API_PREDICT_NORMAL,
                    0,
                    -1,
                    "num_threads=1 verbosity=-1",
                    length,
                    said));
            for (int row = from; row < to; row++) {
                var answer = new float[width];
                for (int i = 0; i < width; i++) {
                    answer[i] = (float) lightgbmlib.doubleArray_getitem(said, (long) (row - from) * width + i);
                }
                answers[row] = classes == 2 ? new float[] {1 - answer[0], answer[0]} : answer;
            }
        } finally {
            lightgbmlib.delete_floatArray(values);
            lightgbmlib.delete_doubleArray(said);
            lightgbmlib.delete_int64_tp(length);
        }
    }

    @Override
    public int steps() {
        return rounds;
    }

    @Override
    public byte[] bytes() {
        return (HEAD + classes + " " + rounds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            check(lightgbmlib.LGBM_BoosterFree(lightgbmlib.voidpp_value(booster)));
        }
    }
}
