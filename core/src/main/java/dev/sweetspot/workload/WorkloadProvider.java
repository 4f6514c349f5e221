package dev.sweetspot.workload;

import dev.sweetspot.form.Form;

/** Makes workloads of one name from their settings; found by its name in {@code META-INF/services}. */
public interface WorkloadProvider {
    /** The name that its workloads have. */
    String name();

    /**
     * The workload with these settings.
     *
     * @throws dev.sweetspot.form.InvalidInputException when the settings are wrong, or the data at their address has
     *     another hash
     */
    Workload make(Form.MapForm settings);
}
