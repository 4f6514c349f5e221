package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;

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
        var line = new CommandLine(new Sweetspot())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Main::wrongUse)
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, arguments));
        return line.execute(arguments);
    }

    private static int wrongUse(CommandLine.ParameterException e, String[] arguments) {
        System.err.println("sweetspot: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(
                e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.err.println("Maybe look at: sweetspot "
                + e.getCommandLine().getCommandName().replace("sweetspot", "") + " --help");
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
