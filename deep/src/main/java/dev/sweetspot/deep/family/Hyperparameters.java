package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.training.Augmentation;
import dev.sweetspot.deep.training.Optimizer;
import dev.sweetspot.deep.training.Recipe;
import dev.sweetspot.deep.training.Schedule;
import dev.sweetspot.space.About;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.UsualChange;
import java.util.Locale;
import java.util.Optional;

/**
 * What every family's training has: each with its range and why, its default, its usual change, and what it does in a
 * sentence or two. Ranges are as wide as anything useful; {@link Suggested} says where to search.
 */
public final class Hyperparameters {
    /**
     * How long a training is. No part of the space: it is the fidelity of a trial, which follows the time where there is
     * a limit, and can be set by hand.
     */
    public static final IntegerParameter EPOCHS = Parameter.integer("epochs", 1, 300)
            .withDefault(20)
            .with(new About(
                    "epochs",
                    "How many times the training looks at every image. More is better up to a point, after which the "
                            + "network learns its images by heart; beyond 300 hardly anything is gained. Where tune has "
                            + "a time limit, it chooses so many as fit.",
                    Optional.of(new UsualChange.Factor(2))));

    /** How weights change: {@link dev.sweetspot.deep.training.Optimizer}. */
    public static final CategoricalParameter<String> OPTIMIZER = Parameter.categorical(
                    "optimizer", "adamw", "adam", "sgd")
            .with(
                    help(
                            "How the network's numbers are changed after each look at some images. adamw and adam find their "
                                    + "own step for each number; sgd is the plain rule and often a little better when tuned well."));

    /** Of sgd, from none to the most that still settles; higher values differ by what is missing to 1. */
    public static final RealParameter MOMENTUM = Parameter.real("momentum", 0, 0.99)
            .reverseLogarithmic()
            .withDefault(0.9)
            .with(help(
                    "How much of the previous steps is kept in each step, like a heavy ball rolling downhill. 0 is none; "
                            + "at 1 it would never come to rest."));

    /** The highest rate of the schedule. */
    public static final RealParameter LEARNING_RATE = Parameter.real("learning_rate", 1e-5, 1)
            .logarithmic()
            .withDefault(3e-3)
            .with(help("How large each step is. Below 1e-5 hardly anything changes, above 1 nothing settles. "
                            + "Usually the setting that matters most.")
                    .withUsualChange(new UsualChange.Factor(3)));

    /** Of kernels; biases and normalisations do not decay. */
    public static final RealParameter WEIGHT_DECAY = Parameter.real("weight_decay", 1e-7, 0.1)
            .logarithmic()
            .withDefault(1e-3)
            .with(help("How strongly large numbers in the network are pulled towards 0, so that it does not learn its "
                            + "training images by heart. 1e-7 is as good as none; above 0.1 nothing is learnt.")
                    .withUsualChange(new UsualChange.Factor(10)));

    /** Images a step: powers of 2, which processors like; more than 1024 leaves too few steps. */
    public static final OrdinalParameter<Integer> BATCH_SIZE = Parameter.ordinal(
                    "batch_size", 8, 16, 32, 64, 128, 256, 512, 1024)
            .withDefault(64)
            .with(new About(
                    "images",
                    "How many images are looked at before each step. Larger batches are quicker to go through but give "
                            + "fewer steps.",
                    Optional.of(new UsualChange.Factor(2))));

    /** Of the loss (Szegedy et al. 2016); above 0.2 the doubt outweighs what the labels say. */
    public static final RealParameter LABEL_SMOOTHING = Parameter.real("label_smoothing", 0, 0.2)
            .withStep(0.05)
            .withDefault(0.05)
            .with(
                    help("How much doubt is put into the labels while training. A little keeps the network from being too "
                                    + "sure of itself.")
                            .withUsualChange(new UsualChange.Difference(0.05)));

    /** Of the rate: {@link Schedule}. */
    public static final CategoricalParameter<String> SCHEDULE = Parameter.categorical("schedule", "cosine", "constant")
            .with(help("How the learning rate goes over the training: cosine lets it fall smoothly to 0, constant "
                    + "leaves it as it is."));

    /** Of the schedule; more than a fifth is time lost. */
    public static final RealParameter WARMUP = Parameter.real("warmup", 0, 0.2)
            .withStep(0.05)
            .withDefault(0.05)
            .with(help("The share of the training in which the learning rate rises from 0 to its full size.")
                    .withUsualChange(new UsualChange.Difference(0.05)));

    /** Mirrors images. */
    public static final BooleanParameter FLIP = Parameter.bool("augmentation.flip")
            .withDefault(true)
            .with(help("Whether images are shown mirrored left to right half of the time. Not where left and right "
                    + "mean something, as in text."));

    /** Moves images: as far as 8 pixels, an eighth of the largest usual image. */
    public static final IntegerParameter CROP = Parameter.integer("augmentation.crop", 0, 8)
            .withDefault(2)
            .with(new About(
                    "pixels",
                    "By how much images are shifted at random in each direction, so that the network does not mind "
                            + "where in the image a thing is.",
                    Optional.of(new UsualChange.Difference(2))));

    /** When to give up; the best weights are kept whatever it is. */
    public static final IntegerParameter PATIENCE = Parameter.integer("early_stopping.patience", 1, 50)
            .withDefault(20)
            .with(new About(
                    "epochs",
                    "A training ends when the validation part has not got better for so many epochs; the best state is "
                            + "kept in any case.",
                    Optional.of(new UsualChange.Factor(2))));

    /** Of every family; above 0.7 too little is left to learn from. */
    public static final RealParameter DROPOUT = Parameter.real("dropout", 0, 0.7)
            .withStep(0.1)
            .withDefault(0.2)
            .with(help("The share of connections that is switched off at random in each step, so that the network does "
                            + "not rely on any single one.")
                    .withUsualChange(new UsualChange.Difference(0.1)));

    /** Of every family: {@link ActivationFunction}. */
    public static final CategoricalParameter<String> ACTIVATION = Parameter.categorical(
                    "activation", "relu", "leaky_relu", "elu", "gelu", "silu", "tanh")
            .with(help(
                    "What each unit does with the sum of its inputs. relu is the usual one; the others are smoother."));

    /** Of every family: batch normalisation (Ioffe and Szegedy 2015), or none. */
    public static final CategoricalParameter<String> NORMALIZATION = Parameter.categorical(
                    "normalization", "batch", "none")
            .with(help("Whether values inside the network are brought to a common scale, which makes training quicker "
                    + "and steadier."));

    private Hyperparameters() {}

    static About help(String text) {
        return About.NOTHING.withHelp(text);
    }

    static ActivationFunction activation(Configuration configuration) {
        return ActivationFunction.valueOf(configuration.get(ACTIVATION).toUpperCase(Locale.ROOT));
    }

    static Recipe recipe(Configuration configuration) {
        var optimizer =
                switch (configuration.get(OPTIMIZER)) {
                    case "sgd" -> new Optimizer.Sgd(configuration.get(MOMENTUM), true);
                    case "adam" -> new Optimizer.Adam(0.9, 0.999);
                    default -> new Optimizer.AdamW(0.9, 0.999);
                };
        var kind = configuration.get(SCHEDULE).equals("cosine") ? Schedule.Kind.COSINE : Schedule.Kind.CONSTANT;
        return new Recipe(
                optimizer,
                configuration.get(LEARNING_RATE),
                new Schedule(kind, configuration.get(WARMUP)),
                configuration.get(WEIGHT_DECAY),
                configuration.get(BATCH_SIZE),
                configuration.get(LABEL_SMOOTHING));
    }

    static Augmentation augmentation(Configuration configuration) {
        return new Augmentation(configuration.get(FLIP), configuration.get(CROP));
    }
}
