package dev.sweetspot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.executor.Executor;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.TrialRun;
import dev.sweetspot.workload.Workload;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Each contract is broken on purpose, one promise at a time, and notices. */
class ContractsCatchTest {
    @TempDir
    Path folder;

    private interface Break {
        Object instead(Method method, Object[] arguments, InvocationHandler whole) throws Throwable;
    }

    /** The real thing with one thing wrong. */
    @SuppressWarnings("unchecked")
    private static <T> T broken(Class<T> seam, T whole, Break wrong) {
        InvocationHandler real = (proxy, method, arguments) -> {
            try {
                return method.invoke(whole, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (T) Proxy.newProxyInstance(
                seam.getClassLoader(),
                new Class<?>[] {seam},
                (proxy, method, arguments) -> wrong.instead(method, arguments, real));
    }

    private static void caught(Executable test) {
        assertThatThrownBy(test::execute).isInstanceOf(AssertionError.class);
    }

    private static StoreContract of(Break wrong) {
        return new StoreContract() {
            @Override
            protected Store open() {
                return broken(Store.class, new InMemoryStore(), wrong);
            }

            @Override
            protected Store reopened(Store open) {
                return open;
            }
        };
    }

    @Test
    void aStoreThatKeepsHalfABatchIsCaught() {
        caught(of((method, arguments, whole) -> {
            if (method.getName().equals("append")) {
                Object answer = new Store.Appended.Done(0);
                for (var change : (List<?>) arguments[1]) {
                    answer = whole.invoke(null, method, new Object[] {arguments[0], List.of(change)});
                }
                return answer;
            }
            return whole.invoke(null, method, arguments);
        })::aBatchIsTakenWholeOrNotAtAll);
    }

    @Test
    void aStoreThatForgetsTheVersionIsCaught() {
        caught(
                of((method, arguments, whole) -> method.getName().equals("append")
                        ? new Store.Appended.Done(1)
                        : whole.invoke(null, method, arguments))::aChangeOfATrialThatAnotherChangedFirstIsRefused);
    }

    @Test
    void aReaderThatSkipsIsCaught() {
        caught(of((method, arguments, whole) -> {
            var answer = whole.invoke(null, method, arguments);
            return method.getName().equals("read") && ((List<?>) answer).size() > 1
                    ? ((List<?>) answer).subList(0, 1)
                    : answer;
        })::whatWasAppendedIsReadAgainAsItWas);
    }

    @Test
    void aLeaseThatAnyoneGetsIsCaught() {
        caught(
                of((method, arguments, whole) ->
                        method.getName().equals("lease") ? true : whole.invoke(null, method, arguments))
                        ::aLeaseBelongsToOneWorkerUntilItEnds);
    }

    /** Takes every change, whatever its worker saw. */
    private static Object always(Object answer) {
        return answer instanceof Store.Appended.Conflict ? new Store.Appended.Done(1) : answer;
    }

    @Test
    void aStoreThatLetsTwoBeFirstIsCaught() {
        caught(
                of((method, arguments, whole) -> always(whole.invoke(null, method, arguments)))
                        ::ofManyWhoDoTheSameAtOnceOneIsFirst);
    }

    @Test
    void aStoreThatHearsWhoIsLateIsCaught() {
        caught(
                of((method, arguments, whole) -> always(whole.invoke(null, method, arguments)))
                        ::theLateAnswerOfAWorkerThatLostItsTrialIsRefused);
    }

    @Test
    void aStoreThatLosesTheLastOfManyEventsIsCaught() {
        caught(of((method, arguments, whole) -> {
            var answer = whole.invoke(null, method, arguments);
            return method.getName().equals("read") && ((List<?>) answer).size() == 200
                    ? ((List<?>) answer).subList(0, 199)
                    : answer;
        })::manyRunTrialsAtOnceAndEachIsWhole);
    }

    @Test
    void aStoreThatDeletesNothingIsCaught() {
        caught(
                of((method, arguments, whole) ->
                        method.getName().equals("delete") ? null : whole.invoke(null, method, arguments))
                        ::aNameIsTakenOnceAndADeletedStudyIsGone);
    }

    private ArtifactsContract artifacts(Break wrong) {
        var contract = new ArtifactsContract() {
            @Override
            protected Artifacts artifacts() {
                return broken(Artifacts.class, new FolderArtifacts(folder.resolve("kept")), wrong);
            }

            @Override
            protected void damage(Path kept) throws IOException {
                Files.writeString(kept, "half");
            }
        };
        contract.given = folder;
        return contract;
    }

    @Test
    void artifactsThatGiveADamagedFileAreCaught() {
        var given = new AtomicReference<Object>(Optional.empty());
        caught(artifacts((method, arguments, whole) -> {
            var answer = whole.invoke(null, method, arguments);
            // Gives what it gave before, whatever has become of it.
            if (method.getName().equals("get") && answer.equals(Optional.empty())) {
                return given.get();
            }
            given.set(answer);
            return answer;
        })::aDamagedFileIsNotGiven);
    }

    @Test
    void artifactsThatKeepWhatIsDeletedAreCaught() {
        caught(artifacts((method, arguments, whole) ->
                method.getName().equals("delete") ? null : whole.invoke(null, method, arguments))::whatIsDeletedIsGone);
    }

    @Test
    void artifactsThatMixTrialsAreCaught() {
        caught(artifacts((method, arguments, whole) -> {
            if (method.getName().equals("get")) {
                return Optional.of(Files.writeString(folder.resolve("any"), "hello"));
            }
            return whole.invoke(null, method, arguments);
        })::whatWasPutIsThereAsItWas);
    }

    private record Sampling(AtomicInteger asked, int kind) implements Sampler {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String help() {
            return "Breaks one promise.";
        }

        @Override
        public Proposal suggest(Question question, RandomGenerator random) {
            return switch (kind) {
                // Not of the space.
                case 0 -> new Proposal.Suggested(Configuration.empty(), List.of());
                // Another each time.
                case 1 ->
                    new Proposal.Suggested(
                            Encoding.of(question.space())
                                    .draw(new SplittableRandom(asked.incrementAndGet()))
                                    .orElseThrow(),
                            List.of());
                // Never exhausted.
                case 2 ->
                    new Proposal.Suggested(
                            Encoding.of(question.space()).draw(random).orElseThrow(), List.of());
                // Another when its memory is gone.
                case 3 -> remembering(question, random);
                // Exhausted at once.
                default -> new Proposal.Exhausted();
            };
        }

        private static Proposal remembering(Question question, RandomGenerator random) {
            var kept = question.memory().recall(Sampling.class, Proposal.class).orElseGet(() -> new RandomSearch()
                    .suggest(question, new SplittableRandom(random.nextLong())));
            question.memory().keep(Sampling.class, kept);
            return question.history().size() < 3 ? new RandomSearch().suggest(question, random) : kept;
        }
    }

    @Test
    void samplersThatBreakAPromiseAreCaught() {
        for (int kind = 0; kind < 5; kind++) {
            var sampler = new Sampling(new AtomicInteger(), kind);
            var contract = new SamplerContract() {
                @Override
                protected List<Sampler> samplers() {
                    return List.of(sampler);
                }
            };
            assertThat(failures(contract.contract())).as("kind %s", kind).isPositive();
        }
    }

    private static long failures(Stream<DynamicTest> tests) {
        return tests.filter(test -> {
                    try {
                        test.getExecutable().execute();
                        return false;
                    } catch (AssertionError caught) {
                        return true;
                    } catch (Throwable other) {
                        throw new IllegalStateException(test.getDisplayName(), other);
                    }
                })
                .count();
    }

    private record Scheduling(int kind, AtomicInteger asked) implements Scheduler {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String help() {
            return "Breaks one promise.";
        }

        @Override
        public Next next(Situation situation) {
            return switch (kind) {
                case 0 -> new Next.StartNew(situation.fidelity().most() + 1);
                case 1 -> new Next.Wait();
                default -> new Next.StartNew(situation.fidelity().most());
            };
        }

        @Override
        public Verdict judge(Situation situation, int trial) {
            return switch (kind) {
                case 2 -> new Verdict.Stop(" ");
                default -> asked.incrementAndGet() % 2 == 0 ? Verdict.CONTINUE : new Verdict.Stop("odd");
            };
        }
    }

    @Test
    void schedulersThatBreakAPromiseAreCaught() {
        for (int kind = 0; kind < 4; kind++) {
            var scheduler = new Scheduling(kind, new AtomicInteger());
            var contract = new SchedulerContract() {
                @Override
                protected List<Scheduler> schedulers() {
                    return List.of(scheduler);
                }
            };
            assertThat(failures(contract.contract())).as("kind %s", kind).isPositive();
        }
    }

    @Test
    void anEncodingThatBreaksRulesIsCaught() {
        var contract = new EncodingContract() {
            @Override
            protected Encoding encoding(SearchSpace space) {
                return broken(
                        Encoding.class, Encoding.of(space), (method, arguments, whole) -> switch (method.getName()) {
                            case "draw" -> Optional.of(Configuration.empty());
                            case "decode" -> Optional.empty();
                            default -> whole.invoke(null, method, arguments);
                        });
            }
        };
        assertThat(failures(contract.contract())).isPositive();
    }

    @Test
    void anExecutorThatForgetsWorkersIsCaught() {
        var contract = new ExecutorContract() {
            @Override
            protected Executor executor() {
                return new Executor() {
                    @Override
                    public String name() {
                        return "lazy";
                    }

                    @Override
                    public Placement place(int workers, Worker worker) {
                        return new ThreadExecutor().place(1, index -> {});
                    }
                };
            }
        };
        caught(contract::workersRunAtOnceEachWithItsIndex);
        caught(contract::aWorkerThatBreaksIsHeardOf);
        caught(contract::thereIsAtLeastOneWorker);
    }

    /** Says that it goes on from its checkpoint, and begins with another number than it left. */
    private record Forgetful() implements Workload {
        @Override
        public String name() {
            return "forgetful";
        }

        @Override
        public Form.MapForm settings() {
            return Form.of(Map.of());
        }

        @Override
        public SearchSpace space() {
            return SampleSpaces.finite();
        }

        @Override
        public List<Objective> objectives() {
            return List.of(Objective.minimize("loss"));
        }

        @Override
        public Fidelity fidelity() {
            return Fidelity.epochs(4);
        }

        @Override
        public Measurements run(TrialRun run) {
            double sum = 0;
            for (double epoch = run.from() + 1; epoch <= run.target(); epoch++) {
                sum += epoch;
                var values = Measurements.of("loss", sum);
                if (run.report(epoch, values, path -> Files.writeString(path, "nothing")) == TrialRun.Answer.END) {
                    return values;
                }
            }
            return Measurements.of("loss", sum);
        }
    }

    @Test
    void aWorkloadThatForgetsIsCaught() {
        var contract = new WorkloadContract() {
            @Override
            protected Workload workload() {
                return new Forgetful();
            }
        };
        contract.folder = folder;
        caught(contract::aTrialThatIsPutAsideEndsAsIfItHadNotBeen);
    }

    @Test
    void numbersOfAnotherDistributionAreCaught() {
        var random = new SplittableRandom(1);
        var even = random.doubles(5000).toArray();

        Distributions.assertFollows(even, x -> x, 1e-6);
        caught(() -> Distributions.assertFollows(even, x -> x * x, 1e-6));
        Distributions.assertCounts(new long[] {5100, 4900}, new double[] {0.5, 0.5}, 1e-6);
        caught(() -> Distributions.assertCounts(new long[] {6000, 4000}, new double[] {0.5, 0.5}, 1e-6));
    }

    @Test
    void aGoldenFileNeedsItsBirthCertificate() {
        var file = GoldenFile.parse("cosines.txt", "# awk: cos(0), cos(1)\n1\n0.54030230586813977\n");

        assertThat(file.certificate()).containsExactly("awk: cos(0), cos(1)");
        assertThat(file.numbers()).containsExactly(Math.cos(0), Math.cos(1));
        assertThatThrownBy(() -> GoldenFile.parse("numbers.txt", "1\n2\n"))
                .hasMessageContaining("no birth certificate");
    }
}
