package dev.sweetspot.isolation;

import dev.sweetspot.form.Form;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * How the processes are started in which trials run, and what each may take.
 *
 * @param command that starts one: a program that calls {@link TrialServer#serve} with its standard input and output
 * @param workload what the process is told to make, as its program understands it
 * @param memory bytes that a process may have in memory, heap and native memory and data together; watched over on Linux;
 *     empty for as much as there is
 * @param folder for what the processes write to standard error, and what a crash leaves
 */
public record Isolation(List<String> command, Form.MapForm workload, OptionalLong memory, Path folder) {
    /** Stands in a command for the file in which a JVM is to write of its crash. */
    public static final String CRASH = "CRASH_FILE";

    /** Keeps a copy. */
    public Isolation {
        command = List.copyOf(command);
        if (memory.isPresent() && memory.getAsLong() < 1) {
            throw new IllegalArgumentException("memory = " + memory.getAsLong() + ": must be at least 1");
        }
    }
}
