package dev.sweetspot.cli;

import dev.sweetspot.trial.Standing;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sweetspot stop STUDY}: the search is over, and the winner is made of what there is. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = {
            "Ends the search of a study before its budget is used up: all that work on it put their trials aside and end, and the "
                    + "process that runs tune goes on to train the winner and measure it.",
            "To search on all the same: sweetspot resume STUDY"
        },
        footer = {"", "Example: sweetspot stop blood-cells"})
final class StopCommand implements Callable<Integer> {
    @Mixin
    private Ordering ordering = new Ordering();

    @Override
    public Integer call() throws InterruptedException {
        return ordering.give(Standing.STOPPED);
    }
}
