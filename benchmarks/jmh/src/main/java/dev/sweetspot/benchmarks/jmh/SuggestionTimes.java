package dev.sweetspot.benchmarks.jmh;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.sampler.Samplers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command: every installed sampler at every size, and the table of its times. */
@Command(
        name = "jmh",
        mixinStandardHelpOptions = true,
        description = "How long one ask and tell takes, in milliseconds: the median, and the slowest in brackets.")
public final class SuggestionTimes implements Callable<Integer> {
    @Option(
            names = "--samplers",
            split = ",",
            paramLabel = "NAME",
            description = "Who is asked (default: all that are installed).")
    private List<String> samplers = new ArrayList<>();

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            description = "How many trials are known (default: 10,100,1000,5000,10000).")
    private List<String> sizes = new ArrayList<>(List.of("10", "100", "1000", "5000", "10000"));

    @Option(
            names = "--warmup",
            paramLabel = "N",
            description = "Asks before the first that counts.",
            defaultValue = "20")
    private int warmup = 20;

    @Option(names = "--shots", paramLabel = "N", description = "Asks that count.", defaultValue = "20")
    private int shots = 20;

    /** Runs it; the table goes to standard output after what the harness says. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SuggestionTimes())
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    if (!(e instanceof InvalidInputException)) {
                        throw e;
                    }
                    System.err.println("jmh: " + e.getMessage());
                    return 2;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws RunnerException {
        var names = samplers.isEmpty()
                ? Samplers.installed().stream()
                        .map(Sampler::name)
                        // A grid is for finite spaces, and this one is not.
                        .filter(name -> !name.equals("grid"))
                        .toList()
                : samplers.stream().map(name -> Samplers.named(name).name()).toList();
        var options = new OptionsBuilder()
                .include(Suggestion.class.getName())
                .param("sampler", names.toArray(String[]::new))
                .param("finished", sizes.toArray(String[]::new))
                .forks(1)
                .jvmArgsAppend("-XX:+UseSerialGC")
                .warmupIterations(warmup)
                .measurementIterations(shots)
                .timeout(TimeValue.minutes(10))
                .build();
        System.out.println(table(new Runner(options).run(), names));
        return 0;
    }

    private String table(Collection<RunResult> results, List<String> names) {
        var text = new StringBuilder("\n| finished trials |");
        sizes.forEach(size -> text.append(' ').append(size).append(" |"));
        text.append("\n|---|").append("---|".repeat(sizes.size())).append('\n');
        for (var name : names) {
            text.append("| ").append(name).append(" |");
            for (var size : sizes) {
                text.append(' ')
                        .append(results.stream()
                                .filter(result ->
                                        result.getParams().getParam("sampler").equals(name)
                                                && result.getParams()
                                                        .getParam("finished")
                                                        .equals(size))
                                .map(result -> cell(result.getPrimaryResult().getStatistics()))
                                .findFirst()
                                .orElse("-"))
                        .append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String cell(Statistics times) {
        return String.format(Locale.ROOT, "%.2f (%.2f) ms", times.getPercentile(50), times.getMax());
    }
}
