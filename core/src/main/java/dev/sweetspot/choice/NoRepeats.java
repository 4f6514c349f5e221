package dev.sweetspot.choice;

import dev.sweetspot.sampler.Question;
import dev.sweetspot.scheduler.Scheduler.Next;
import java.util.Optional;

/** Runs nothing again: for what gives the same result each time. */
public record NoRepeats() implements Repeats {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public String help() {
        return "Runs nothing again: for what gives the same result each time.";
    }

    @Override
    public Optional<Next.Repeat> next(Question question) {
        return Optional.empty();
    }
}
