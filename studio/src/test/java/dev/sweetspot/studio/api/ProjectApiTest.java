package dev.sweetspot.studio.api;

import static dev.sweetspot.studio.api.Studio.fields;
import static dev.sweetspot.studio.api.Studio.text;
import static dev.sweetspot.studio.api.Studio.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.format.FoundImages;
import dev.sweetspot.studio.api.Studio.Upload;
import dev.sweetspot.studio.project.Pictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ProjectApiTest {
    @TempDir
    private Path folder;

    private Studio studio;

    @BeforeEach
    void serve() throws IOException {
        studio = serving();
        studio.post("", "{\"name\": \"Blood cells, Größe 2\"}");
    }

    private Studio serving() throws IOException {
        return new Studio(folder.resolve("projects"), Files.createDirectories(folder.resolve("allowed")));
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private static final String CELLS = "blood-cells-grosse-2";

    private void threeImages() {
        studio.take(
                CELLS,
                new Upload("ba/1.png", Pictures.png(12, 12, 1)),
                new Upload("eo/2.png", Pictures.png(12, 12, 300)),
                new Upload("3.png", Pictures.png(12, 12, 600)));
    }

    @Test
    void filesThatAPageSendsAreTakenInWithTheirFolders() {
        var ended = studio.take(
                CELLS,
                new Upload("cells/ba/1.png", Pictures.png(12, 12, 1)),
                new Upload("cells/eo/2.png", Pictures.png(12, 12, 300)),
                new Upload("cells/eo/broken.png", new byte[] {1, 2}));
        assertThat(ended.text("state")).isEqualTo("done");
        assertThat(ended.whole("added")).isEqualTo(2);
        assertThat(ended.whole("skipped")).isEqualTo(1);
        var images = fields(studio.get("/" + CELLS + "/images"));
        assertThat(texts(images.list("names"))).containsExactly("cells/ba/1.png", "cells/eo/2.png");
        assertThat(texts(fields(studio.get("/" + CELLS + "/labels")).list("labels")))
                .containsExactly("0", "1");
        assertThat(folder.resolve("projects/" + CELLS + "/uploads")).isEmptyDirectory();
    }

    @Test
    void nothingIsLearntFromWhileImagesComeIn() {
        threeImages();
        var rest = new CountDownLatch(1);
        studio.project(CELLS).incoming().begin("slow disk", Optional.empty(), () -> found(rest), () -> {});
        var wishes = Map.of("trainings", "{\"settings\": {}}", "searches", "{\"minutes\": 1}");
        for (var wish : wishes.entrySet()) {
            var answer = studio.post("/" + CELLS + "/" + wish.getKey(), wish.getValue());
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(fields(answer).text("error")).isEqualTo("images = 0 so far: are still coming in.");
        }
        rest.countDown();
        studio.ended(CELLS);
        assertThat(fields(studio.post("/" + CELLS + "/trainings", "{\"settings\": {}}"))
                        .text("error"))
                .contains("categories with labelled images");
    }

    private static FoundImages found(CountDownLatch rest) {
        try {
            rest.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new FoundImages(List.of(), List.of(), List.of());
    }

    @Test
    void labelsAreSetUndoneAndThereAfterTheServerCameBack() throws IOException {
        threeImages();
        var before = text(studio.get("/" + CELLS + "/labels"));
        assertThat(studio.post("/" + CELLS + "/labels", "{\"images\": [0, 1, 2], \"category\": 1}")
                        .statusCode())
                .isEqualTo(200);
        var labels = fields(studio.get("/" + CELLS + "/labels"));
        assertThat(texts(labels.list("labels"))).containsExactly("1", "1", "1");
        assertThat(texts(labels.list("who"))).containsOnly("person");

        var undone = fields(studio.post("/" + CELLS + "/undo", new byte[0]));
        assertThat(undone.text("redo")).isEqualTo("label 3 images");
        studio.close();
        studio = serving();
        assertThat(text(studio.get("/" + CELLS + "/labels")).replaceAll("\"version\":\\d+", ""))
                .isEqualTo(before.replaceAll("\"version\":\\d+", ""));
        studio.post("/" + CELLS + "/redo", new byte[0]);
        assertThat(texts(fields(studio.get("/" + CELLS + "/labels")).list("labels")))
                .containsExactly("1", "1", "1");
    }

    @Test
    void categoriesAreAddedRenamedMergedAndDeleted() {
        threeImages();
        studio.post("/" + CELLS + "/categories", "{\"name\": \"<b>new</b>\"}");
        studio.put("/" + CELLS + "/categories/0", "{\"name\": \"basophil\", \"colour\": \"#112233\"}");
        assertThat(text(studio.get("/" + CELLS)))
                .contains("{\"id\":0,\"name\":\"basophil\",\"colour\":\"#112233\"}")
                .contains("\"<b>new</b>\"");
        studio.delete("/" + CELLS + "/categories/0?into=1");
        assertThat(texts(fields(studio.get("/" + CELLS + "/labels")).list("labels")))
                .filteredOn("1"::equals)
                .hasSize(2);
        assertThat(text(studio.post("/" + CELLS + "/categories", "{\"name\": \"<b>new</b>\"}")))
                .contains("merge the two?");
    }

    @Test
    void picturesAreGivenAndMayBeKeptForEverUnderAnAddressThatChangesWithThem() {
        threeImages();
        var picture = studio.get("/" + CELLS + "/images/0/thumbnail?v=1");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(picture.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        var before = fields(studio.get("/" + CELLS)).text("look");
        studio.put(
                "/" + CELLS + "/channels",
                "{\"channels\": [{\"colour\": \"#ff0000\"}, {\"colour\": \"#00ff00\", \"visible\": false},"
                        + " {\"colour\": \"#0000ff\", \"low\": 0, \"high\": 0.5}]}");
        assertThat(fields(studio.get("/" + CELLS)).text("look")).isNotEqualTo(before);
        assertThat(studio.get("/" + CELLS + "/images/0/picture").body()).isNotEqualTo(picture.body());
    }

    @Test
    void aTableIsShownBeforeItLabels() {
        threeImages();
        var table = "name;class\n1.png;eo\n3;eo\nother.png;ba\n".getBytes(StandardCharsets.UTF_8);
        var shown = fields(studio.post("/" + CELLS + "/label-table", table));
        assertThat(shown.whole("images")).isEqualTo(2);
        assertThat(shown.whole("changed")).isEqualTo(1);
        assertThat(texts(shown.list("unmatched_files"))).containsExactly("other.png");
        assertThat(text(studio.get("/" + CELLS + "/labels"))).doesNotContain("[1,1,1]");
        studio.post("/" + CELLS + "/label-table?apply=true", table);
        assertThat(texts(fields(studio.get("/" + CELLS + "/labels")).list("labels")))
                .containsOnly("1");
    }

    @Test
    void aFolderOfThisMachineIsTakenInAndNoOther() throws IOException {
        Files.createDirectories(folder.resolve("allowed/cells/ba"));
        Files.write(folder.resolve("allowed/cells/ba/1.png"), Pictures.png(12, 12, 1));
        var cells = folder.resolve("allowed/cells").toString().replace("\\", "/");
        studio.post("/" + CELLS + "/folders", "{\"folder\": \"" + cells + "\", \"copy\": false}");
        assertThat(studio.ended(CELLS).whole("added")).isEqualTo(1);

        var outside = studio.post("/" + CELLS + "/folders", "{\"folder\": \"" + folder + "\", \"copy\": true}");
        assertThat(outside.statusCode()).isEqualTo(403);
        var climbing = studio.post("/" + CELLS + "/folders", "{\"folder\": \"../..\", \"copy\": true}");
        assertThat(climbing.statusCode()).isEqualTo(403);
    }

    @Test
    void partsAreDrawnAndSetByHand() {
        var files = new Upload[20];
        for (int i = 0; i < files.length; i++) {
            files[i] = new Upload("in/" + (i % 2 == 0 ? "a/" : "b/") + i + ".png", Pictures.png(12, 12, 50 * i));
        }
        studio.take(CELLS, files);
        studio.post("/" + CELLS + "/split", "{\"test_share\": 0.2, \"validation_share\": 0.2, \"keep_test\": false}");
        var parts = texts(fields(studio.get("/" + CELLS + "/labels")).list("parts"));
        assertThat(parts).filteredOn("test"::equals).hasSize(4);
        assertThat(parts).filteredOn("validation"::equals).hasSize(4);
        studio.post("/" + CELLS + "/parts", "{\"images\": [0, 1], \"part\": \"test\"}");
        studio.post("/" + CELLS + "/parts", "{\"images\": [2]}");
        var after = texts(fields(studio.get("/" + CELLS + "/labels")).list("parts"));
        assertThat(after).startsWith("test", "test", "");
    }

    @Test
    void aProjectIsExportedAndOpensUnderAnotherName() {
        threeImages();
        var file = studio.get("/" + CELLS + "/file");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains(".sweetspot");
        var made = fields(studio.post("/unpack?name=copy", file.body()));
        assertThat(made.text("project")).isEqualTo("copy");
        assertThat(made.whole("images")).isEqualTo(3);
        assertThat(studio.get("/copy/images/2/thumbnail").statusCode()).isEqualTo(200);
        assertThat(texts(fields(studio.get("")).list("projects"))).hasSize(2);
    }

    @Test
    void aTableOfLabelsIsNoFormulaInASpreadsheet() {
        studio.take(CELLS, new Upload("in/=cmd|calc/1.png", Pictures.png(12, 12, 1)));
        assertThat(text(studio.get("/" + CELLS + "/labels.csv")))
                .isEqualTo("file,label,part,who\n\"in/=cmd|calc/1.png\",\"'=cmd|calc\",\"\",\"import\"\n");
    }
}
