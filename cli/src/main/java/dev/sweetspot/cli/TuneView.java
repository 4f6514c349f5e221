package dev.sweetspot.cli;

import dev.sweetspot.job.Timetable;
import dev.sweetspot.job.TuneEvent;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Outcome;
import java.util.Locale;
import java.util.OptionalDouble;

/** Shows a job as lines: one for each trial that ends, one for each step, a little progress between. */
final class TuneView {
    private static final long EVERY = 5_000_000_000L;

    private final Study study;
    private final Timetable timetable;
    private final OutputOptions output;
    private final String objective;
    private double best = Double.NaN;
    private long nextLine = System.nanoTime() + EVERY;

    TuneView(Study study, Timetable timetable, OutputOptions output) {
        this.study = study;
        this.timetable = timetable;
        this.output = output;
        this.objective = study.spec().objectives().get(0).name();
    }

    synchronized void show(TuneEvent event) {
        if (event instanceof TuneEvent.Began began) {
            output.progress(began.sentence() + " ...");
        } else if (event instanceof TuneEvent.Trial trial) {
            show(trial.event());
        } else if (event instanceof TuneEvent.Fitting fitting && System.nanoTime() - nextLine > 0) {
            nextLine = System.nanoTime() + EVERY;
            output.progress(String.format(
                    Locale.ROOT,
                    "  %s: epoch %.1f of %.1f%s",
                    fitting.what(),
                    fitting.epochs(),
                    fitting.planned(),
                    timeLeft()));
        }
    }

    private void show(Event event) {
        if (event instanceof Event.Reported reported) {
            value(reported.values().find(objective));
            if (System.nanoTime() - nextLine > 0) {
                nextLine = System.nanoTime() + EVERY;
                var history = study.history();
                output.progress(String.format(
                        Locale.ROOT,
                        "  %d trials done, %d running%s%s",
                        history.trials().stream()
                                .filter(trial -> trial.outcome().isPresent())
                                .count(),
                        history.running().count(),
                        Double.isNaN(best) ? "" : String.format(Locale.ROOT, ", best %s so far %.4f", objective, best),
                        timeLeft()));
            }
        } else if (event instanceof Event.Finished finished) {
            output.progress("  trial " + finished.trial() + ": " + inWords(finished.outcome())
                    + String.format(Locale.ROOT, " (%.1f s) ", finished.seconds())
                    + study.history().trial(finished.trial()).configuration());
        } else if (event instanceof Event.Resumed resumed) {
            output.progress("  trial " + resumed.trial() + " goes on from " + Epochs.inWords(resumed.from()) + ": "
                    + resumed.reason());
        }
    }

    private void value(OptionalDouble value) {
        if (value.isPresent() && study.spec().objectives().get(0).better(value.getAsDouble(), best)) {
            best = value.getAsDouble();
        }
    }

    private String inWords(Outcome outcome) {
        if (outcome instanceof Outcome.Completed completed) {
            return String.format(
                    Locale.ROOT,
                    "%s %.4f",
                    objective,
                    completed.values().find(objective).orElse(Double.NaN));
        }
        if (outcome instanceof Outcome.StoppedEarly stopped) {
            return "stopped early, " + stopped.reason();
        }
        return outcome instanceof Outcome.Failed failed ? "failed, " + failed.message() : outcome.word();
    }

    private String timeLeft() {
        if (!timetable.limited()) {
            return "";
        }
        long seconds = Math.max(0, (timetable.end() - System.nanoTime()) / 1_000_000_000L);
        return String.format(Locale.ROOT, ", %d:%02d left", seconds / 60, seconds % 60);
    }
}
