package dev.sweetspot.cli;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the data of a study lies here and now, for every command that goes on with one. */
final class MovedData {
    @Option(
            names = "--data",
            paramLabel = "DATA",
            description =
                    "Where the data lies now, if it has moved or lies elsewhere on this machine; its content must be "
                            + "the same.")
    private Optional<Path> data = Optional.empty();

    /** Where a person says that it lies now. */
    Optional<Path> place() {
        return data;
    }

    /** As another command of this machine, or of one with the same paths, takes it. */
    List<String> asArguments() {
        return data.map(path ->
                        List.of("--data", path.toAbsolutePath().normalize().toString()))
                .orElse(List.of());
    }

    /**
     * The data of a study.
     *
     * @param command that would find it in another place: "sweetspot resume NAME"
     * @throws InvalidInputException when it is not there
     */
    Divided load(Errand errand, String command, int cores, OutputOptions output) {
        var source = Learners.source(errand);
        var now = data.map(source::at).orElse(source);
        if (data.isEmpty() && !Files.exists(now.path())) {
            throw new InvalidInputException(
                    "data",
                    Shown.name(now.path().toString()),
                    "is not there any more",
                    "it has moved? Then: " + command + " --data PLACE");
        }
        return Loading.load(now, cores, output);
    }
}
