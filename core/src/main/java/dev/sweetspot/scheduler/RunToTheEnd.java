package dev.sweetspot.scheduler;

/** Runs every trial to its end; trials that were put aside come first. */
public record RunToTheEnd() implements Scheduler {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public String help() {
        return "Runs every trial to its end: nothing is stopped early.";
    }

    @Override
    public Next next(Situation situation) {
        double end = situation.fidelity().most();
        return situation
                .history()
                .paused()
                .findFirst()
                .<Next>map(trial -> new Next.Resume(trial.number(), end))
                .orElseGet(() -> new Next.StartNew(end));
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        return Verdict.CONTINUE;
    }
}
