package dev.sweetspot.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.executor.Executor;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.testkit.ArtifactsContract;
import dev.sweetspot.testkit.ChangedSpaceContract;
import dev.sweetspot.testkit.EncodingContract;
import dev.sweetspot.testkit.ExecutorContract;
import dev.sweetspot.testkit.SamplerContract;
import dev.sweetspot.testkit.StoreContract;
import dev.sweetspot.testkit.WorkloadContract;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.FunctionWorkload;
import dev.sweetspot.workload.OneOf;
import dev.sweetspot.workload.TrialRun.Answer;
import dev.sweetspot.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contracts of the seams over all that is installed: the core's own parts, and every sampler. Those of the schedulers
 * are tested in their module, which sees the core's too.
 */
class CoreContractsTest {
    @Nested
    class StoreInMemory extends StoreContract {
        @Override
        protected Store open() {
            return new InMemoryStore();
        }

        @Override
        protected Store reopened(Store open) {
            return open;
        }
    }

    @Nested
    class ArtifactsInAFolder extends ArtifactsContract {
        @TempDir
        Path folder;

        @Override
        protected Artifacts artifacts() {
            return new FolderArtifacts(folder.resolve("artifacts"));
        }

        @Override
        protected void damage(Path kept) throws IOException {
            Files.writeString(kept, "half");
        }
    }

    @Nested
    @Tag("once")
    class EveryInstalledSampler extends SamplerContract {
        @Override
        protected List<Sampler> samplers() {
            return Samplers.installed();
        }
    }

    @Nested
    class EverySamplerInAChangedSpace extends ChangedSpaceContract {
        @Override
        protected List<Sampler> samplers() {
            return Samplers.installed();
        }
    }

    @Test
    void everyInstalledSchedulerLiesWhereItsContractIsTested() {
        assertThat(Schedulers.installed())
                .extracting(scheduler -> scheduler.getClass().getPackageName())
                .allMatch(room -> room.startsWith("dev.sweetspot.scheduler"));
    }

    @Nested
    class TheEncoding extends EncodingContract {
        @Override
        protected Encoding encoding(SearchSpace space) {
            return Encoding.of(space);
        }
    }

    @Nested
    class ThreadsOfThisJvm extends ExecutorContract {
        @Override
        protected Executor executor() {
            return new ThreadExecutor();
        }
    }

    @Nested
    class AFunction extends WorkloadContract {
        @Override
        protected Workload workload() {
            return descent();
        }
    }

    @Nested
    class OneOfSeveral extends WorkloadContract {
        @Override
        protected Workload workload() {
            return new OneOf("way", Map.of("down", descent()));
        }
    }

    /** Has no checkpoints, so that it begins again, and reports the same again. */
    private static Workload descent() {
        var rate = Parameter.real("rate", 0.1, 1);
        return new FunctionWorkload(SearchSpace.of(rate), Objective.minimize("loss"), Fidelity.epochs(4), trial -> {
            double loss = 1;
            for (int epoch = 1; epoch <= trial.target(); epoch++) {
                loss *= 1 - trial.suggest(rate) / 2;
                if (trial.report(epoch, Measurements.of("loss", loss)) == Answer.END) {
                    return loss;
                }
            }
            return loss;
        });
    }
}
