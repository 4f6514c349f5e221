package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Where the launcher enters. */
public final class Main {
    /** The moment from which a deadline counts; the launcher has built and started by then. */
    static final long BEGIN = System.nanoTime();

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int INTERRUPTED = 130;

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code: 0 done, 1 ran but failed, 2 wrong use or wrong input,
     * 130 interrupted.
     *
     * @param arguments what stood on the command line after {@code sweetspot}
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return run(System.getenv(), Path.of(""), arguments);
    }

    /**
     * The same in another environment.
     *
     * @param folder where {@code sweetspot.yaml} is looked for
     */
    static int run(Map<String, String> environment, Path folder, String... arguments) {
        var line = new CommandLine(new Sweetspot());
        var layers = Layers.of(line, environment, folder, arguments);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setDefaultValueProvider(layers)
                .setExecutionStrategy(parsed -> execute(parsed, layers, arguments))
                .setParameterExceptionHandler((e, given) -> notParsed(e, layers, arguments))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, arguments))
                .execute(arguments);
    }

    private static int execute(CommandLine.ParseResult parsed, Layers layers, String[] arguments) {
        var helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        if (parsed.hasSubcommand()) {
            if (layers.wrong().isPresent()) {
                return failed(layers.wrong().get(), arguments);
            }
            var command = parsed.subcommand();
            boolean asked = command.commandSpec().mixins().values().stream()
                    .map(CommandSpec::userObject)
                    .anyMatch(mixin -> mixin instanceof OutputOptions output && output.showsSettings());
            if (asked) {
                layers.table(command).forEach(System.out::println);
                return 0;
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int notParsed(CommandLine.ParameterException e, Layers layers, String[] arguments) {
        // A value of the project file or the environment may be no number, say.
        if (e.getCommandLine().isUsageHelpRequested()) {
            e.getCommandLine().usage(System.out);
            return 0;
        }
        return layers.wrong().map(wrong -> failed(wrong, arguments)).orElseGet(() -> wrongUse(e, layers));
    }

    private static int wrongUse(CommandLine.ParameterException e, Layers layers) {
        var source = Optional.ofNullable(e.getArgSpec())
                .flatMap(layers::given)
                .filter(given -> given.value().equals(e.getValue()))
                .map(given -> " (from " + given.source() + ")");
        System.err.println("sweetspot: " + e.getMessage() + source.orElse(""));
        CommandLine.UnmatchedArgumentException.printSuggestions(
                e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.err.println(
                "Maybe look at: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return WRONG_USE;
    }

    private static int failed(Exception e, String[] arguments) {
        if (e instanceof InterruptedException) {
            // Ctrl-C: what became of the study is said where it is put aside.
            return INTERRUPTED;
        }
        boolean verbose = Arrays.asList(arguments).contains("--verbose");
        System.err.println("sweetspot: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
        if (verbose) {
            e.printStackTrace();
        } else if (!(e instanceof InvalidInputException)) {
            System.err.println("Maybe --verbose says more.");
        }
        return e instanceof InvalidInputException ? WRONG_USE : FAILED;
    }
}
