package dev.sweetspot.isolation;

import dev.sweetspot.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs its trials in a process of their own. */
final class SuggestingProcess {
    private SuggestingProcess() {}

    /**
     * @param arguments "refuse" to make nothing, "die" to end at once, "killed" and a file to be killed while it starts,
     *     until the file has so many letters as the third argument says, "half" to be ended within a message of its first
     *     trial, "odd" to fail of what no program expects as it makes, "odd trial" as it tries
     */
    public static void main(String[] arguments) {
        System.out.println("some library talks");
        if (arguments.length > 0 && arguments[0].equals("die")) {
            System.err.println("this machine is no good");
            System.exit(3);
        }
        TrialServer.serve(form -> made(arguments), System.in, System.out);
    }

    private static Workload made(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "refuse" -> throw new IllegalStateException("no data here");
            case "killed" -> mayBeKilled(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "half" -> {
                return new Suggesting(SuggestingProcess::endWithinAMessage);
            }
            case "odd" -> throw new InternalError("a file became shorter while it was read");
            case "odd trial" -> {
                return new Suggesting(() -> {
                    throw new InternalError("a file became shorter while it was read");
                });
            }
            default -> {}
        }
        return new Suggesting();
    }

    private static void endWithinAMessage() {
        System.out.println("{\"a library\" talks}");
        System.out.print("{\"report\":{\"fidelity\":1,\"val");
        System.out.flush();
        Runtime.getRuntime().halt(7);
    }

    private static void mayBeKilled(Path deaths, int most) {
        try {
            var before = Files.exists(deaths) ? Files.readString(deaths) : "";
            if (before.length() < most) {
                Files.writeString(deaths, before + "x");
                new ProcessBuilder(
                                "kill",
                                "-KILL",
                                Long.toString(ProcessHandle.current().pid()))
                        .start()
                        .waitFor();
                Thread.sleep(60_000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
