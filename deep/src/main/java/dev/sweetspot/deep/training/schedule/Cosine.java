package dev.sweetspot.deep.training.schedule;

import dev.sweetspot.space.Configuration;
import java.util.List;
import java.util.Optional;

/** From 1 to 0 along half a cosine (Loshchilov and Hutter 2017, without restarts): {@code (1 + cos(pi p)) / 2}. */
public record Cosine() implements Schedule {
    @Override
    public String name() {
        return "cosine";
    }

    @Override
    public String help() {
        return "lets it fall smoothly to 0";
    }

    @Override
    public String inWords() {
        return "falls smoothly to 0";
    }

    @Override
    public Cosine with(Configuration configuration) {
        return this;
    }

    @Override
    public double factor(double progress, List<Double> losses) {
        return 0.5 * (1 + Math.cos(Math.PI * progress));
    }

    @Override
    public Optional<String> python() {
        return Optional.of("0.5 * (1 + math.cos(math.pi * p))");
    }
}
