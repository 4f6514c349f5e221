package dev.sweetspot.studio.api;

import dev.sweetspot.studio.work.HomeForm;
import dev.sweetspot.studio.work.HomeMaker;
import dev.sweetspot.studio.work.HomeState;
import dev.sweetspot.studio.work.Work;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a result: those that were handed over at its end, and those that were made since. */
final class HomeFiles {
    /** What each of the usual ones is for. */
    private static final Map<String, String> HELP = Map.ofEntries(
            Map.entry("model.sweetspot", "the model itself: this studio and sweetspot predict read it"),
            Map.entry("README.txt", "what each of these files is"),
            Map.entry("bundle.json", "the bundle: what it takes to train it again, with sweetspot retrain"),
            Map.entry("classes.txt", "the names of the categories, in the order of the model's answers"),
            Map.entry("configuration.yaml", "its settings"),
            Map.entry("configuration.json", "its settings, for programs"),
            Map.entry("curves.csv", "what every trial reported while it was trained"),
            Map.entry("predictions.csv", "what it says of each item of the test part"),
            Map.entry("record.json", "seeds, versions, and the hash of the data"),
            Map.entry("report.json", "how good it is on the test part, for programs"),
            Map.entry("split.csv", "what was in which part: training, validation, test"));

    private HomeFiles() {}

    /** All of them by their names, ascending in each group: what was made first. */
    static Map<String, Path> of(Work work, HomeMaker maker) throws IOException {
        var files = new LinkedHashMap<String, Path>();
        for (var form : HomeForm.all()) {
            if (maker.state(work, form) instanceof HomeState.Made made) {
                made.files().forEach(file -> files.put(file.getFileName().toString(), file));
            }
        }
        if (Files.isDirectory(work.place().out())) {
            try (var paths = Files.list(work.place().out())) {
                paths.filter(Files::isRegularFile)
                        .filter(path -> !path.getFileName().toString().startsWith("."))
                        .sorted()
                        .forEach(path -> files.putIfAbsent(path.getFileName().toString(), path));
            }
        }
        return files;
    }

    /** What one is for; empty where that is not known. */
    static String help(String name) {
        return HomeForm.all().stream()
                .filter(form -> form.files().contains(name))
                .map(HomeForm::help)
                .findFirst()
                .orElseGet(() -> HELP.getOrDefault(name, ""));
    }

    /** Writes one: tables so that no cell of theirs becomes a formula in a spreadsheet. */
    static void write(Path file, OutputStream out) throws IOException {
        if (file.getFileName().toString().endsWith(".csv")) {
            HarmlessTable.copy(file, out);
        } else {
            Files.copy(file, out);
        }
    }
}
