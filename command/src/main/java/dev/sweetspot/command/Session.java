package dev.sweetspot.command;

import dev.sweetspot.study.StudyFile;
import dev.sweetspot.study.Surroundings;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Listens to a program until it has ended or has to end. */
final class Session {
    private static final long LISTEN_MS = 100;
    /** The shell and the JVM tell a signal by so much more. */
    private static final int SIGNALS = 128;

    private static final int INTERRUPT = 2;
    private static final int KILL = 9;
    private static final int TERMINATE = 15;
    /** Ctrl-C reaches the program and this process; whichever hears it first waits so long for the other. */
    private static final long BOTH_MS = 2000;

    private final StudyFile file;
    private final Surroundings surroundings;
    private final TrialFolder place;
    private final Program program;
    private final TrialRun run;
    private final Findings findings;
    private final Peak peak;
    private final boolean waits;
    private final long begin = System.nanoTime();

    Session(StudyFile file, Surroundings surroundings, TrialFolder place, Program program, TrialRun run) {
        this.file = file;
        this.surroundings = surroundings;
        this.place = place;
        this.program = program;
        this.run = run;
        this.findings = new Findings(file, surroundings.stages());
        this.peak = new Peak(program.handle());
        this.waits = surroundings.stages().filter(Surroundings.Stages::waits).isPresent();
    }

    /** @throws InterruptedException when the trial is put aside: the program has ended then as well */
    Measurements held() throws TrialFailure, InterruptedException, IOException {
        if (!waits) {
            program.saysNothing();
        }
        try {
            while (!program.silent()) {
                var line = program.line(LISTEN_MS);
                peak.look();
                var stage = line.isPresent() ? findings.see(line.get()) : OptionalDouble.empty();
                if (stage.isPresent() && findings.complete() && reported(stage.getAsDouble())) {
                    end();
                    return findings.values();
                }
                if (line.isEmpty() && isAskedToEnd()) {
                    program.stop();
                    throw new InterruptedException("the trial is put aside");
                }
            }
        } catch (InterruptedException asked) {
            program.stop();
            throw asked;
        }
        return ended(program.exitCode());
    }

    private boolean isAskedToEnd() {
        return run.stopRequested() || (run.deadline() != Long.MAX_VALUE && System.nanoTime() - run.deadline() >= 0);
    }

    /** Whether that was enough of it for now. */
    private boolean reported(double stage) throws IOException {
        measure();
        boolean enough = run.report(stage, findings.values(), place.writer()) == TrialRun.Answer.END
                || (stage >= run.target() && run.target() < most());
        if (waits && !enough) {
            program.say("go on");
        }
        return enough;
    }

    private void end() throws InterruptedException {
        if (waits) {
            program.say("end");
            program.awaitEnd();
        }
        program.stop();
    }

    private double most() {
        return surroundings.stages().orElseThrow().fidelity().most();
    }

    private Measurements ended(int code) throws TrialFailure, InterruptedException {
        if (code != 0) {
            awaitOwnSignal(code);
            throw failure(code);
        }
        findings.look(place.workingFolder());
        measure();
        return findings.whole();
    }

    /** What limits of the study speak of and the program does not say is measured. */
    private void measure() {
        var limits = file.limits().stream().map(limit -> limit.name());
        var objectives = file.sought().stream().map(sought -> sought.objective().name());
        Stream.concat(limits, objectives).forEach(name -> {
            if (name.equals("memory")) {
                peak.bytes().ifPresent(bytes -> findings.measured(name, bytes));
            } else if (name.equals("seconds")) {
                findings.measured(name, (System.nanoTime() - begin) / 1e9);
            }
        });
    }

    /** A program that Ctrl-C ended has not failed: this process was asked to end as well. */
    private void awaitOwnSignal(int code) throws InterruptedException {
        if (code != SIGNALS + INTERRUPT && code != SIGNALS + TERMINATE) {
            return;
        }
        long end = System.nanoTime() + BOTH_MS * 1_000_000;
        while (System.nanoTime() - end < 0) {
            if (run.stopRequested()) {
                throw new InterruptedException("the trial is put aside");
            }
            Thread.sleep(LISTEN_MS / 4);
        }
    }

    private TrialFailure failure(int code) {
        var said = place.lastWords();
        var end = said.isEmpty() ? "" : ". The end of what it wrote:\n" + said;
        if (code == SIGNALS + KILL) {
            return new TrialFailure(
                    Outcome.Cause.OUT_OF_MEMORY,
                    "the program was killed (exit code 137), as systems do where the memory runs out" + end);
        }
        return new TrialFailure(Outcome.Cause.ERROR, "the program ended with exit code " + code + end);
    }
}
