package dev.sweetspot.deep.space;

import dev.sweetspot.deep.option.Options;
import dev.sweetspot.deep.training.schedule.Rate;
import dev.sweetspot.deep.training.schedule.Schedule;
import dev.sweetspot.space.About;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;

/** How the learning rate goes over a training. */
public final class ScheduleParameters {
    /** Each schedule that is installed. */
    public static final Options<Schedule> SCHEDULES =
            Options.installed(Schedule.class, "schedule", "How the learning rate goes over the training:");

    /** Of the schedule; more than a fifth is time lost. */
    public static final RealParameter WARMUP = Parameter.real("warmup", 0, 0.2)
            .withStep(0.05)
            .withDefault(0.05)
            .with(About.help("The share of the training in which the learning rate rises from 0 to its full size, "
                            + "while the network is still finding its feet. More than a fifth is time lost.")
                    .withUsualChange(new UsualChange.Difference(0.05)));

    private ScheduleParameters() {}

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space) {
        return SCHEDULES.addTo(space).with(WARMUP);
    }

    static Rate of(Configuration configuration) {
        return new Rate(
                configuration.get(OptimizerParameters.LEARNING_RATE),
                configuration.get(WARMUP),
                SCHEDULES.of(configuration));
    }
}
