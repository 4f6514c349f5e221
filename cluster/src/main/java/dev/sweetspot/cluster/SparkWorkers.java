package dev.sweetspot.cluster;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.workload.Workload;
import dev.sweetspot.workload.Workloads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Workers of a study on a Spark cluster. Each is a task, and a task starts one worker process beside its executor: no native
 * code runs in the JVM of the executor. Spark decides on which machine, and starts the task again elsewhere when it loses an
 * executor; which trial a worker takes is decided by the leases in the study's store.
 *
 * @param study the name of a study that {@code sweetspot worker} can go on with: its workload is known by name and settings
 * @param store the address of the store that it is in, as the machines of the cluster reach it: a database, or a file where
 *     the cluster is this machine
 * @param program where the program of the processes lies
 * @param workers how many trials run at once, at least 1; empty for one on each core that the cluster gives, less where a
 *     task of Spark takes several
 * @param threads of each trial, at least 1; {@code spark.task.cpus} should be as many
 * @param arguments more of the command {@code sweetspot worker}, such as {@code --data}
 */
public record SparkWorkers(
        String study, String store, WorkerProgram program, OptionalInt workers, int threads, List<String> arguments) {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(15);

    /** As many workers as the cluster has cores, each with one thread. */
    public SparkWorkers(String study, String store, WorkerProgram program) {
        this(study, store, program, OptionalInt.empty(), 1, List.of());
    }

    /** Checks the ranges. */
    public SparkWorkers {
        arguments = List.copyOf(arguments);
        if (workers.isPresent() && workers.getAsInt() < 1) {
            throw new InvalidInputException("workers", workers.getAsInt(), "must be at least 1", "4?");
        }
        if (threads < 1) {
            throw new InvalidInputException("threads", threads, "must be at least 1", "1?");
        }
    }

    /**
     * What a study has to say of its workload, so that workers can go on with it: the last argument of its
     * {@link dev.sweetspot.study.StudySpec}. Studies of {@code sweetspot tune} have it.
     *
     * @param workload one that a {@link dev.sweetspot.workload.WorkloadProvider} in the program of the workers makes again
     */
    public static MapForm errand(Workload workload) {
        return Form.of(Map.of("command", Form.of("tune"), "workload", Workloads.toForm(workload)));
    }

    /** The same with so many trials at once. */
    public SparkWorkers with(int atOnce) {
        return new SparkWorkers(study, store, program, OptionalInt.of(atOnce), threads, arguments);
    }

    /**
     * Runs until all workers have ended: the study has ended, was paused or stopped, or the time of its job is over.
     *
     * @return how each ended, by its number; empty when somebody has asked all of them to end
     * @throws InterruptedException when this thread was interrupted; the workers were asked to put their trials aside
     */
    public List<WorkerEnd> run(JavaSparkContext context) throws InterruptedException {
        var placement = start(context);
        try {
            boolean ended = false;
            while (!ended) {
                ended = placement.await(LOOK_EVERY);
            }
            return placement.ends();
        } catch (InterruptedException asked) {
            placement.interrupt();
            placement.await(GRACE);
            throw asked;
        }
    }

    /** Starts them and returns at once. */
    public SparkPlacement start(JavaSparkContext context) {
        int count = workers.orElseGet(() -> slots(context));
        program.send(context);
        var order = new WorkerOrder(study, store, program, threads, arguments, WorkerOrder.boot());
        var indexes = IntStream.range(0, count).boxed().toList();
        var ended =
                context.parallelize(indexes, count).map(new WorkerTask(order)).collectAsync();
        return new SparkPlacement(context, ended);
    }

    /** How many tasks can run at once on what the cluster has given until now. */
    private static int slots(JavaSparkContext context) {
        int each = Integer.parseInt(context.getConf().get("spark.task.cpus", "1"));
        return Math.max(1, context.defaultParallelism() / each);
    }
}
