package dev.sweetspot.cli;

import dev.sweetspot.classic.family.ClassicFamilies;
import dev.sweetspot.data.format.DataSets;
import dev.sweetspot.data.metric.Metrics;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.option.Option;
import dev.sweetspot.deep.space.GenerationSpace;
import dev.sweetspot.deep.space.LossParameters;
import dev.sweetspot.deep.space.OptimizerParameters;
import dev.sweetspot.deep.space.ScheduleParameters;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sweetspot list KIND}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists what there is: samplers, schedulers, families, optimizers, losses, schedules, parameters, metrics, plots, formats.",
        footer = {"", "Example: sweetspot list families"})
final class ListCommand implements Runnable {
    private static final Map<String, Supplier<Stream<Row>>> KINDS = kinds();

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description =
                    "samplers, schedulers, families, optimizers, losses, schedules, parameters, metrics, plots or formats.")
    private String kind = "";

    @Mixin
    private OutputOptions output = new OutputOptions();

    private static Map<String, Supplier<Stream<Row>>> kinds() {
        var kinds = new LinkedHashMap<String, Supplier<Stream<Row>>>();
        kinds.put("samplers", () -> Samplers.installed().stream()
                .map(sampler -> new Row(sampler.name(), sampler.help())));
        kinds.put("schedulers", () -> Schedulers.installed().stream().map(each -> new Row(each.name(), each.help())));
        kinds.put(
                "families",
                () -> Stream.concat(
                        Families.installed().stream().map(family -> new Row(family.name(), family.help())),
                        ClassicFamilies.installed().stream().map(family -> new Row(family.name(), family.help()))));
        kinds.put("optimizers", () -> rows(OptimizerParameters.OPTIMIZERS.all()));
        kinds.put(
                "losses",
                () -> Stream.concat(
                        rows(LossParameters.tasks().stream()
                                .flatMap(task -> LossParameters.losses(task).all().stream())
                                .distinct()
                                .toList()),
                        rows(GenerationSpace.LOSSES.all())));
        kinds.put("schedules", () -> rows(ScheduleParameters.SCHEDULES.all()));
        kinds.put("plots", Stream::empty);
        kinds.put("parameters", () -> Manual.parameters().stream()
                .map(parameter -> new Row(parameter.name(), parameter.rangeInWords())));
        kinds.put("metrics", () -> Metrics.installed().stream().map(metric -> new Row(metric.name(), metric.help())));
        kinds.put("formats", () -> DataSets.formats().stream().map(format -> new Row(format.name(), "")));
        return kinds;
    }

    private static Stream<Row> rows(List<? extends Option<?>> options) {
        return options.stream().map(option -> new Row(option.name(), option.help()));
    }

    /** One of what there is; help is empty where its name says all. */
    private record Row(String name, String help) {
        private String line() {
            return help.isEmpty() ? name : String.format("%-24s %s", name, help);
        }

        private Form toForm() {
            var entries = new LinkedHashMap<String, Form>();
            entries.put("name", Form.of(name));
            if (!help.isEmpty()) {
                entries.put("help", Form.of(help));
            }
            return Form.of(entries);
        }
    }

    @Override
    public void run() {
        var found = KINDS.get(kind);
        if (found == null) {
            throw new InvalidInputException("kind", kind, "is not known", DidYouMean.maybe(kind, KINDS.keySet()));
        }
        var rows = found.get().toList();
        if (output.json()) {
            rows.forEach(row -> output.result(row.toForm()));
        } else if (rows.isEmpty()) {
            output.say("No " + kind + " yet: curves.csv of a result has what a plot needs.");
        } else {
            rows.forEach(row -> output.say(row.line()));
        }
    }
}
