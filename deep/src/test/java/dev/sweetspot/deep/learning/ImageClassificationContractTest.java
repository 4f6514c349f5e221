package dev.sweetspot.deep.learning;

import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.testkit.WorkloadContract;
import dev.sweetspot.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Real checkpoints: a training that is put aside after each epoch ends bit for bit as if it never had been. */
class ImageClassificationContractTest extends WorkloadContract {
    @Override
    protected Workload workload() {
        try {
            return Classifications.of(SampleImages.write(folder.resolve("images"), 30, 1), 3, Precision.FLOAT32);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
