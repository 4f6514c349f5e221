package dev.sweetspot.studio.playground;

import dev.sweetspot.data.Task;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.server.Answer;
import dev.sweetspot.studio.settings.SettingsForm;
import dev.sweetspot.studio.settings.ToySpace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that a page has to know before somebody plays: what can be set, and what is worth a look. */
public final class PlayMatter {
    private PlayMatter() {}

    /** For a page. */
    public static MapForm toForm() {
        return Answer.map(
                "points", Form.of(SettingsForm.fields(Toy.space())),
                "shapes",
                        Form.of(Arrays.stream(ToyShape.values())
                                .map(shape -> Answer.map(
                                        "shape", Form.of(shape.word()),
                                        "help", Form.of(shape.help()),
                                        "classes", Form.of((long) shape.classes())))
                                .toList()),
                "classification", settings(Task.Kind.CLASSIFICATION, 2),
                "regression", settings(Task.Kind.REGRESSION, 1),
                "lessons",
                        Form.of(Lessons.all().stream().map(PlayMatter::lesson).toList()));
    }

    private static MapForm settings(Task.Kind task, int outputs) {
        return SettingsForm.of(new ToySpace(task, outputs)).toForm();
    }

    private static MapForm lesson(Lesson lesson) {
        return Answer.map(
                "lesson", Form.of(lesson.name()),
                "title", Form.of(lesson.title()),
                "parameter", Form.of(lesson.parameter()),
                "look", Form.of(lesson.look()),
                "points", texts(lesson.points()),
                "networks",
                        Form.of(lesson.networks().stream()
                                .map(PlayMatter::texts)
                                .toList()));
    }

    /** By name, in words. */
    public static MapForm texts(Map<String, String> map) {
        var entries = new LinkedHashMap<String, Form>();
        map.forEach((name, text) -> entries.put(name, Form.of(text)));
        return Form.of(entries);
    }
}
