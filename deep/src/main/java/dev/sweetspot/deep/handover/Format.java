package dev.sweetspot.deep.handover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A form in which other tools take models. A new one is one class, and its place in {@link Formats}. */
public interface Format {
    /** As people write it: "onnx". */
    String name();

    /** What it is for, in a sentence. */
    String help();

    /** The names of the files it writes. */
    List<String> files();

    /**
     * Writes them.
     *
     * @throws dev.sweetspot.form.InvalidInputException where a part of the model cannot be handed over
     */
    void write(Blueprint blueprint, Path folder) throws IOException;
}
