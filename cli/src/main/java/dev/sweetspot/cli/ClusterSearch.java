package dev.sweetspot.cli;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.job.Searching;
import dev.sweetspot.job.Timetable;
import dev.sweetspot.job.TuneEvent;
import dev.sweetspot.job.TuneJob;
import dev.sweetspot.job.TunePlan;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The trials of a job on a cluster. Workers there share the study; this process looks at it, ends the search when its time is
 * over, and passes on what people should know.
 */
final class ClusterSearch implements Searching {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final double SPARE_MINUTES = 1;

    private final Study study;
    private final StoreOptions stores;
    private final ClusterErrand errand;

    ClusterSearch(Study study, StoreOptions stores, ClusterErrand errand) {
        this.study = study;
        this.stores = stores;
        this.errand = errand;
    }

    @Override
    public Optional<String> search(TunePlan plan, Consumer<TuneEvent> listener) throws InterruptedException {
        var name = study.spec().name();
        try (var store = stores.open();
                var process = SparkProcess.begin(
                        errand.spark(),
                        errand.toForm(name, stores, arguments(plan.timetable())),
                        stores.scratch(),
                        "spark-" + plan.worker() + ".log")) {
            var watch = new Watch(store, listener);
            var said = await(process, plan.timetable().searchEnd(), watch);
            watch.look();
            return ending(said, listener);
        }
    }

    /**
     * What each worker is told. This process says when the search is over; the time is for workers whom it was lost to, and
     * must be that of this call, whatever the study was given first.
     */
    static List<String> arguments(Timetable timetable) {
        var arguments = new ArrayList<>(List.of("--json"));
        if (timetable.limited()) {
            double left = Math.max(0, (timetable.searchEnd() - System.nanoTime()) / 60e9);
            arguments.addAll(List.of("--minutes", String.format(Locale.ROOT, "%.2f", left + SPARE_MINUTES)));
        }
        return arguments;
    }

    /** @return how the workers ended; empty when the time was over, and they had not ended a while after that */
    private Optional<MapForm> await(SparkProcess process, long end, Watch watch) throws InterruptedException {
        boolean over = false;
        while (true) {
            watch.look();
            var said = process.next(LOOK_EVERY);
            if (said.isPresent()) {
                var fields = Fields.of(said.get());
                fields.findText("say").ifPresent(watch::notice);
                fields.findText("failed").ifPresent(why -> {
                    throw new IllegalStateException(errand.master() + ": " + why
                            + "\nWhat was reported is kept. All that Spark wrote is in " + process.log());
                });
                if (fields.find("ended").isPresent()) {
                    return said;
                }
            } else if (process.hasEnded()) {
                throw new IllegalStateException(
                        "the process that speaks with Spark has ended.\n" + process.lastLines());
            }
            if (!over && end != Long.MAX_VALUE && System.nanoTime() - end >= 0) {
                over = true;
                study.order(Standing.STOPPED, TuneJob.TIME_IS_OVER);
            }
            if (over && System.nanoTime() - end > GRACE.toNanos()) {
                return Optional.empty();
            }
        }
    }

    /** Why nothing more was to do, as the workers say it. */
    private Optional<String> ending(Optional<MapForm> said, Consumer<TuneEvent> listener) {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> reason = Optional.empty();
        Optional<String> wrong = Optional.empty();
        for (var item : Fields.of(said.get()).list("ended").items()) {
            var worker = Fields.of(item);
            var words = worker.text("words");
            if (worker.whole("exit") == 0) {
                reason = reason.or(() -> reason(words));
            } else {
                wrong = Optional.of("Worker " + worker.whole("worker") + " on " + worker.text("machine")
                        + " ended with " + worker.whole("exit") + ": " + words);
                listener.accept(new TuneEvent.Noticed(wrong.get()));
            }
        }
        if (wrong.isPresent() && reason.isEmpty() && study.refresh().standing() == Standing.OPEN) {
            throw new IllegalStateException("no worker on " + errand.master() + " could go on. " + wrong.get());
        }
        return study.refresh().standing() == Standing.OPEN ? reason : Optional.empty();
    }

    /** The last line of a worker that had nothing left to do. */
    private static Optional<String> reason(String words) {
        try {
            var last = words.substring(words.lastIndexOf('\n') + 1);
            return Fields.of(Json.parseMap(last, "worker")).findText("ended");
        } catch (InvalidInputException other) {
            return Optional.empty();
        }
    }

    /** Passes on what the workers of the cluster tell the store. */
    private final class Watch {
        private final Store store;
        private final Consumer<TuneEvent> listener;
        private long seen;

        Watch(Store store, Consumer<TuneEvent> listener) {
            this.store = store;
            this.listener = listener;
            this.seen = last(store.read(study.spec().name(), 0), 0);
        }

        void look() {
            var news = store.read(study.spec().name(), seen);
            if (!news.isEmpty()) {
                study.refresh();
                news.forEach(each -> listener.accept(new TuneEvent.Trial(each.event())));
                seen = last(news, seen);
            }
        }

        void notice(String sentence) {
            listener.accept(new TuneEvent.Noticed(sentence));
        }

        private static long last(List<Store.Logged> events, long before) {
            return events.isEmpty() ? before : events.get(events.size() - 1).position();
        }
    }
}
