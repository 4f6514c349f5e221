package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Screen;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How results are shown, for every command. */
class OutputOptions {
    @Option(names = "--json", description = "Print the result as one line of JSON on standard output.")
    private boolean json;

    @Option(names = "--quiet", description = "No progress, only the result.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Where something fails, show where in the program.")
    @SuppressWarnings("UnusedVariable") // looked for by Main, whatever command failed
    private boolean verbose;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Add every line of progress and of the result to a file, with its time.")
    private Optional<Path> log = Optional.empty();

    @Option(
            names = "--show-settings",
            description = "Print the value of each option and where it comes from (flag, environment, " + Layers.FILE
                    + ", profile, default), and do nothing else.")
    private boolean showSettings;

    private Optional<LogFile> opened = Optional.empty();

    boolean showsSettings() {
        return showSettings;
    }

    /** A line for the log alone. */
    synchronized void note(String line) {
        if (log.isPresent() && opened.isEmpty()) {
            opened = log.map(LogFile::open);
        }
        opened.ifPresent(file -> file.line(line));
    }

    boolean json() {
        return json;
    }

    /** A line of the result for a person; goes to standard error when standard output is for JSON. */
    void say(String line) {
        note(line);
        (json ? System.err : System.out).println(line);
    }

    /** A line of progress. */
    void progress(String line) {
        note(line);
        if (!quiet) {
            System.err.println(line);
        }
    }

    /** The terminal in which progress is drawn; empty where there is none, or no progress is wanted. */
    Optional<Screen> screen() {
        return quiet ? Optional.empty() : Terminals.onError();
    }

    boolean quiet() {
        return quiet;
    }

    /** Something that happens, for another program that shows it; only long work has such. */
    void live(Form.MapForm happened) {}

    /** The result for programs. */
    void result(Form form) {
        if (json) {
            System.out.println(Json.write(form));
        }
    }
}
