package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.adversarial.AdversarialLoss;
import dev.sweetspot.deep.adversarial.AdversarialRecipe;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.family.Side;
import dev.sweetspot.deep.option.Options;
import dev.sweetspot.deep.training.augmentation.Flip;
import dev.sweetspot.deep.training.optimizer.Coefficients;
import dev.sweetspot.deep.training.schedule.Rate;
import dev.sweetspot.deep.training.schedule.Schedule;
import dev.sweetspot.space.About;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.util.List;

/**
 * The space of networks that draw images: the family at its root, what both networks share, and each one's own optimiser. What
 * is usual is as Radford et al. 2015 have it, with fewer filters.
 */
public final class GenerationSpace {
    /** Goodfellow et al. 2014 call it k. */
    public static final IntegerParameter DISCRIMINATOR_STEPS = Parameter.integer("discriminator.steps", 1, 5)
            .withDefault(1)
            .with(About.help(
                            "How many steps the network that judges makes for each step of the one that draws. More makes "
                                    + "its judgement better and the training longer; beyond 5 time is lost.")
                    .withUsualChange(new UsualChange.Difference(1)));

    /** Of the generator; Yazici et al. 2019 find an average worth much in adversarial trainings. */
    static final RealParameter EMA = RegularizationParameters.EMA.withDefault(0.99);

    private static final double RATE = 5e-4;
    private static final double BETA1 = 0.5;

    /** By which the two networks are trained. */
    public static final Options<AdversarialLoss> LOSSES = Options.installed(
            AdversarialLoss.class,
            "adversarial_loss",
            "By what the network that draws and the one that judges are pitted against each other:");

    /** Nothing is measured of each epoch that a rate could follow. */
    private static final Options<Schedule> SCHEDULES =
            first("constant", ScheduleParameters.SCHEDULES.only(schedule -> !schedule.followsLosses()));

    private static final RealParameter WARMUP = ScheduleParameters.WARMUP.withDefault(0);

    private GenerationSpace() {}

    private static Options<Schedule> first(String name, Options<Schedule> options) {
        return new Options<>(options.root().withDefault(name), options.intro(), options.all());
    }

    /** All that can be set. */
    public static SearchSpace of(List<ModelFamily> families, ModelFamily.DataSize data) {
        var space = Families.space(families, data, Task.Kind.GENERATION);
        space = space.with(BatchParameters.BATCH_SIZE).with(DISCRIMINATOR_STEPS);
        space = LOSSES.addTo(space);
        for (var side : Side.values()) {
            space = side.addTo(space, optimizer());
        }
        space = space.with(Side.GENERATOR.own(EMA));
        space = SCHEDULES.addTo(space).with(WARMUP);
        space = space.with(Flip.PARAMETER.withDefault("none"));
        return StoppingParameters.addTo(space, Task.Kind.GENERATION);
    }

    /** Of one side: a long memory of past directions makes the two networks chase each other in circles. */
    private static SearchSpace optimizer() {
        var adam = OptimizerParameters.OPTIMIZERS.root().withDefault("adam");
        var space = OptimizerParameters.addTo(SearchSpace.empty())
                .with(RegularizationParameters.WEIGHT_DECAY.withDefault(0));
        return space.replace(adam)
                .replace(Coefficients.BETA1.withDefault(BETA1))
                .replace(Coefficients.LEARNING_RATE.withDefault(RATE));
    }

    /** What a configuration says of it. */
    public static AdversarialRecipe recipe(Configuration configuration) {
        return new AdversarialRecipe(
                LOSSES.of(configuration),
                side(Side.GENERATOR, configuration),
                side(Side.DISCRIMINATOR, configuration),
                configuration.find(DISCRIMINATOR_STEPS).orElse(1),
                BatchParameters.of(configuration),
                Side.GENERATOR.of(configuration).find(EMA).orElse(0.0));
    }

    private static AdversarialRecipe.Side side(Side side, Configuration configuration) {
        var own = side.of(configuration);
        var rate = new Rate(
                own.get(Coefficients.LEARNING_RATE),
                configuration.find(WARMUP).orElse(0.0),
                SCHEDULES.of(configuration));
        return new AdversarialRecipe.Side(
                OptimizerParameters.of(own),
                rate,
                own.find(RegularizationParameters.WEIGHT_DECAY).orElse(0.0));
    }
}
