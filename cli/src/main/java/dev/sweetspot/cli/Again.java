package dev.sweetspot.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** This program once more, in a process of its own. */
final class Again {
    private Again() {}

    /** The whole command for what follows the name of the program: as this one was begun, but for its memory. */
    static List<String> command(List<String> words) {
        return command(List.of(), words);
    }

    /** @param options of the JVM beside those that this one was begun with */
    static List<String> command(List<String> options, List<String> words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(Again::isForAll)
                .forEach(command::add);
        command.addAll(options);
        Stream.of("-cp", System.getProperty("java.class.path"), Main.class.getName())
                .forEach(command::add);
        command.addAll(words);
        return command;
    }

    /** What counts for one process only: its memory, and who watches it. */
    private static boolean isForAll(String argument) {
        return !argument.startsWith("-Xm")
                && !argument.startsWith("-XX:MaxRAM")
                && !argument.startsWith("-agentlib")
                && !argument.startsWith("-javaagent")
                && !argument.startsWith("-XX:ErrorFile")
                && !argument.startsWith("-Dsweetspot.terminal");
    }
}
