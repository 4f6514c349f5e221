package dev.sweetspot.cli;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Partition;
import dev.sweetspot.data.Summary;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.deep.learning.SplitData;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Loads data where a person watches. */
final class Loading {
    private static final int SKIPPED_SHOWN = 10;

    private Loading() {}

    static Divided load(DataSource source, int cores, OutputOptions output) {
        var data = read(source, cores, output);
        var set = data.loaded().set();
        data.loaded().notes().forEach(output::progress);
        var skipped = data.loaded().skipped();
        if (!skipped.isEmpty()) {
            output.progress(skipped.size() + " " + set.noun() + " were skipped:");
            skipped.stream().limit(SKIPPED_SHOWN).forEach(file -> output.progress("  " + file));
            if (skipped.size() > SKIPPED_SHOWN) {
                output.progress("  and " + (skipped.size() - SKIPPED_SHOWN) + " more");
            }
        }
        if (set instanceof ImageSet) {
            output.progress("Data: " + set + "; " + parts(data.partition()));
        } else {
            output.progress("Data: " + Summary.of(data.loaded()));
            output.progress("Parts: " + parts(data.partition()));
        }
        return data;
    }

    /** The same for networks; what only they have to say of it is said. */
    static SplitData ofNetworks(Divided data, OutputOptions output) {
        var split = SplitData.of(data);
        split.origin().notes().stream()
                .filter(note -> !data.loaded().notes().contains(note))
                .forEach(output::progress);
        return split;
    }

    /**
     * Reading is part of the time that was given, however slow the disk is.
     *
     * @param end of that time, on {@link System#nanoTime}
     * @param minutes what it is, for people
     */
    static Divided before(long end, Optional<Double> minutes, Supplier<Divided> reading) throws InterruptedException {
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

    private static Divided read(DataSource source, int cores, OutputOptions output) {
        try (var progress = new LoadProgress(source.path().toString(), output)) {
            return source.load(cores, progress, Function.identity());
        }
    }

    private static String parts(Partition partition) {
        var parts = partition.parts();
        return partition.folded()
                ? parts.trainingAndValidation().length + " to learn from, compared by cross-validation in "
                        + partition.folds().size() + " folds, " + parts.test().length + " test"
                : parts.toString();
    }
}
