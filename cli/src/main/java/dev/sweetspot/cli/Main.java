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
import picocli.CommandLine.Model.OptionSpec;

/** Where the launcher enters. */
public final class Main {
    /** The moment from which a deadline counts; the launcher has built and started by then. */
    static final long BEGIN = System.nanoTime();

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    static final int INTERRUPTED = 130;

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code: 0 done, 1 ran but failed, 2 wrong use or wrong input,
     * 130 interrupted.
     *
     * @param arguments what stood on the command line after {@code sweetspot}
     */
    public static void main(String[] arguments) {
        // Libraries look for somebody to log to, and complain on standard error where there is nobody.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
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
        var line = HelpLayout.in(Numbers.in(new CommandLine(new Sweetspot())));
        var layers = Layers.of(line, environment, folder, arguments);
        try {
            return line.setCaseInsensitiveEnumValuesAllowed(true)
                    .setUsageHelpAutoWidth(true)
                    .setDefaultValueProvider(layers)
                    .setExecutionStrategy(parsed -> execute(parsed, layers, arguments))
                    .setParameterExceptionHandler((e, given) -> notParsed(e, layers, arguments))
                    .setExecutionExceptionHandler((e, command, parsed) -> failed(e, arguments))
                    .execute(arguments);
        } catch (Error e) { // what no exception handler of the parser's is told of
            return failed(e, arguments);
        }
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
            var output = output(command);
            Notices.begin(output);
            if (output.filter(OutputOptions::showsSettings).isPresent()) {
                layers.table(command).forEach(System.out::println);
                return 0;
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static Optional<OutputOptions> output(CommandLine.ParseResult command) {
        return command.commandSpec().mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(OutputOptions.class::isInstance)
                .map(OutputOptions.class::cast)
                .findFirst();
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
        System.err.println("sweetspot: " + words(e) + source.orElse(""));
        CommandLine.UnmatchedArgumentException.printSuggestions(
                e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.err.println(
                "Maybe look at: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return WRONG_USE;
    }

    /** Values that are none are refused in the words of all other refusals. */
    private static String words(CommandLine.ParameterException e) {
        return e.getArgSpec() instanceof OptionSpec option
                        && e.getCause() instanceof CommandLine.TypeConversionException wrong
                ? option.longestName() + " = " + e.getValue() + ": " + wrong.getMessage()
                : Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
    }

    private static int failed(Throwable e, String[] arguments) {
        if (e instanceof InterruptedException || Interrupt.asked()) {
            // Ctrl-C: what became of the study is said where it is put aside.
            return INTERRUPTED;
        }
        boolean verbose = Arrays.asList(arguments).contains("--verbose");
        System.err.println("sweetspot: " + words(e));
        if (verbose) {
            e.printStackTrace();
        } else if (!(e instanceof InvalidInputException)) {
            System.err.println("Maybe --verbose says more.");
        }
        return e instanceof InvalidInputException ? WRONG_USE : FAILED;
    }

    /** Why a command could not do what it was asked, in words that help. */
    static String words(Throwable e) {
        var meant = meant(e);
        if (meant instanceof OutOfMemoryError) {
            return "memory ran out (" + meant.getMessage() + "). Maybe SWEETSPOT_JAVA_ARGS=-Xmx8g, or less at once?";
        }
        if (meant instanceof LinkageError) {
            return "a part of the program cannot be loaded on this machine (" + innermost(meant)
                    + "). Maybe sweetspot doctor says what is missing?";
        }
        return meant.getMessage() == null || meant instanceof Error ? meant.toString() : meant.getMessage();
    }

    /** Without what only passes it on and says nothing of its own. */
    private static Throwable meant(Throwable e) {
        var meant = e;
        while (meant.getCause() != null
                && meant.getCause().toString().equals(meant.getMessage())
                && !(meant instanceof Error)) {
            meant = meant.getCause();
        }
        return meant;
    }

    /** What the first failure of all says. */
    static String innermost(Throwable e) {
        var first = e;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return Optional.ofNullable(first.getMessage()).orElse(first.toString());
    }
}
