package dev.sweetspot.cli;

import dev.sweetspot.trial.Standing;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sweetspot pause STUDY}: all workers, wherever they are, put their trials aside and end. */
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        description = {
            "Pauses a study: all that work on it, on whichever machine, put their trials aside with a checkpoint and end, within "
                    + "two seconds or at the next report of a trial that cannot end before.",
            "Nothing begins until: sweetspot resume STUDY"
        },
        footer = {"", "Example: sweetspot pause blood-cells"})
final class PauseCommand implements Callable<Integer> {
    @Mixin
    private Ordering ordering = new Ordering();

    @Override
    public Integer call() throws InterruptedException {
        return ordering.give(Standing.PAUSED);
    }
}
