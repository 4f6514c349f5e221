package dev.sweetspot.cli;

import dev.sweetspot.deep.handover.Formats;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** In which forms other tools get the model. */
final class ExportOptions {
    @Option(
            names = "--export",
            split = "[,\\n]",
            splitSynopsisLabel = ",",
            paramLabel = "FORMAT",
            description =
                    "Write the winner for other tools too: onnx, torchscript, pytorch. See: sweetspot export --help.")
    private List<String> formats = new ArrayList<>();

    /** Refuses what is not known. */
    void check() {
        formats.forEach(Formats::named);
    }

    /** Refuses formats of networks where the winner may be none. */
    void requireNone() {
        if (!formats.isEmpty()) {
            throw new InvalidInputException(
                    "--export",
                    String.join(",", formats),
                    "writes networks only, and classical models are asked for",
                    "leave it out: sweetspot predict takes model.sweetspot?");
        }
    }

    List<String> formats() {
        return formats;
    }
}
