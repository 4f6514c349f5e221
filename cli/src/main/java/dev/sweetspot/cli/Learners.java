package dev.sweetspot.cli;

import dev.sweetspot.classic.learning.ClassicLearning;
import dev.sweetspot.classic.learning.ClassicTable;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.MapForm;

/** The kinds of learners that studies of this command line are about, made again on data that was loaded where a person watches. */
final class Learners {
    private Learners() {}

    /** Whether what a workload is called stands for a learner. */
    static boolean knows(String workload) {
        return ofNetworks(workload) || workload.equals(ClassicLearning.WORKLOAD);
    }

    /** Whether it stands for networks alone. */
    static boolean ofNetworks(String workload) {
        return NetworkLearning.WORKLOADS.contains(workload);
    }

    /** Where the data of a learner's settings lies. */
    static DataSource source(MapForm settings) {
        return DataSource.fromForm(Fields.of(settings).map("data"));
    }

    /**
     * The learner of a study.
     *
     * @param device where networks are computed
     * @throws dev.sweetspot.form.InvalidInputException when this is not the data of the study
     */
    static Learner make(Errand errand, Divided data, Device device) {
        return ofNetworks(errand.workloadName())
                ? NetworkLearning.of(errand.settings(), SplitData.of(data)).on(device)
                : ClassicLearning.of(errand.settings(), ClassicTable.of(data));
    }
}
