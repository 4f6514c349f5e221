package dev.sweetspot.data.metric;

import dev.sweetspot.data.Task;
import dev.sweetspot.trial.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * How near drawn images are to real ones that were held out.
 *
 * @param n how many were held out
 * @param drawn how many were drawn
 * @param distance {@link Frechet}'s, between features of the drawn and of the held-out ones
 * @param interval of the distance
 * @param realDistance the same distance between real images that were learnt from and the held-out ones: what a perfect
 *     generator would reach
 * @param notes what a person should know
 */
public record GenerationReport(
        int n, int drawn, double distance, Interval interval, double realDistance, List<String> notes)
        implements Report {
    /** What a generator that broke down counts as: so far off that no other is seen beside it, yet finite. */
    private static final double BROKEN = 1e30;

    /** Below so many the covariances are guesses. */
    private static final int FEW = 200;

    /** Keeps a copy of the notes. */
    public GenerationReport {
        notes = List.copyOf(notes);
    }

    /** Computes it: never NaN. */
    public static GenerationReport of(DrawnImages images) {
        var notes = new ArrayList<String>();
        notes.add(images.note());
        int n = images.held().length;
        if (n < FEW) {
            notes.add("Only " + n + " images were held out: the distance is rough, and larger than with more.");
        }
        double real = Frechet.distance(images.learnt(), images.held());
        if (!finite(images.drawn())) {
            notes.add("Some drawn images are no numbers: the training went astray.");
            return new GenerationReport(n, images.drawn().length, BROKEN, new Interval(BROKEN, BROKEN), real, notes);
        }
        var estimate = Frechet.estimate(images.drawn(), images.held());
        return new GenerationReport(n, images.drawn().length, estimate.distance(), estimate.interval(), real, notes);
    }

    private static boolean finite(float[][] rows) {
        for (var row : rows) {
            for (float value : row) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public List<String> usual() {
        return List.of("frechet_distance");
    }

    @Override
    public Task.Kind kind() {
        return Task.Kind.GENERATION;
    }

    @Override
    public Figure leading() {
        return new Figure("frechet_distance", Direction.MINIMIZE, distance, interval);
    }
}
