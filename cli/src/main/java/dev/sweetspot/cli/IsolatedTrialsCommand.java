package dev.sweetspot.cli;

import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.isolation.TrialServer;
import dev.sweetspot.workload.Workload;
import dev.sweetspot.workload.Workloads;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code sweetspot isolated-trials}: what runs in the processes of {@code --isolate}; no person starts it. */
@Command(name = "isolated-trials", hidden = true, description = "Runs trials for the process that started it.")
final class IsolatedTrialsCommand implements Runnable {
    /** Where a Linux kernel reads which process to end first when memory runs out: this one, and not the study. */
    private static final Path FIRST_TO_GO = Path.of("/proc/self/oom_score_adj");

    static final String NAME = "isolated-trials";
    static final String WORKLOAD = "workload";
    static final String DEVICE = "device";

    @Override
    public void run() {
        // Whoever started it decides: Ctrl-C in a terminal goes to all processes at once.
        Signals.taken(List.of("INT", "TERM", "HUP"), () -> {});
        goFirst();
        var out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        TrialServer.serve(IsolatedTrialsCommand::made, System.in, out);
        Runtime.getRuntime().halt(0);
    }

    private static void goFirst() {
        try {
            if (Files.isWritable(FIRST_TO_GO)) {
                Files.writeString(FIRST_TO_GO, "1000");
            }
        } catch (IOException e) {
            System.err.println(FIRST_TO_GO + ": " + e.getMessage());
        }
    }

    private static Workload made(MapForm settings) {
        var fields = Fields.of(settings);
        var workload = Workloads.fromForm(fields.require(WORKLOAD));
        return workload instanceof NetworkLearning learner
                ? learner.on(Device.named(fields.findText(DEVICE).orElse(Device.CPU.word())))
                : workload;
    }
}
