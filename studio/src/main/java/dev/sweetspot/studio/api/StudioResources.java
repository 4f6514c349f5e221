package dev.sweetspot.studio.api;

import dev.sweetspot.server.AllowedFolders;
import dev.sweetspot.server.Resource;
import java.util.List;

/** Everything about projects that is served. */
public final class StudioResources {
    private StudioResources() {}

    /**
     * All resources.
     *
     * @param shelf closed with them
     * @param folders of this machine that requests may name
     * @param workshop closed with them
     */
    public static List<Resource> of(Shelf shelf, AllowedFolders folders, Workshop workshop) {
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
                new PredictionsResource(workshop));
    }
}
