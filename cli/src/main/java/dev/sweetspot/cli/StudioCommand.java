package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.AllowedFolders;
import dev.sweetspot.server.PageAssets;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.server.studies.InsightResource;
import dev.sweetspot.server.studies.Notes;
import dev.sweetspot.server.studies.StudiesResource;
import dev.sweetspot.server.studies.StudyResource;
import dev.sweetspot.server.studies.StudyStores;
import dev.sweetspot.store.Stores;
import dev.sweetspot.studio.api.Shelf;
import dev.sweetspot.studio.api.StudioResources;
import dev.sweetspot.studio.api.Workshop;
import dev.sweetspot.studio.playground.Plays;
import dev.sweetspot.studio.work.Works;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sweetspot studio}. */
@Command(
        name = "studio",
        mixinStandardHelpOptions = true,
        description = {
            "Opens the studio, a web app on this machine, in the browser: studies while they run and afterwards, in words, "
                    + "pictures and tables. Nothing leaves the machine.",
            "Prints its address as the last line once it serves. Ctrl-C ends it; searches go on."
        },
        footer = {"", "Example: sweetspot studio"})
final class StudioCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 8321;
    private static final int IMPORTS_AT_ONCE = 2;
    private static final String PAGE = "/dev/sweetspot/web/";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where it listens; 0 for any that is free (default: " + USUAL_PORT
                    + ", or any that is free where that is taken).")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--no-browser", description = "Open no browser, only print the address.")
    private boolean noBrowser;

    @Option(
            names = "--also-store",
            split = "\n",
            paramLabel = "STORE",
            description = "Another store whose studies are shown; can be given several times.")
    private List<String> others = new ArrayList<>();

    @Option(
            names = "--projects",
            paramLabel = "DIR",
            description = "Where projects of labelled images are kept (default: ~/.sweetspot/projects).",
            defaultValue = "${sys:user.home}/.sweetspot/projects")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path projects;

    @Option(
            names = "--folder",
            split = "\n",
            paramLabel = "DIR",
            description =
                    "A folder of this machine from which the page may take data; can be given several times (default: "
                            + "your home folder and the one that the studio is started in).")
    private List<Path> folders = new ArrayList<>();

    @Mixin
    private AddressOptions address = new AddressOptions();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws InterruptedException {
        // A store of no kind that is known is refused before anything is served.
        others.forEach(Stores::of);
        var shelf = new Shelf(projects, Clock.systemUTC(), IMPORTS_AT_ONCE);
        var studyStores = new StudyStores(() -> places(shelf), Clock.systemUTC(), TuneSession.LEASE);
        var end = new CountDownLatch(1);
        var signals = Signals.taken(List.of("INT", "TERM"), end::countDown);
        try (studyStores;
                var server = serve(resources(studyStores, shelf))) {
            var where = server.address().toString();
            if (!noBrowser) {
                open(where);
            }
            var entries = new LinkedHashMap<String, Form>();
            entries.put("address", Form.of(where));
            output.result(Form.of(entries));
            output.progress("The studio is open; Ctrl-C ends it.");
            output.say(where);
            end.await();
            return 0;
        } finally {
            signals.ifPresent(Signals.Taken::close);
        }
    }

    /** Those that were named, and what was trained and searched in projects. */
    private List<StudyStores.Place> places(Shelf shelf) {
        var places = new ArrayList<StudyStores.Place>();
        places.add(new StudyStores.Place("studies", stores.address()));
        for (int i = 0; i < others.size(); i++) {
            places.add(new StudyStores.Place("store-" + (i + 2), others.get(i)));
        }
        shelf.folders()
                .forEach((address, folder) ->
                        places.add(new StudyStores.Place("project-" + address, Works.store(folder))));
        return places;
    }

    private List<Resource> resources(StudyStores stores, Shelf shelf) {
        var lore = new MadeHere();
        var notes = new Notes(Path.of(System.getProperty("user.home"), ".sweetspot", "notes"));
        var all = new ArrayList<Resource>(List.of(
                new StudiesResource(stores, notes),
                new StudyResource(stores, lore),
                new InsightResource(stores, lore)));
        var workshop = new Workshop(shelf, Again::command, Clock.systemUTC());
        all.addAll(StudioResources.of(shelf, AllowedFolders.of(allowed()), workshop, new Plays(OtherNatives::load)));
        return all;
    }

    private List<Path> allowed() {
        return folders.isEmpty()
                ? List.of(Path.of(System.getProperty("user.home")), Path.of("").toAbsolutePath())
                : folders;
    }

    private WebServer serve(List<Resource> resources) {
        var assets = PageAssets.of(PAGE);
        if (port.isPresent()) {
            return WebServer.start(address.at(port.get()), resources, assets);
        }
        try {
            return WebServer.start(address.at(USUAL_PORT), resources, assets);
        } catch (InvalidInputException taken) {
            return WebServer.start(address.at(0), resources, assets);
        }
    }

    /** Where there is no browser the address is enough. */
    private void open(String page) {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var command = system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", page)
                : List.of(system.contains("mac") ? "open" : "xdg-open", page);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            output.progress("No browser could be opened (" + none.getMessage() + "): open the address by hand.");
        }
    }
}
