package dev.sweetspot.deep.handover;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.List;

/** The forms in which models can be taken home. */
public final class Formats {
    private static final List<Format> INSTALLED = List.of(new Onnx(), new TorchScript(), new PyTorch());

    private Formats() {}

    /** All of them. */
    public static List<Format> installed() {
        return INSTALLED;
    }

    /**
     * The one of a name.
     *
     * @throws InvalidInputException when there is none
     */
    public static Format named(String name) {
        var names = INSTALLED.stream().map(Format::name).toList();
        return INSTALLED.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("format", name, "is not known", DidYouMean.maybe(name, names)));
    }
}
