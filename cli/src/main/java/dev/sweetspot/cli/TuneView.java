package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Difference;
import dev.sweetspot.cli.live.Frame;
import dev.sweetspot.cli.live.LiveBlock;
import dev.sweetspot.cli.live.Moment;
import dev.sweetspot.cli.live.Objectives;
import dev.sweetspot.job.Timetable;
import dev.sweetspot.job.TuneEvent;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows a job: as a block that is redrawn where a terminal watches, else as a few plain lines. */
final class TuneView implements AutoCloseable {
    private static final long STATUS_EVERY = 10_000_000_000L;
    private static final int DIFFERENCES = 4;

    private final Study study;
    private final Timetable timetable;
    private final OutputOptions output;
    private final Difference difference;
    private final Optional<LiveBlock> block;
    private final Notices.Shown notices;
    private final Map<String, Moment.Training> trainings = new LinkedHashMap<>();
    private String step = "Searching";
    private long nextStatus = System.nanoTime() + STATUS_EVERY;

    TuneView(Study study, Timetable timetable, OutputOptions output) {
        this.study = study;
        this.timetable = timetable;
        this.output = output;
        this.difference = new Difference(study.spec());
        this.block = output.screen().map(screen -> new LiveBlock(System.err, () -> Frame.lines(moment(), screen)));
        this.notices = Notices.in(this::notice);
        output.live(LiveForms.of(study));
    }

    private synchronized Moment moment() {
        var time = timetable.limited()
                ? Optional.of(new Moment.Time(seconds(Main.BEGIN, System.nanoTime()), secondsLeft()))
                : Optional.<Moment.Time>empty();
        return new Moment(study.spec(), study.history(), step, new ArrayList<>(trainings.values()), time);
    }

    private double secondsLeft() {
        return Math.max(0, seconds(System.nanoTime(), timetable.end()));
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    synchronized void show(TuneEvent event) {
        LiveForms.of(event, timetable).ifPresent(output::live);
        if (event instanceof TuneEvent.Began began) {
            step = began.sentence();
            if (block.isEmpty()) {
                output.progress(began.sentence() + " ...");
            }
        } else if (event instanceof TuneEvent.Trial trial) {
            show(trial.event());
        } else if (event instanceof TuneEvent.Ended ended) {
            say("The search has ended: " + ended.reason() + ".");
        } else if (event instanceof TuneEvent.Noticed noticed) {
            notice(noticed.sentence());
        } else if (event instanceof TuneEvent.Fitting fitting) {
            var training = new Moment.Training(fitting.what(), fitting.epochs(), fitting.planned());
            trainings.put(fitting.what(), training);
            status();
        }
    }

    private void show(Event event) {
        if (event instanceof Event.Finished finished) {
            boolean failed = finished.outcome() instanceof Outcome.Failed;
            var line = "  trial " + finished.trial() + ": " + inWords(finished.outcome())
                    + String.format(Locale.ROOT, ", %.1f s; ", finished.seconds())
                    + difference.inWords(study.history().trial(finished.trial()).configuration(), DIFFERENCES);
            if (block.isEmpty() || failed) {
                say(line);
            } else {
                output.note(line);
            }
        } else if (event instanceof Event.Resumed resumed) {
            say("  trial " + resumed.trial() + " goes on from "
                    + Amount.inWords(resumed.from(), study.spec().fidelity()) + ": " + resumed.reason());
        } else if (event instanceof Event.Reported) {
            status();
        }
    }

    /** Something that people should know of the workers of this process. */
    synchronized void notice(String sentence) {
        say("  " + sentence);
    }

    private void say(String line) {
        block.ifPresentOrElse(
                live -> {
                    output.note(line);
                    live.say(line);
                },
                () -> output.progress(line));
    }

    /** For those who watch lines: now and then one that says how far it is. */
    private void status() {
        if (block.isPresent() || System.nanoTime() - nextStatus < 0) {
            return;
        }
        nextStatus = System.nanoTime() + STATUS_EVERY;
        var words = new ArrayList<String>();
        if (trainings.isEmpty()) {
            long ended = study.history().finished().count();
            words.add(ended + (ended == 1 ? " trial" : " trials") + " ended");
            words.add(study.history().running().count() + " running");
        }
        trainings
                .values()
                .forEach(each -> words.add(String.format(
                        Locale.ROOT, "%s: epoch %.1f of %.1f", each.what(), each.epochs(), each.planned())));
        if (timetable.limited()) {
            words.add(Frame.clock(secondsLeft()) + " left");
        }
        output.progress("  " + String.join(", ", words));
    }

    private String inWords(Outcome outcome) {
        if (outcome instanceof Outcome.Completed completed) {
            return study.spec().objectives().stream()
                    .map(Objective::name)
                    .map(name -> name + " "
                            + Objectives.number(completed.values().find(name).orElse(Double.NaN)))
                    .collect(Collectors.joining(", "));
        }
        if (outcome instanceof Outcome.StoppedEarly stopped) {
            return "stopped early, " + stopped.reason();
        }
        return outcome instanceof Outcome.Failed failed ? "failed, " + failed.message() : outcome.word();
    }

    /** Takes the block away, so that what is said next stands on clean lines. */
    @Override
    public void close() {
        notices.close();
        block.ifPresent(LiveBlock::close);
    }
}
