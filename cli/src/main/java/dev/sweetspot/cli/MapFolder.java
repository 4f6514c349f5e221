package dev.sweetspot.cli;

import dev.sweetspot.embedding.EmbeddingWorkload;
import dev.sweetspot.embedding.Items;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.insight.paint.SvgPicture;
import dev.sweetspot.insight.report.Block;
import dev.sweetspot.insight.report.HtmlReport;
import dev.sweetspot.insight.report.Report;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The map of the best trial of a study of maps, in a folder: a picture, a page, and the places as a table.
 *
 * @param folder made when it is not there
 */
record MapFolder(Path folder) {
    private static final String PICTURE = "map.svg";
    private static final String PAGE = "map.html";
    private static final String TABLE = "coordinates.csv";

    /** Lays the items out once more as the trial had them, and writes all files; what they were before is replaced. */
    void write(Study study, EmbeddingWorkload workload, Trial best) {
        var items = workload.items();
        long seed = Seeds.of(study.spec().seed(), best.number(), Seeds.Purpose.TRIAL);
        var places = workload.map(best.configuration(), seed);
        var chart = chart(study.spec().name(), items, places, best);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(PICTURE), SvgPicture.of(chart));
            Files.writeString(folder.resolve(PAGE), page(study, chart, best));
            Files.writeString(folder.resolve(TABLE), table(items, places));
            Files.writeString(folder.resolve("README.md"), readme(study, items, best));
        } catch (IOException e) {
            throw new InvalidInputException(
                    folder + ": cannot be written to (" + e.getMessage() + "). Maybe another --out?", e);
        }
    }

    /** What is in it, for who waits. */
    String inWords() {
        return "The map is " + folder.resolve(PICTURE) + " and " + folder.resolve(PAGE) + ", its places are in "
                + folder.resolve(TABLE) + ".";
    }

    private static Chart chart(String study, Items items, double[][] places, Trial best) {
        var caption = "Each point is one of " + items.size() + (items.size() < items.all() ? " of " + items.all() : "")
                + " " + items.noun()
                + ", and near points are like each other. Distances between clusters and their sizes mean "
                + "nothing. " + trust(best);
        return new Chart(
                "map",
                "Map of " + study,
                caption,
                new Panel.Plane("", Axis.Numbers.linear("", ""), Axis.Numbers.linear("", ""), layers(items, places)));
    }

    private static String trust(Trial best) {
        double trust = best.value(EmbeddingWorkload.TRUSTWORTHINESS).orElse(Double.NaN);
        return String.format(
                Locale.ROOT,
                "Trustworthiness %.3f (of the %d nearest; 1 is always, 0.5 is chance).",
                trust,
                EmbeddingWorkload.NEIGHBOURS);
    }

    private static List<Layer> layers(Items items, double[][] places) {
        var layers = new ArrayList<Layer>();
        for (int label = 0; label < items.classes().size(); label++) {
            layers.add(points(items.classes().get(label), items, places, items.of(label), Optional.empty()));
        }
        if (layers.isEmpty()) {
            var all = IntStream.range(0, items.size()).toArray();
            var shade = items.numbers()
                    .map(numbers -> new Layer.Shade(
                            Axis.Numbers.linear(numbers.name(), ""),
                            Series.of(numbers.values(), Double::doubleValue),
                            Layer.Shade.Better.NEITHER));
            layers.add(points(items.noun(), items, places, all, shade));
        }
        return layers;
    }

    private static Layer points(String name, Items items, double[][] places, int[] which, Optional<Layer.Shade> shade) {
        return new Layer.Points(
                name,
                Role.SERIES,
                Series.of(Arrays.stream(which).mapToDouble(i -> places[i][0]).toArray()),
                Series.of(Arrays.stream(which).mapToDouble(i -> places[i][1]).toArray()),
                new Layer.About(
                        Series.of(), Arrays.stream(which).mapToObj(items::name).toList()),
                shade);
    }

    private static String page(Study study, Chart chart, Trial best) {
        var name = study.spec().name();
        var facts = new ArrayList<Block.Fact>();
        best.configuration()
                .values()
                .forEach((parameter, value) -> facts.add(new Block.Fact(parameter, String.valueOf(value))));
        return HtmlReport.of(new Report(
                "Map of " + name,
                "Laid out by t-SNE as trial " + best.number() + " of "
                        + study.history().size() + ".",
                List.of(new Report.Section(
                        "map",
                        "Map",
                        List.of(
                                new Block.Picture("Which items are like each other?", chart),
                                new Block.Facts(facts))))));
    }

    private static String table(Items items, double[][] places) {
        var text = new StringBuilder("item,label,x,y\n");
        for (int i = 0; i < items.size(); i++) {
            text.append(cell(items.name(i)))
                    .append(',')
                    .append(cell(items.label(i)))
                    .append(',')
                    .append(places[i][0])
                    .append(',')
                    .append(places[i][1])
                    .append('\n');
        }
        return text.toString();
    }

    private static String cell(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String readme(Study study, Items items, Trial best) {
        return """
                # The map of %s

                %d of %d %s, laid out in a plane by t-SNE so that like ones are neighbours: trial %d of %d. %s

                - `%s` the picture; `%s` the same as a page that opens without a network
                - `%s` the places: item, what is known of it, x, y

                Neighbours mean something. Distances between clusters and their sizes mean nothing.
                """.formatted(
                        study.spec().name(),
                        items.size(),
                        items.all(),
                        items.noun(),
                        best.number(),
                        study.history().size(),
                        trust(best),
                        PICTURE,
                        PAGE,
                        TABLE);
    }
}
