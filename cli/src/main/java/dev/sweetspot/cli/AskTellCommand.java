package dev.sweetspot.cli;

import dev.sweetspot.cli.asktell.Dialogue;
import dev.sweetspot.cli.asktell.Keeping;
import dev.sweetspot.server.asktell.Chosen;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sweetspot ask-tell}. */
@Command(
        name = "ask-tell",
        mixinStandardHelpOptions = true,
        description = "Searches for a program in any language: it writes requests to standard input, one JSON object a "
                + "line, and reads one answer a line from standard output. See docs/guide/ask-tell.md.",
        footer = {"", "Example: sweetspot ask-tell --name ovens"})
final class AskTellCommand implements Callable<Integer> {
    @Option(
            names = "--sampler",
            paramLabel = "NAME",
            description = "Who proposes configurations (default: auto): a name, or JSON with settings: "
                    + "'{\"name\": ...}'.",
            defaultValue = "auto")
    private String sampler = "auto";

    @Option(
            names = "--scheduler",
            paramLabel = "NAME",
            description = "Who decides what runs and for how long (default: auto): a name, or JSON with settings.",
            defaultValue = "auto")
    private String scheduler = "auto";

    @Option(
            names = "--name",
            paramLabel = "STUDY",
            description = "Keep the study in the store under this name, and go on with it if it is there (protocol 2); "
                    + "without a name nothing is kept.")
    private Optional<String> name = Optional.empty();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Override
    public Integer call() throws IOException {
        var keeping = new Keeping(
                Clock.systemUTC(), WorkerName.unique(), name, stores::open, stores.address(), learning.places());
        // Not System.out: what a library prints there by mistake must not get between the answers.
        try (var dialogue = new Dialogue(new Chosen(sampler, scheduler), keeping);
                var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                var out = new BufferedWriter(
                        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
            while (!dialogue.ended()) {
                var line = in.readLine();
                if (line == null) {
                    return 0;
                }
                if (!line.isBlank()) {
                    out.write(dialogue.answer(line));
                    out.write('\n');
                    out.flush();
                }
            }
        }
        return 0;
    }
}
