package dev.sweetspot.deep.training.schedule;

import dev.sweetspot.space.About;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.UsualChange;
import java.util.Optional;

/** The parameters that schedules share. */
public final class Courses {
    /** Below 0.05 the rest of the training is lost, near 1 nothing happens. */
    public static final RealParameter DROP = Parameter.real("schedule.drop", 0.05, 0.9)
            .withDefault(0.1)
            .with(About.NOTHING
                    .withHelp(
                            "What is left of the learning rate after each fall: 0.1 is a tenth. Below 0.05 the rest of the "
                                    + "training is lost, above 0.9 hardly anything happens.")
                    .withUsualChange(new UsualChange.Difference(0.1)));

    /** In parts of a training, since trainings are as long as the time allows. */
    public static final RealParameter EVERY = Parameter.real("schedule.every", 0.05, 0.9)
            .withDefault(0.35)
            .with(new About(
                    "share of the training",
                    "After which share of the training the learning rate falls, and again after as much more: 0.35 makes "
                            + "two falls. Below 0.05 it is gone too early, above 0.9 it is left as it is.",
                    Optional.of(new UsualChange.Difference(0.1))));

    /** More than a tenth is no end, less than a ten-thousandth none that could be noticed. */
    public static final RealParameter END = Parameter.real("schedule.end", 1e-4, 0.5)
            .logarithmic()
            .withDefault(0.01)
            .with(About.NOTHING
                    .withHelp(
                            "What is left of the learning rate at the end: 0.01 is a hundredth. Less than 0.0001 is as "
                                    + "good as nothing, and with more than 0.5 the network does not come to rest.")
                    .withUsualChange(new UsualChange.Factor(3)));

    /** Beyond 5 nearly the whole training is spent at the end. */
    public static final RealParameter POWER = Parameter.real("schedule.power", 0.5, 5)
            .withDefault(1)
            .with(About.NOTHING
                    .withHelp(
                            "How the learning rate falls: 1 is a straight line, 2 and more fall early, 0.5 falls late. "
                                    + "Beyond 5 nearly the whole training is spent at the end.")
                    .withUsualChange(new UsualChange.Difference(0.5)));

    /** More than 9 make each round too short to learn anything. */
    public static final IntegerParameter RESTARTS = Parameter.integer("schedule.restarts", 1, 9)
            .withDefault(2)
            .with(new About(
                    "times",
                    "How often the learning rate begins anew at its full size. With more than 9 each round is too short to "
                            + "learn anything.",
                    Optional.of(new UsualChange.Difference(1))));

    /** Smith and Topin 2019 rise for a little less than half. */
    public static final RealParameter RISE = Parameter.real("schedule.rise", 0.05, 0.6)
            .withDefault(0.3)
            .with(new About(
                    "share of the training",
                    "In which share of the training the learning rate rises before it falls. Below 0.05 it jumps, above "
                            + "0.6 too little is left to come to rest.",
                    Optional.of(new UsualChange.Difference(0.1))));

    /** Counted in epochs, since the validation part is looked at after each. */
    public static final IntegerParameter PATIENCE = Parameter.integer("schedule.patience", 1, 20)
            .withDefault(3)
            .with(new About(
                    "epochs",
                    "For how many epochs the validation loss may fail to get better before the learning rate falls. "
                            + "More than 20 are longer than most trainings wait at all.",
                    Optional.of(new UsualChange.Factor(2))));

    private Courses() {}
}
