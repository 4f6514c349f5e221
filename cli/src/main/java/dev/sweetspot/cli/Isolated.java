package dev.sweetspot.cli;

import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.isolation.IsolatedWorkload;
import dev.sweetspot.isolation.Isolation;
import dev.sweetspot.study.Study;
import dev.sweetspot.workload.Workload;
import dev.sweetspot.workload.Workloads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Trials in processes of their own, which are this program again. */
final class Isolated {
    private Isolated() {}

    /**
     * The workload with its trials in processes of their own.
     *
     * @param share of the machine's memory that a trial may have where nobody said otherwise
     */
    static IsolatedWorkload of(Workload workload, Study study, TrialRules rules, OptionalLong share, Path folder) {
        var memory = rules.memory().isPresent() ? rules.memory() : enough(share);
        var device = workload instanceof NetworkLearning learner ? learner.device() : Device.CPU;
        var made = Form.of(Map.of(
                IsolatedTrialsCommand.WORKLOAD, Workloads.toForm(workload),
                IsolatedTrialsCommand.DEVICE, Form.of(device.word())));
        return new IsolatedWorkload(workload, study::space, new Isolation(command(memory), made, memory, folder));
    }

    /** Refuses a share in which no process can live. */
    static OptionalLong enough(OptionalLong share) {
        share.ifPresent(bytes -> {
            if (bytes < TrialOptions.LEAST_MEMORY) {
                throw new InvalidInputException(
                        "--isolate",
                        (bytes >> 20) + " MiB",
                        "is what is free for the process of each trial, and a process of Java needs 64 MiB for itself",
                        "fewer --workers?");
            }
        });
        return share;
    }

    private static List<String> command(OptionalLong memory) {
        var options = new ArrayList<String>();
        memory.ifPresent(bytes -> options.add("-Xmx" + (bytes >> 20) + "m"));
        options.add("-XX:ErrorFile=" + Isolation.CRASH);
        options.add("-XX:-CreateCoredumpOnCrash");
        return Again.command(options, List.of(IsolatedTrialsCommand.NAME));
    }
}
