package dev.sweetspot.embedding;

import dev.sweetspot.testkit.WorkloadContract;
import dev.sweetspot.workload.Workload;

class EmbeddingContractTest extends WorkloadContract {
    @Override
    protected Workload workload() {
        return Tables.workload(Tables.clusters(folder));
    }
}
