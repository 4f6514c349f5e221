package dev.sweetspot.cli;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * What the parts of the program below the commands log, for people: one line each, where progress is shown, and not again
 * what was said last. With {@code --quiet} only what went wrong.
 */
final class Notices extends Handler {
    private static final Notices ONLY = new Notices();

    private final SimpleFormatter format = new SimpleFormatter();
    private volatile Optional<OutputOptions> output = Optional.empty();
    private volatile Optional<Consumer<String>> view = Optional.empty();
    private String last = "";

    private Notices() {}

    /** Shows notices as a view does, until this is closed. */
    @FunctionalInterface
    interface Shown extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * From now on in the place of lines with the names of classes.
     *
     * @param output of the command that runs; empty where it has none
     */
    static void begin(Optional<OutputOptions> output) {
        var root = Logger.getLogger("");
        for (var handler : root.getHandlers()) {
            if (handler instanceof ConsoleHandler || handler == ONLY) {
                root.removeHandler(handler);
            }
        }
        ONLY.output = output;
        ONLY.isNew("");
        root.addHandler(ONLY);
    }

    /** In the place of plain lines, which would stand within what a view draws. */
    static Shown in(Consumer<String> view) {
        ONLY.view = Optional.of(view);
        return () -> ONLY.view = Optional.empty();
    }

    @Override
    public void publish(LogRecord record) {
        boolean quiet = output.map(OutputOptions::quiet).orElse(false);
        boolean wrong = record.getLevel().intValue() >= Level.WARNING.intValue();
        if (!isLoggable(record) || (quiet && !wrong)) {
            return;
        }
        var words = format.formatMessage(record);
        // Nothing is held while it is said: who draws may be about to say something too.
        if (isNew(words)) {
            say("sweetspot: " + words, words, quiet);
        }
    }

    private synchronized boolean isNew(String words) {
        boolean isNew = !words.equals(last);
        last = words;
        return isNew;
    }

    private void say(String line, String words, boolean quiet) {
        var viewed = view;
        if (!quiet && viewed.isPresent()) {
            viewed.get().accept(words);
        } else if (!quiet && output.isPresent()) {
            output.get().progress(line);
        } else {
            output.ifPresent(options -> options.note(line));
            System.err.println(line);
        }
    }

    @Override
    public void flush() {
        System.err.flush();
    }

    @Override
    public void close() {
        flush();
    }
}
