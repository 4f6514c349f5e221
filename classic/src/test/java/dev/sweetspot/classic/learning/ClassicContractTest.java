package dev.sweetspot.classic.learning;

import dev.sweetspot.data.split.Folding;
import dev.sweetspot.testkit.WorkloadContract;
import dev.sweetspot.workload.Workload;

/** A fit fold after fold keeps what every workload keeps. */
class ClassicContractTest extends WorkloadContract {
    @Override
    protected Workload workload() {
        return Wines.learning(Wines.compared(Folding.of(3, 1)), "linear", "xgboost");
    }
}
