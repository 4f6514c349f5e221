package dev.sweetspot.studio.api;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.csv.CsvFile;
import dev.sweetspot.data.format.FoundImages;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.AllowedFolders;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.SafeName;
import dev.sweetspot.server.Takes;
import dev.sweetspot.studio.importing.ImportLimits;
import dev.sweetspot.studio.table.TableProject;
import dev.sweetspot.studio.table.TableReader;
import dev.sweetspot.studio.work.Wish;
import dev.sweetspot.studio.work.Work;
import dev.sweetspot.studio.work.WorkState;
import dev.sweetspot.studio.work.Works;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Projects on tables and series: what they hold, at a glance, and trainings and searches on them.
 *
 * @param folders of this machine that may be named
 */
public record TablesResource(Shelf shelf, Workshop workshop, AllowedFolders folders) implements Resource {
    private static final long LARGEST = 2L << 30;

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(
                        "/api/open",
                        "Makes a project of what lies in a place of this machine: images, a table, or series. A table stays "
                                + "where it is.",
                        Takes.json(Given.required("path", Kind.TEXT, "Of a file or a folder.")),
                        this::point),
                Route.post(
                                "/api/tables/file",
                                "Makes a project on a table or on series that are sent.",
                                Takes.file("A .csv, .tsv or .txt, also .gz.", LARGEST),
                                this::take)
                        .with(Given.required("name", Kind.TEXT, "What the file is called.")),
                Route.get(
                                "/api/projects/{project}/kind",
                                "Tells whether a project is of images or of a table.",
                                call -> Answer.of(Answer.map("kind", Form.of(kind(call.path("project"))))))
                        .in("project", ProjectResource.PROJECT),
                Route.get("/api/projects/{project}/table", "Looks into the table of a project.", this::look)
                        .in("project", ProjectResource.PROJECT),
                Route.put(
                                "/api/projects/{project}/table/target",
                                "Says which column is to be predicted.",
                                Takes.json(Given.required("target", Kind.TEXT, "Its name.")),
                                this::aim)
                        .in("project", ProjectResource.PROJECT),
                Route.post(
                                "/api/projects/{project}/table/trainings",
                                "Begins a training on the table.",
                                Takes.json(Given.optional("settings", Kind.MAP, "What is not left at its default.")),
                                call -> begun(
                                        call,
                                        new Wish.Training(SettingsResource.texts(
                                                call.body().find("settings")))))
                        .in("project", ProjectResource.PROJECT),
                Route.post(
                                "/api/projects/{project}/table/searches",
                                "Begins a search for better settings on the table.",
                                Takes.json(Given.required("minutes", Kind.NUMBER, "How long it may take in all.")),
                                call -> begun(
                                        call,
                                        new Wish.Search(
                                                call.body().number("minutes"),
                                                List.of(),
                                                List.of(),
                                                Map.of(),
                                                Map.of())))
                        .in("project", ProjectResource.PROJECT));
    }

    private String kind(String project) {
        if (shelf.isTable(project)) {
            return "table";
        }
        shelf.get(project);
        return "images";
    }

    private Answer point(Call call) {
        var path = folders.existing("path", call.body().text("path"));
        if (Files.isDirectory(path)) {
            return opened(path);
        }
        if (CsvFile.isNamedSo(path)) {
            return made(path);
        }
        throw new InvalidInputException(
                "path",
                Shown.name(path.toString()),
                "must be a folder of images, or a table (.csv, .tsv, .txt, also .gz)",
                "a project of images, which takes single images and archives?");
    }

    /** A folder of images becomes a project that takes them in; one that holds a table alone means that. */
    private Answer opened(Path folder) {
        var found = FoundImages.within(folder, folders::holds, ImportLimits.USUAL.mostEntries());
        if (!found.images().isEmpty()) {
            var one = shelf.create(named(String.valueOf(folder.getFileName())));
            one.incoming().begin(Shown.name(folder.toString()), Optional.empty(), () -> found, () -> {});
            return Answer.created(Answer.map("project", Form.of(one.address())));
        }
        var tables = found.others().stream()
                .map(folder::resolve)
                .filter(CsvFile::isNamedSo)
                .toList();
        if (tables.size() == 1) {
            // Found again by its name, so that no link leads out.
            return made(folders.existing("path", tables.get(0).toString()));
        }
        throw new InvalidInputException(
                "path",
                Shown.name(folder.toString()),
                tables.isEmpty()
                        ? "holds neither images nor a table"
                        : "holds " + tables.size() + " tables: "
                                + Shown.names(tables.stream()
                                        .map(table -> folder.relativize(table).toString())
                                        .toList()),
                tables.isEmpty() ? "another folder?" : "one of them?");
    }

    private Answer take(Call call) throws IOException {
        var name = SafeName.of(call.find("name").orElse("table.csv"));
        var address = shelf.reserve(named(name));
        var folder = shelf.place(address);
        var file = Files.createDirectories(folder.resolve("data")).resolve(name);
        try {
            Files.copy(call.file(), file);
            TableReader.look(file, Optional.empty());
            new TableProject(named(name), file.toAbsolutePath(), Optional.empty()).write(folder);
        } catch (InvalidInputException e) {
            forget(folder, file);
            // Where it would have lain says nothing to whoever sent it.
            throw new InvalidInputException(String.valueOf(e.getMessage()).replace(file.toString(), name), e);
        } catch (IOException | RuntimeException e) {
            forget(folder, file);
            throw e;
        }
        return Answer.created(Answer.map("project", Form.of(address)));
    }

    private static void forget(Path folder, Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder.resolve("data"));
        Files.deleteIfExists(folder);
    }

    /** What cannot be looked into becomes no project. */
    private Answer made(Path file) {
        TableReader.look(file, Optional.empty());
        var name = named(String.valueOf(file.getFileName()));
        var address = shelf.reserve(name);
        new TableProject(name, file.toAbsolutePath(), Optional.empty()).write(shelf.place(address));
        return Answer.created(Answer.map("project", Form.of(address)));
    }

    /** "wine" of "wine.csv.gz". */
    private static String named(String file) {
        var stem = Shown.name(file).replaceAll("(?i)\\.(csv|tsv|txt|data)(\\.gz)?$", "");
        return stem.isBlank() ? "table" : stem.substring(0, Math.min(80, stem.length()));
    }

    /** The project of a call; its file may be looked at: the folders may be others than when it was pointed to. */
    private TableProject table(Call call) {
        var address = call.path("project");
        if (!shelf.isTable(address)) {
            throw Refusal.unknown("project of a table", address, shelf.tables());
        }
        var project = TableProject.read(shelf.place(address));
        boolean own = project.file()
                .normalize()
                .startsWith(shelf.place(address).toAbsolutePath().normalize());
        if (!own) {
            folders.existing("file", project.file().toString());
        } else if (!Files.isRegularFile(project.file())) {
            throw Refusal.unknown("file", project.file(), "");
        }
        return project;
    }

    private Answer look(Call call) throws IOException {
        var project = table(call);
        var look = TableReader.look(project.file(), project.target());
        var columns = look.columns();
        return Answer.of(Answer.map(
                "name", Form.of(project.name()),
                "file", Form.of(project.file().toString()),
                "bytes", Form.of(Files.size(project.file())),
                "target",
                        Form.of(project.target()
                                .orElseGet(() -> columns.get(columns.size() - 1).name())),
                "look", TableForms.of(look)));
    }

    private Answer aim(Call call) {
        var project = table(call);
        var target = call.body().text("target");
        var names = TableReader.look(project.file(), Optional.empty()).columns().stream()
                .map(column -> column.name())
                .toList();
        if (!names.contains(target)) {
            throw Refusal.unknown("column", target, names);
        }
        project.predicting(target).write(shelf.place(call.path("project")));
        return Answer.done();
    }

    private Answer begun(Call call, Wish wish) {
        var project = table(call);
        var bench = workshop.bench(call.path("project"));
        var running = bench.works().all().stream()
                .filter(work -> work.state() instanceof WorkState.Running)
                .findFirst();
        if (running.isPresent()) {
            throw Refusal.conflict(
                    "work",
                    running.get().number(),
                    "is still running, and two at once only slow each other",
                    "pause it?");
        }
        Work work = bench.works().begin(wish, Works.Data.at(project.file()));
        return Answer.created(Answer.map("work", Form.of((long) work.number())));
    }
}
