package dev.sweetspot.data.metric;

import dev.sweetspot.data.Task;
import dev.sweetspot.trial.Direction;

/** How far drawn images are from real ones, by what a network that knows such images sees in them. */
public final class FrechetDistance implements Metric {
    @Override
    public String name() {
        return "frechet_distance";
    }

    @Override
    public String help() {
        return "How far drawn images are from real ones, by what a network that was taught on the same data sees in them; 0 "
                + "is no difference. Figures are comparable within one data set only.";
    }

    @Override
    public Task.Kind kind() {
        return Task.Kind.GENERATION;
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public double of(Report report) {
        if (report instanceof GenerationReport generation) {
            return generation.distance();
        }
        throw Metrics.unfitting(this, report.kind());
    }
}
