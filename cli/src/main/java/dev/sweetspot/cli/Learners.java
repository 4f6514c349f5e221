package dev.sweetspot.cli;

import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.learner.LearnerProvider;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.workload.Workloads;
import java.util.Optional;

/** The learners of studies, made again on data that is loaded where a person watches. */
final class Learners {
    private Learners() {}

    /** Whether what a workload is called stands for something that learns from data. */
    static boolean knows(String workload) {
        return find(workload).isPresent();
    }

    /** Whether it stands for networks whose trials are made of epochs. */
    static boolean ofNetworks(String workload) {
        return NetworkLearning.WORKLOADS.contains(workload);
    }

    /** Where the data of a study lies. */
    static DataSource source(Errand errand) {
        return provider(errand).source(errand.settings());
    }

    /**
     * The learner of a study.
     *
     * @param device where networks are computed
     * @throws InvalidInputException when this is not the data of the study
     */
    static Learner make(Errand errand, Divided data, Device device) {
        var learner = provider(errand).make(errand.settings(), data);
        return learner instanceof NetworkLearning networks ? networks.on(device) : learner;
    }

    private static LearnerProvider provider(Errand errand) {
        return find(errand.workloadName())
                .orElseThrow(() -> new InvalidInputException(
                        "workload", errand.workloadName(), "is not installed here, or learns from no data", ""));
    }

    private static Optional<LearnerProvider> find(String workload) {
        return Workloads.installed().stream()
                .filter(provider -> provider.name().equals(workload))
                .filter(LearnerProvider.class::isInstance)
                .map(LearnerProvider.class::cast)
                .findFirst();
    }
}
