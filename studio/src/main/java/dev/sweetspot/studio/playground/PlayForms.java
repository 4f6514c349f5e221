package dev.sweetspot.studio.playground;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.server.Answer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Playgrounds for pages: small enough to be sent some times a second. */
public final class PlayForms {
    /** A curve of a screen's width has no room for more. */
    private static final int MOST_SCORES = 200;

    /** Of base 64: a character a place. */
    private static final String LEVELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /** Numbers over the plane are shown from minus this to this. */
    static final double HIGHEST = 1.5;

    private static final MathContext DIGITS = new MathContext(4);

    private PlayForms() {}

    /** Before there is anything. */
    static MapForm loading() {
        return Answer.map("state", Form.of("loading"), "round", Form.of(0L), "networks", Form.of(List.of()));
    }

    /** When it could not go on. */
    static MapForm failed(String message) {
        return Answer.map(
                "state", Form.of("failed"),
                "round", Form.of(0L),
                "message", Form.of(message),
                "networks", Form.of(List.of()));
    }

    /** How it stands. */
    static MapForm frame(String state, int round, List<Learner> learners) {
        return Answer.map(
                "state",
                Form.of(state),
                "round",
                Form.of((long) round),
                "networks",
                Form.of(learners.stream().map(PlayForms::network).toList()));
    }

    private static MapForm network(Learner learner) {
        var latest = learner.latest();
        var shown = some(learner.scores());
        return Answer.map(
                "epochs", number(learner.epochs()),
                "planned", number(learner.plannedEpochs()),
                "steps_per_epoch", Form.of((long) learner.stepsPerEpoch()),
                "size", Form.of(learner.size()),
                "broken", Form.of(learner.broken()),
                "training", part(latest.training()),
                "test", part(latest.test()),
                "curve",
                        Answer.map(
                                "epochs", column(shown, Score::epochs),
                                "training_loss",
                                        column(shown, score -> score.training().loss()),
                                "test_loss", column(shown, score -> score.test().loss()),
                                "training_right",
                                        column(shown, score -> score.training().right()),
                                "test_right",
                                        column(shown, score -> score.test().right())),
                "layers",
                        Form.of(learner.layers().stream()
                                .map(layer -> Answer.map("size", number(layer.size()), "moved", number(layer.moved())))
                                .toList()),
                "plane", Form.of(learner.broken() ? "" : picture(learner.plane())));
    }

    private static MapForm part(Score.Part part) {
        return Answer.map("loss", number(part.loss()), "right", number(part.right()));
    }

    /** All of a short list; of a long one as many as can be seen, the last among them. */
    private static List<Score> some(List<Score> all) {
        if (all.size() <= MOST_SCORES) {
            return all;
        }
        return IntStream.range(0, MOST_SCORES)
                .mapToObj(i -> all.get((int) Math.round(i * (all.size() - 1.0) / (MOST_SCORES - 1))))
                .toList();
    }

    private static Form column(List<Score> scores, ToDoubleFunction<Score> of) {
        return Form.of(
                scores.stream().map(score -> number(of.applyAsDouble(score))).toList());
    }

    private static Form number(double value) {
        return Form.of(
                Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value);
    }

    /**
     * A character a place. Of two classes, 64 levels of how probable the second is; of more, the most probable one and levels of
     * how sure it is; of numbers, 64 levels from the lowest to the highest. Levels lie closer in the middle, where the line is: a
     * level is the root of how far it is from there.
     */
    private static String picture(float[][] plane) {
        var text = new StringBuilder(plane.length);
        for (var row : plane) {
            text.append(LEVELS.charAt(level(row)));
        }
        return text.toString();
    }

    private static int level(float[] row) {
        int most = LEVELS.length() - 1;
        if (row.length == 1) {
            return bounded(rooted(row[0] / HIGHEST), most);
        }
        if (row.length == 2) {
            return bounded(rooted(2 * row[1] - 1), most);
        }
        int levels = LEVELS.length() / row.length;
        int best = IntStream.range(0, row.length)
                .reduce((one, other) -> row[other] > row[one] ? other : one)
                .orElseThrow();
        double least = 1.0 / row.length;
        return best * levels + bounded((row[best] - least) / (1 - least), levels - 1);
    }

    /** From -1 to 1 as a share from 0 to 1. */
    private static double rooted(double value) {
        return (1 + Math.signum(value) * Math.sqrt(Math.abs(value))) / 2;
    }

    private static int bounded(double share, int most) {
        return (int) Math.max(0, Math.min(most, Math.round(share * most)));
    }

    /** What a page draws itself: where the points lie. */
    public static MapForm points(Choice choice) {
        var points = new ToyPoints(choice.toy());
        int size = choice.toy().points();
        var aside = new boolean[size];
        Arrays.stream(points.test()).forEach(i -> aside[i] = true);
        var x = new ArrayList<Form>();
        var y = new ArrayList<Form>();
        var targets = new ArrayList<Form>();
        var test = new ArrayList<Form>();
        for (int i = 0; i < size; i++) {
            x.add(number(points.x(i)));
            y.add(number(points.y(i)));
            targets.add(number(points.target(i)));
            test.add(Form.of(aside[i]));
        }
        return Answer.map(
                "classes", Form.of((long) choice.toy().shape().classes()),
                "reach", Form.of(ToyPoints.REACH),
                "side", Form.of((long) ToyPoints.SIDE),
                "highest", Form.of(HIGHEST),
                "x", Form.of(x),
                "y", Form.of(y),
                "target", Form.of(targets),
                "test", Form.of(test));
    }
}
