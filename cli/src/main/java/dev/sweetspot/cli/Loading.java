package dev.sweetspot.cli;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Summary;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.deep.learning.SplitData;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Loads data where a person watches. */
final class Loading {
    private static final int SKIPPED_SHOWN = 10;

    private Loading() {}

    static SplitData load(DataSource source, int cores, OutputOptions output) {
        var data = read(source, cores, output);
        data.origin().notes().forEach(output::progress);
        var skipped = data.origin().skipped();
        if (!skipped.isEmpty()) {
            output.progress(skipped.size() + " " + data.set().noun() + " were skipped:");
            skipped.stream().limit(SKIPPED_SHOWN).forEach(file -> output.progress("  " + file));
            if (skipped.size() > SKIPPED_SHOWN) {
                output.progress("  and " + (skipped.size() - SKIPPED_SHOWN) + " more");
            }
        }
        if (data.set() instanceof ImageSet) {
            output.progress("Data: " + data.set() + "; " + parts(data));
        } else {
            output.progress("Data: " + summary(data));
            output.progress("Parts: " + parts(data));
        }
        return data;
    }

    /**
     * Reading is part of the time that was given, however slow the disk is.
     *
     * @param end of that time, on {@link System#nanoTime}
     * @param minutes what it is, for people
     */
    static SplitData before(long end, Optional<Double> minutes, Supplier<SplitData> reading)
            throws InterruptedException {
        if (end == Long.MAX_VALUE) {
            return reading.get();
        }
        var loading = new FutureTask<>(reading::get);
        var thread = new Thread(loading, "sweetspot-load");
        thread.setDaemon(true);
        thread.start();
        try {
            return loading.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "reading the data took all of the " + minutes.orElseThrow()
                            + " minutes that were given. Maybe more --minutes?",
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error broken) {
                throw broken;
            }
            throw e.getCause() instanceof RuntimeException wrong ? wrong : new IllegalStateException(e.getCause());
        }
    }

    private static SplitData read(DataSource source, int cores, OutputOptions output) {
        try (var progress = new LoadProgress(source.path().toString(), output)) {
            return source.load(cores, progress, SplitData::of);
        }
    }

    private static String parts(SplitData data) {
        var partition = data.partition();
        return partition.folded()
                ? data.parts().trainingAndValidation().length + " to learn from, compared by cross-validation in "
                        + partition.folds().size() + " folds, " + data.parts().test().length + " test"
                : data.parts().toString();
    }

    private static String summary(SplitData data) {
        var origin = data.origin();
        return Summary.of(new Loaded<>(data.set(), origin.given(), origin.skipped(), origin.notes()));
    }
}
