package dev.sweetspot.deep.learning;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.trial.Fidelity;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Small image classifications for tests. */
final class Classifications {
    private Classifications() {}

    static SplitData load(Path folder) {
        return new DataSource(folder, Optional.empty(), InputSize.ofData(), new DataSource.Split(5))
                .load(2, Progress.SILENT, SplitData::of);
    }

    static NetworkLearning of(Path folder, int epochs, Precision precision) {
        var images = load(folder);
        var whole = images.space(Families.installed());
        var space = whole;
        for (var fixed : Map.of("blocks", "2", "filters", "8", "optimizer", "adamw", "batch_size", "16")
                .entrySet()) {
            space = Restriction.fix(space, whole, fixed.getKey(), fixed.getValue());
        }
        return new NetworkLearning(images, space, Fidelity.epochs(epochs), precision);
    }

    static Configuration standard(NetworkLearning workload) {
        return Encoding.of(workload.space()).defaults().orElseThrow();
    }
}
