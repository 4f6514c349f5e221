package dev.sweetspot.cli;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.DataFormat;
import dev.sweetspot.data.format.DataSets;
import dev.sweetspot.data.metric.Metrics;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.option.Option;
import dev.sweetspot.deep.space.LossParameters;
import dev.sweetspot.deep.space.OptimizerParameters;
import dev.sweetspot.deep.space.ScheduleParameters;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sweetspot list KIND}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists what there is: samplers, schedulers, families, optimizers, losses, schedules, parameters, metrics, plots, formats.")
final class ListCommand implements Runnable {
    private static final Map<String, Supplier<Stream<String>>> KINDS = kinds();

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description =
                    "samplers, schedulers, families, optimizers, losses, schedules, parameters, metrics, plots or formats.")
    private String kind = "";

    @Mixin
    private OutputOptions output = new OutputOptions();

    private static Map<String, Supplier<Stream<String>>> kinds() {
        var kinds = new LinkedHashMap<String, Supplier<Stream<String>>>();
        kinds.put("samplers", () -> Samplers.installed().stream().map(sampler -> row(sampler.name(), sampler.help())));
        kinds.put("schedulers", () -> Schedulers.installed().stream().map(each -> row(each.name(), each.help())));
        kinds.put("families", () -> Families.installed().stream().map(family -> row(family.name(), family.help())));
        kinds.put("optimizers", () -> rows(OptimizerParameters.OPTIMIZERS.all()));
        kinds.put(
                "losses",
                () -> rows(Stream.of(Task.Kind.values())
                        .flatMap(task -> LossParameters.losses(task).all().stream())
                        .distinct()
                        .toList()));
        kinds.put("schedules", () -> rows(ScheduleParameters.SCHEDULES.all()));
        kinds.put("plots", () -> Stream.of("none yet: curves.csv of a result has what a plot needs"));
        kinds.put("parameters", () -> Manual.parameters().stream()
                .map(parameter -> row(parameter.name(), parameter.rangeInWords())));
        kinds.put("metrics", () -> Metrics.installed().stream().map(metric -> row(metric.name(), metric.help())));
        kinds.put("formats", () -> DataSets.formats().stream().map(DataFormat::name));
        return kinds;
    }

    private static Stream<String> rows(List<? extends Option<?>> options) {
        return options.stream().map(option -> row(option.name(), option.help()));
    }

    private static String row(String name, String help) {
        return String.format("%-24s %s", name, help);
    }

    @Override
    public void run() {
        var found = KINDS.get(kind);
        if (found == null) {
            throw new InvalidInputException("kind", kind, "is not known", DidYouMean.maybe(kind, KINDS.keySet()));
        }
        output.say(found.get().collect(Collectors.joining("\n")));
    }
}
