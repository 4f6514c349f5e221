package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.report.Handed;
import dev.sweetspot.insight.report.HtmlReport;
import dev.sweetspot.insight.report.Reporter;
import dev.sweetspot.insight.report.Told;
import dev.sweetspot.study.Study;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sweetspot report STUDY}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes all that is known of a study into one HTML file that opens without a network: what came out, in words, "
                    + "pictures and tables, and what it takes to do it again.",
            "The figures and predictions of the winner are in it where the folder of the job is still there, and the images that"
                    + " it got most wrong where the data is."
        },
        footer = {"", "Example: sweetspot report blood-cells -o blood-cells.html"})
final class ReportCommand implements Runnable {
    @Mixin
    private NamedStudy named = new NamedStudy();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where it goes; a file of that name is replaced (default: STUDY.html).")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--result",
            paramLabel = "DIR",
            description = "Where the result of the job lies now (default: where the job put it).")
    private Optional<Path> result = Optional.empty();

    @Mixin
    private ImagesOfItems images = new ImagesOfItems();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public void run() {
        named.read((store, study) -> {
            var place = file.orElseGet(() -> Path.of(study.spec().name().replaceAll("[^\\w.-]", "_") + ".html"));
            check(place);
            var found = ResultFolder.of(study, "--result", result);
            var html = HtmlReport.of(Reporter.of(told(study, found)));
            write(place, html);
            say(study, place, found.handed());
        });
    }

    private Told told(Study study, ResultFolder found) {
        return new Told(
                Studied.of(study),
                StudyChoice.of(study),
                found.handed(),
                found.handed().flatMap(handed -> images.judged(study, handed, output)),
                MadeHere.circumstancesOf(
                        named.storeIfUnusual(), found.missing().stream().toList()));
    }

    private void say(Study study, Path place, Optional<Handed> handed) {
        var path = place.toAbsolutePath().normalize();
        long bytes = path.toFile().length();
        output.say(String.format(
                Locale.ROOT,
                "The report of %s is in %s (%.1f MB)%s.",
                study.spec().name(),
                path,
                bytes / 1e6,
                handed.isPresent() ? "" : "; without figures on a test part, as no result of a job is there"));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(study.spec().name()));
        entries.put("report", Form.of(path.toString()));
        entries.put("bytes", Form.of(bytes));
        handed.ifPresent(found -> entries.put(
                "result", Form.of(found.folder().toAbsolutePath().normalize().toString())));
        output.result(Form.of(entries));
    }

    /** Before anything is computed. */
    private static void check(Path place) {
        var there = Nearest.existing(place);
        if (Files.isDirectory(place)) {
            throw new InvalidInputException("--output", place, "is a folder", place.resolve("report.html") + "?");
        }
        if (!Files.isWritable(there)) {
            throw new InvalidInputException("--output", place, there + " cannot be written", "a folder of your own?");
        }
    }

    /** Aside first, so that a report that is there stays whole. */
    private static void write(Path place, String html) {
        try {
            var absolute = place.toAbsolutePath();
            var folder = Optional.ofNullable(absolute.getParent()).orElse(absolute);
            Files.createDirectories(folder);
            var aside = Files.createTempFile(folder, ".report-", ".html");
            Files.writeString(aside, html);
            Files.move(aside, absolute, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
