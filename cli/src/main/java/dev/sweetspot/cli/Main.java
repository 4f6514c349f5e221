package dev.sweetspot.cli;

/** Where the launcher enters. */
public final class Main {
    private static final String VERSION = "0.1.0-SNAPSHOT";

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param arguments what stood on the command line after {@code sweetspot}
     */
    public static void main(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            System.out.println("sweetspot " + VERSION);
            return;
        }
        System.err.println("sweetspot: the only option so far is --version");
        System.exit(2);
    }
}
