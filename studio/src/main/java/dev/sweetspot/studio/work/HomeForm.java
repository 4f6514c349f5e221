package dev.sweetspot.studio.work;

import dev.sweetspot.deep.handover.Format;
import dev.sweetspot.deep.handover.Formats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A form in which what was trained is taken home, made on request: every one that models are exported to, and the report.
 *
 * @param name in addresses: "onnx"
 * @param help what it is for, in half a sentence
 * @param files the names of the files that it comes to
 */
public record HomeForm(String name, String help, List<String> files) {
    private static final HomeForm REPORT = new HomeForm(
            "report",
            "for people: the figures, the pictures and what mattered, in one page that opens anywhere",
            List.of("report.html"));

    /** Keeps a copy. */
    public HomeForm {
        files = List.copyOf(files);
    }

    /** All of them, in the order in which they are offered. */
    public static List<HomeForm> all() {
        var all = new ArrayList<HomeForm>();
        all.add(REPORT);
        Formats.installed().forEach(format -> all.add(of(format)));
        return all;
    }

    private static HomeForm of(Format format) {
        return new HomeForm(format.name(), format.help(), format.files());
    }

    /** The one of a name. */
    public static Optional<HomeForm> find(String name) {
        return all().stream().filter(form -> form.name().equals(name)).findFirst();
    }

    /**
     * What follows the name of the program to make it; empty where the work is in no study that could be told of.
     *
     * @param folder where the files go
     */
    Optional<List<String>> words(Work work, Path folder) {
        var out = work.place().out().toString();
        if (!name.equals(REPORT.name)) {
            return Optional.of(List.of("export", out, "--to=" + name, "--out=" + folder));
        }
        return work.sighting()
                .study()
                .map(study -> List.of(
                        "report",
                        study,
                        "--store=" + work.place().store(),
                        "--result=" + out,
                        "--output=" + folder.resolve(files.get(0))));
    }
}
