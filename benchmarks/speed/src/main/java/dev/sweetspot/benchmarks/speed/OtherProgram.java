package dev.sweetspot.benchmarks.speed;

import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Another program that is measured in turns, and prints its steps a second.
 *
 * @param name of its column
 * @param command for the shell, in which {network}, {batch} and {threads} stand for what is measured
 * @param rate finds the steps a second in what it prints, in its first group
 */
record OtherProgram(String name, String command, Pattern rate) {
    /** Of "eager=python reference.py {network},{batch}". */
    static OtherProgram named(String text, Pattern rate) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new InvalidInputException(
                    "--other", text, "must be a name and a command", "eager=python reference.py {network},{batch}?");
        }
        return new OtherProgram(text.substring(0, equals), text.substring(equals + 1), rate);
    }

    /** Examples a second of a row. */
    double examplesASecond(Row row, int threads) throws InterruptedException {
        var filled = command.replace("{network}", row.sketch().word())
                .replace("{batch}", Integer.toString(row.batch()))
                .replace("{threads}", Integer.toString(threads));
        var builder = new ProcessBuilder("sh", "-c", filled).redirectError(ProcessBuilder.Redirect.INHERIT);
        // It runs as it would alone: what our own launcher sets is our own.
        builder.environment().keySet().removeIf(key -> key.startsWith("MALLOC_") || key.startsWith("OPENBLAS_"));
        try {
            var process = builder.start();
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            var found = rate.matcher(printed);
            if (code != 0 || !found.find()) {
                throw new InvalidInputException(
                        "--other", filled, "ended with " + code + " and printed no rate: " + printed.strip(), "");
            }
            return Double.parseDouble(found.group(1)) * row.batch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
