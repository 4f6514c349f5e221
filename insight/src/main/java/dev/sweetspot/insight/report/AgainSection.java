package dev.sweetspot.insight.report;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.insight.report.Block.Fact;
import dev.sweetspot.insight.report.Report.Section;
import java.util.ArrayList;
import java.util.List;

/** All that the result follows from, and the commands that bring it out again. */
final class AgainSection {
    private AgainSection() {}

    static Section of(Told told) {
        var spec = told.studied().spec();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("study", spec.name()));
        facts.add(new Fact("seed", String.valueOf(spec.seed())));
        facts.add(new Fact(
                "sampler",
                inWords(spec.search().sampler().name(), spec.search().sampler().toString())));
        facts.add(new Fact(
                "scheduler",
                inWords(
                        spec.search().scheduler().name(),
                        spec.search().scheduler().toString())));
        facts.add(new Fact("budget", Results.budget(told.studied())));
        facts.add(new Fact(
                "events in the store", String.valueOf(told.studied().history().version())));
        told.handed().ifPresent(handed -> handed(handed, facts));
        facts.add(new Fact(
                "this report",
                "Sweetspot " + told.circumstances().version() + ", "
                        + told.circumstances().system() + ", "
                        + told.circumstances().at()));
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Facts(facts));
        blocks.add(Block.Words.of(
                "Whether every proposal follows from what was recorded, whether the store has kept all of it, and the winner"
                        + " trained again to the same bits:"));
        blocks.add(new Block.Quotation(commands(told), true));
        return new Section("again", "To do it again", blocks);
    }

    /** "tpe (candidates=24, ...)": its name, and the components of its record, where it has any. */
    private static String inWords(String name, String written) {
        int open = written.indexOf('[');
        var settings = open < 0 ? "" : written.substring(open + 1, written.length() - 1);
        return settings.isEmpty() ? name : name + " (" + settings + ")";
    }

    private static void handed(Handed handed, List<Fact> facts) {
        var record = Fields.of(handed.record());
        record.findText("data_hash").ifPresent(hash -> facts.add(new Fact("data, SHA-256", hash)));
        record.findText("sweetspot").ifPresent(version -> facts.add(new Fact("Sweetspot that searched", version)));
        record.findText("java").ifPresent(java -> facts.add(new Fact("Java that searched", java)));
        if (handed.record().find("seeds").orElse(null) instanceof MapForm seeds) {
            seeds.find("split").ifPresent(split -> facts.add(new Fact("seed of the split", Json.write(split))));
        }
        handed.bundle().ifPresent(bundle -> {
            var fields = Fields.of(bundle);
            fields.findWhole("seed")
                    .ifPresent(seed -> facts.add(new Fact("seed of the last training", String.valueOf(seed))));
            fields.findText("parts_sha256").ifPresent(hash -> facts.add(new Fact("parts, SHA-256", hash)));
            fields.findText("model_sha256").ifPresent(hash -> facts.add(new Fact("model file, SHA-256", hash)));
            if (bundle.find("environment").orElse(null) instanceof MapForm environment) {
                environment
                        .entries()
                        .forEach((name, value) -> facts.add(new Fact(
                                name, value instanceof Form.TextForm text ? text.value() : Json.write(value))));
            }
        });
    }

    private static String commands(Told told) {
        var study = quoted(told.studied().name());
        var store = told.circumstances().store().isEmpty()
                ? ""
                : " --store " + quoted(told.circumstances().store());
        var lines = new ArrayList<>(List.of("sweetspot replay " + study + store, "sweetspot audit " + study + store));
        told.handed()
                .filter(handed -> handed.bundle().isPresent())
                .ifPresent(handed ->
                        lines.add("sweetspot retrain " + quoted(handed.folder().toString())));
        return String.join("\n", lines);
    }

    /** As a shell takes it. */
    private static String quoted(String text) {
        return text.matches("[-A-Za-z0-9_./:@,%=+~\\\\]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
