package dev.sweetspot.embedding;

import dev.sweetspot.form.Form;
import dev.sweetspot.workload.Workload;
import dev.sweetspot.workload.WorkloadProvider;

/** Makes {@link EmbeddingWorkload}s from what a study keeps of them. */
public final class EmbeddingProvider implements WorkloadProvider {
    @Override
    public String name() {
        return EmbeddingWorkload.NAME;
    }

    @Override
    public Workload make(Form.MapForm settings) {
        return EmbeddingWorkload.fromForm(settings);
    }
}
