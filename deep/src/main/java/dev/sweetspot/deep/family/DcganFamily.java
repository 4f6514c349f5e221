package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.UsualChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deep convolutional generative adversarial networks (Radford, Metz and Chintala 2015), small ones. */
public final class DcganFamily implements AdversarialFamily {
    /** Below 8 drawn images are all alike, beyond 256 nothing is gained. */
    static final OrdinalParameter<Integer> LATENT_SIZE = Parameter.ordinal("latent_size", 8, 16, 32, 64, 100, 128, 256)
            .withDefault(64)
            .with(new About(
                    "numbers",
                    "How many random numbers each image is drawn from: in so many ways can images differ. Below 8 they come "
                            + "out alike, beyond 256 nothing is gained.",
                    Optional.of(new UsualChange.Factor(2))));

    private static final OrdinalParameter<Integer> FILTERS = Parameter.ordinal("filters", 8, 16, 32, 64, 128)
            .withDefault(32)
            .with(new About(
                    "filters",
                    "How many patterns it knows at half the size of the image; with each further halving twice as many. More "
                            + "gives finer images and takes longer. Both networks are usually equally strong.",
                    Optional.of(new UsualChange.Factor(2))));

    private static final int SMALL = 32;

    private static final CategoricalParameter<String> ACTIVATION = NetworkParameters.ACTIVATION;

    private static final CategoricalParameter<String> JUDGE_ACTIVATION = ACTIVATION
            .withDefault("leaky_relu")
            .with(ACTIVATION
                    .about()
                    .withHelp(ACTIVATION
                            .about()
                            .help()
                            .replace("relu is the usual one;", "leaky_relu is the usual one here;")));

    private static final CategoricalParameter<String> JUDGE_NORMALIZATION = Parameter.categorical(
                    NetworkParameters.NORMALIZATION.name(), "batch", DcganNetworks.SPECTRAL, "none", "layer", "group")
            .with(About.help(
                    "How its judgement is kept from jumping: batch, layer and group bring values inside to a common "
                            + "scale; spectral keeps every layer from changing its output more than its input changed, which is often "
                            + "the steadiest; or not at all."));

    /** Radford et al. 2015 have 0.2; from 0.5 on it is hardly an activation any more. */
    private static final RealParameter SLOPE = Parameter.real("slope", 0, 0.5)
            .withStep(0.05)
            .withDefault(0.2)
            .with(About.help(
                            "How much of what is below 0 leaky_relu lets through, so that the other network can learn from "
                                    + "every judgement. Beyond 0.5 it would hardly be an activation any more.")
                    .withUsualChange(new UsualChange.Difference(0.1)));

    private static final RealParameter JUDGE_DROPOUT = NetworkParameters.DROPOUT.withDefault(0);

    @Override
    public String name() {
        return "dcgan";
    }

    @Override
    public String help() {
        return "Two convolutional networks, of which one draws images and the other tells them from real ones, until it no "
                + "longer can.";
    }

    @Override
    public boolean takes(Shape input) {
        return input instanceof Shape.Image image && DcganNetworks.fits(image);
    }

    @Override
    public boolean usual() {
        return true;
    }

    @Override
    public List<Parameter<?>> parameters(DataSize data) {
        return List.of(
                LATENT_SIZE,
                Side.GENERATOR.own(filters(data.image())),
                Side.DISCRIMINATOR.own(filters(data.image())),
                Side.GENERATOR.own(ACTIVATION),
                Side.DISCRIMINATOR.own(JUDGE_ACTIVATION),
                Side.DISCRIMINATOR.own(SLOPE),
                Side.GENERATOR.own(NetworkParameters.NORMALIZATION),
                Side.DISCRIMINATOR.own(JUDGE_NORMALIZATION),
                Side.DISCRIMINATOR.own(JUDGE_DROPOUT),
                Side.DISCRIMINATOR.own(NetworkParameters.NOISE));
    }

    @Override
    public List<Condition> conditions(Parameter<?> parameter) {
        return parameter.name().equals(Side.DISCRIMINATOR.prefix() + SLOPE.name())
                ? List.of(new Condition(Side.DISCRIMINATOR.prefix() + ACTIVATION.name(), Set.of("leaky_relu")))
                : List.of();
    }

    @Override
    public List<Parameter<?>> inside() {
        return List.of(NetworkParameters.INITIALIZER);
    }

    @Override
    public String inWords(Configuration configuration) {
        return "a pair of convolutional networks, one that draws images from " + configuration.get(LATENT_SIZE)
                + " random numbers each (" + filters(Side.GENERATOR, configuration) + ") and one that judges them ("
                + filters(Side.DISCRIMINATOR, configuration) + ")";
    }

    /** Twice the side takes four times as long: fewer filters then. */
    private static OrdinalParameter<Integer> filters(Shape.Image image) {
        return FILTERS.withDefault(Math.max(image.height(), image.width()) > SMALL ? 16 : 32);
    }

    private static String filters(Side side, Configuration configuration) {
        return side.of(configuration).get(FILTERS) + " filters";
    }

    @Override
    public Network network(Configuration configuration, DataSize data) {
        var own = Side.GENERATOR.of(configuration);
        return DcganNetworks.generator(data.image(), configuration.get(LATENT_SIZE), own.get(FILTERS), own);
    }

    @Override
    public Network discriminator(Configuration configuration, DataSize data) {
        var own = Side.DISCRIMINATOR.of(configuration);
        return DcganNetworks.discriminator(
                data.image(),
                own.get(FILTERS),
                own,
                own.get(JUDGE_NORMALIZATION),
                own.find(SLOPE).orElse(SLOPE.defaultValue()));
    }
}
