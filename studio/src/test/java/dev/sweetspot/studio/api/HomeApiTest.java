package dev.sweetspot.studio.api;

import static dev.sweetspot.studio.api.Studio.fields;
import static dev.sweetspot.studio.api.Studio.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is taken home of a training, with a program in the place of ours that only says what it was asked. */
@Timeout(60)
class HomeApiTest {
    /** Writes its words into each file that it is asked for; cannot make TorchScript. */
    private static final String PROGRAM = """
            out=.
            for word in "$@"; do
              case "$word" in
                --to=torchscript) echo "sweetspot: the layer cannot be handed over. Maybe onnx?"; exit 1;;
                --output=*) echo "$@" > "${word#--output=}";;
                --out=*) out="${word#--out=}";;
              esac
            done
            case "$*" in *--to=onnx*) echo "$@" > "$out/model.onnx";; esac
            case "$*" in *--to=pytorch*) echo 1 > "$out/model.py"; echo 2 > "$out/model.safetensors";; esac
            """;

    private static final String HOME = "/cells/works/1/home";

    @TempDir
    private Path folder;

    private Studio studio;
    private Path work;

    @BeforeEach
    void aTrainingThatIsDone() throws IOException {
        var projects = folder.resolve("projects");
        try (var before = new Studio(projects, folder)) {
            before.post("", "{\"name\": \"cells\"}");
        }
        work = Files.createDirectories(projects.resolve("cells/work/0001"));
        Files.writeString(work.resolve("about.json"), """
                {"wish": {"kind": "training", "settings": {}}, "data": "x", "begun_at": "2026-01-01T12:00:00Z"}""");
        Files.writeString(work.resolve("live.jsonl"), "{\"event\": \"study\", \"study\": \"cells-1\"}\n");
        var out = Files.createDirectories(work.resolve("out"));
        Files.writeString(out.resolve("predictions.csv"), "file,truth,predicted\n\"=cmd|'/C calc'!A0\",a,-1.5\n");
        Files.writeString(out.resolve("model.sweetspot"), "weights");
        studio = new Studio(projects, folder, HomeApiTest::command);
    }

    private static List<String> command(List<String> words) {
        var command = new ArrayList<>(List.of("sh", "-c", PROGRAM, "sweetspot"));
        command.addAll(words);
        return command;
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private static Fields of(Fields home, String form) {
        return home.list("forms").items().stream()
                .map(Fields::of)
                .filter(each -> each.text("form").equals(form))
                .findFirst()
                .orElseThrow();
    }

    private List<String> files() {
        return fields(studio.get(HOME)).list("files").items().stream()
                .map(file -> Fields.of(file).text("file"))
                .toList();
    }

    private Fields made(String form) throws InterruptedException {
        studio.post(HOME, "{\"form\": \"" + form + "\"}");
        var now = of(fields(studio.get(HOME)), form);
        while (now.text("state").equals("making")) {
            Thread.sleep(10);
            now = of(fields(studio.get(HOME)), form);
        }
        return now;
    }

    @Test
    void eachFormThatModelsAreExportedToIsMadeOnRequest() throws InterruptedException {
        assertThat(of(fields(studio.get(HOME)), "onnx").text("state")).isEqualTo("none");
        assertThat(files()).containsExactly("model.sweetspot", "predictions.csv");

        assertThat(made("onnx").text("state")).isEqualTo("made");
        assertThat(made("pytorch").text("state")).isEqualTo("made");
        assertThat(files())
                .containsExactly("model.onnx", "model.py", "model.safetensors", "model.sweetspot", "predictions.csv");
        assertThat(text(studio.get("/cells/works/1/files/model.onnx"))).startsWith("export " + work.resolve("out"));
    }

    @Test
    void theReportTellsOfTheStudyOfTheTraining() throws InterruptedException {
        assertThat(made("report").text("state")).isEqualTo("made");
        assertThat(text(studio.get("/cells/works/1/files/report.html")))
                .contains("report cells-1")
                .contains("studies.db")
                .contains("--result=" + work.resolve("out"));
    }

    @Test
    void whatCannotBeMadeSaysWhyAndLeavesNothing() throws InterruptedException, IOException {
        var failed = made("torchscript");
        assertThat(failed.text("state")).isEqualTo("failed");
        assertThat(failed.text("message")).isEqualTo("the layer cannot be handed over. Maybe onnx?");
        try (var left = Files.list(work.resolve("home"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatWasMadeOfAnotherModelIsMadeAgain() throws InterruptedException, IOException {
        made("onnx");
        Files.setLastModifiedTime(
                work.resolve("out/model.sweetspot"), FileTime.from(Instant.now().plusSeconds(10)));
        assertThat(of(fields(studio.get(HOME)), "onnx").text("state")).isEqualTo("none");
        assertThat(files()).doesNotContain("model.onnx");
    }

    @Test
    void allOfItIsOneFolderInAZip() throws InterruptedException, IOException {
        made("onnx");
        var answer = studio.get("/cells/works/1/all.zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("\"cells 1.zip\"");
        var files = unzipped(answer.body());
        assertThat(files.keySet())
                .containsExactly("cells 1/model.onnx", "cells 1/model.sweetspot", "cells 1/predictions.csv");
        assertThat(files.get("cells 1/model.sweetspot")).isEqualTo("weights");
        // What a spreadsheet would compute is a text.
        assertThat(files.get("cells 1/predictions.csv")).isEqualTo("""
                file,truth,predicted
                "'=cmd|'/C calc'!A0",a,-1.5
                """);
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void aResultOfNumbersHasFiguresAndNoMistakes() throws IOException {
        Files.writeString(work.resolve("out/report.json"), "{\"test\": {\"rmse\": 0.5, \"n\": 2}}");
        Files.writeString(work.resolve("out/predictions.csv"), "row,truth,predicted(alcohol)\nline 2,1.5,1.4\n");
        var evaluation = studio.get("/cells/works/1/evaluation");
        assertThat(evaluation.statusCode()).isEqualTo(200);
        assertThat(fields(evaluation).list("mistakes").items()).isEmpty();
        assertThat(text(evaluation)).contains("\"rmse\":0.5");
        var pictures = studio.get("/cells/works/1/result-pictures");
        assertThat(pictures.statusCode()).isEqualTo(200);
        assertThat(text(pictures)).contains("\"name\":\"predicted-true\"").doesNotContain("calibration");
    }

    @Test
    void aResultOfClassesShowsHowSureItMayBe() throws IOException {
        Files.writeString(work.resolve("out/predictions.csv"), """
                file,truth,predicted,p(a),p(b)
                1.png,a,a,0.9,0.1
                2.png,b,b,0.2,0.8
                3.png,b,a,0.7,0.3
                """);

        var pictures = studio.get("/cells/works/1/result-pictures");

        assertThat(pictures.statusCode()).isEqualTo(200);
        assertThat(text(pictures)).contains("\"name\":\"calibration\"").doesNotContain("\"name\":\"confusion\"");
    }

    @Test
    void whatIsNotThereIsRefusedInWords() throws IOException {
        assertThat(studio.get("/cells/works/1/files/..%2Fabout.json").statusCode())
                .isEqualTo(404);
        assertThat(text(studio.post(HOME, "{\"form\": \"onx\"}"))).contains("form = onx: is not there.", "Maybe onnx?");
        Files.delete(work.resolve("out/model.sweetspot"));
        assertThat(text(studio.get(HOME))).contains("has made no model yet");
    }
}
