package dev.sweetspot.deep.space;

import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Transfer;
import dev.sweetspot.deep.transfer.Pretrained;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import dev.sweetspot.study.Seeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a network begins with what another training has learnt. */
public final class TransferParameters {
    /** The file that a network begins with. */
    public static final String NAME = "pretrained";

    private static final String NOTHING = "none";
    private static final About ABOUT =
            About.help("The file of weights that the network begins with; its last layer is new. Its images "
                    + "should be like yours: photographs for photographs.");
    private static final String BODY = "body";
    private static final String TOP = "top_";

    /** {@link Transfer.Freeze}. */
    public static final CategoricalParameter<String> FREEZE = Parameter.categorical(
                    "freeze", NOTHING, BODY, TOP + 2, TOP + 3, TOP + 5, TOP + 10)
            .with(About.help("Which part of a pre-trained network stays as it is: none; body, all but the last layer, "
                    + "for few images that are like those it has learnt from; or all but the top 2, 3, 5 or 10 layers or "
                    + "blocks."));

    /** Of the layers that are not frozen, but for the last: below 0.01 they might as well be. */
    public static final RealParameter BODY_RATE = Parameter.real("body_rate", 0.01, 1)
            .logarithmic()
            .withDefault(0.1)
            .with(About.help("By what the learning rate is multiplied for the layers that were learnt before, so that "
                            + "they keep most of it. The last layer, which is new, has the full rate.")
                    .withUsualChange(new UsualChange.Factor(3)));

    /** What counts only where a network begins with a file. */
    public static final Set<String> DEPENDENT = Set.of(FREEZE.name(), BODY_RATE.name());

    private TransferParameters() {}

    /** What a file is called among the choices: where it lies. */
    public static String label(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /**
     * A space in which networks begin with one of some files of weights.
     *
     * @param files at least one: safetensors, plain dictionaries of PyTorch or TorchScript for the families that others
     *     have too, or our own models for networks with the same layers
     * @param orNone whether beginning anew is a choice too
     * @throws InvalidInputException when there is no such file
     */
    public static SearchSpace addTo(SearchSpace space, List<Path> files, boolean orNone) {
        var choices = new ArrayList<String>();
        for (var file : files) {
            if (!Files.isRegularFile(file)) {
                throw new InvalidInputException(NAME, file, "must be a file of weights", "");
            }
            choices.add(label(file));
        }
        var begun = choices.toArray(String[]::new);
        if (orNone) {
            choices.add(NOTHING);
        }
        var pretrained =
                Parameter.categorical(NAME, choices.toArray(String[]::new)).with(ABOUT);
        return with(space, pretrained, begun);
    }

    /** The same for a file of whatever name, to be explained. */
    public static SearchSpace explained() {
        var pretrained = Parameter.categorical(NAME, NOTHING, "FILE").with(ABOUT);
        return with(SearchSpace.empty(), pretrained, "FILE");
    }

    private static SearchSpace with(SearchSpace space, CategoricalParameter<String> pretrained, String... begun) {
        return space.with(pretrained)
                .with(FREEZE, Condition.when(pretrained, begun))
                .with(
                        BODY_RATE,
                        Condition.when(pretrained, begun),
                        Condition.when(FREEZE, NOTHING, TOP + 2, TOP + 3, TOP + 5, TOP + 10));
    }

    /**
     * What a configuration says of it; empty where it begins anew.
     *
     * @param seed draws the last layer
     * @throws InvalidInputException when the file does not fit the network
     */
    public static Optional<Transfer> of(Configuration configuration, Network network, long seed) {
        // Known by its name alone: its choices are the files of the space.
        if (!(configuration.values().get(NAME) instanceof String file) || file.equals(NOTHING)) {
            return Optional.empty();
        }
        var start = Pretrained.start(
                network,
                Families.of(configuration).usualKeys(),
                Path.of(file),
                Seeds.generator(Seeds.of(seed, 0, Seeds.Purpose.TRIAL)));
        int frozen = freeze(configuration.get(FREEZE)).layers(network);
        return Optional.of(
                new Transfer(start, frozen, configuration.find(BODY_RATE).orElse(1.0)));
    }

    private static Transfer.Freeze freeze(String word) {
        return switch (word) {
            case NOTHING -> Transfer.Freeze.NONE;
            case BODY -> Transfer.Freeze.BODY;
            default -> new Transfer.Freeze(Integer.parseInt(word.substring(TOP.length())));
        };
    }
}
