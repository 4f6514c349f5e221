package dev.sweetspot.studio.api;

import dev.sweetspot.server.AllowedFolders;
import dev.sweetspot.server.Resource;
import dev.sweetspot.studio.playground.Plays;
import java.util.List;

/** Everything of the studio that is served. */
public final class StudioResources {
    private StudioResources() {}

    /**
     * All resources.
     *
     * @param shelf closed with them
     * @param folders of this machine that requests may name
     * @param workshop closed with them
     * @param plays closed with them
     */
    public static List<Resource> of(Shelf shelf, AllowedFolders folders, Workshop workshop, Plays plays) {
        return List.of(
                new ProjectsResource(shelf),
                new ProjectResource(shelf),
                new BinResource(shelf, workshop),
                new TablesResource(shelf, workshop, folders),
                new ImagesResource(shelf),
                new LabelsResource(shelf),
                new CategoriesResource(shelf),
                new ImportsResource(shelf, folders),
                new LabelTableResource(shelf),
                new SettingsResource(workshop),
                new WorksResource(workshop),
                new ResultsResource(workshop),
                new HomeResource(workshop),
                new PredictionsResource(workshop),
                new PlaygroundResource(plays));
    }
}
