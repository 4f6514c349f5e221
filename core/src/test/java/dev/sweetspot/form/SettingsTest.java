package dev.sweetspot.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class SettingsTest {
    /** Something with settings. */
    public enum Mood {
        CALM,
        LOUD
    }

    /** Something with settings. */
    public record Thing(int count, double share, boolean strict, Mood mood, String word) {
        /** Checks the range. */
        public Thing {
            if (count < 1) {
                throw new InvalidInputException("count", count, "must be at least 1", "3?");
            }
        }
    }

    private static final Thing DEFAULTS = new Thing(3, 0.5, false, Mood.CALM, "a");

    private static Form entries(Object... keysAndForms) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("name", Form.of("thing"));
        for (int i = 0; i < keysAndForms.length; i += 2) {
            entries.put((String) keysAndForms[i], (Form) keysAndForms[i + 1]);
        }
        return Form.of(entries);
    }

    private static Thing read(Form form) {
        return Settings.fromForm(form, name -> DEFAULTS);
    }

    @Test
    void theDefaultsAreTheNameAlone() {
        assertThat(Settings.toForm("thing", DEFAULTS, DEFAULTS)).isEqualTo(Form.of("thing"));
        assertThat(read(Form.of("thing"))).isEqualTo(DEFAULTS);
    }

    @Test
    void onlyWhatDiffersIsWrittenAndEverythingComesBack() {
        var thing = new Thing(8, 0.5, true, Mood.LOUD, "b");
        var form = Settings.toForm("thing", thing, DEFAULTS);
        assertThat(form)
                .isEqualTo(entries(
                        "count", Form.of(8), "strict", Form.of(true), "mood", Form.of("loud"), "word", Form.of("b")));
        assertThat(read(form)).isEqualTo(thing);
    }

    @Test
    void aMisspeltSettingIsAnsweredWithTheRightOne() {
        assertThatThrownBy(() -> read(entries("cuont", Form.of(8))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Maybe count?");
        assertThatThrownBy(() -> read(entries("mood", Form.of("lout")))).hasMessageContaining("Maybe loud?");
        assertThatThrownBy(() -> read(entries("count", Form.of(0)))).hasMessageContaining("must be at least 1");
        assertThatThrownBy(() -> read(entries("count", Form.of(1.5)))).hasMessageContaining("must be a whole number");
    }
}
