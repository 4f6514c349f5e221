package dev.sweetspot.deep.training.schedule;

import dev.sweetspot.space.Configuration;
import java.util.List;
import java.util.Optional;

/** The same all the time. */
public record Constant() implements Schedule {
    @Override
    public String name() {
        return "constant";
    }

    @Override
    public String help() {
        return "leaves it as it is";
    }

    @Override
    public String inWords() {
        return "stays as it is";
    }

    @Override
    public Constant with(Configuration configuration) {
        return this;
    }

    @Override
    public double factor(double progress, List<Double> losses) {
        return 1;
    }

    @Override
    public Optional<String> python() {
        return Optional.of("1.0");
    }
}
