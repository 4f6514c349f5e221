package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What parts of the program log while a command runs. */
class NoticesTest {
    private static final System.Logger LOG = System.getLogger("dev.sweetspot.somewhere");

    private static Ran logged(String... command) {
        return Ran.captured(() -> {
            int code = Main.run(command);
            LOG.log(Level.DEBUG, "a detail");
            LOG.log(Level.INFO, "no room");
            LOG.log(Level.INFO, "no room");
            LOG.log(Level.WARNING, "no answer");
            return code;
        });
    }

    @Test
    void eachIsOneLineOnceAndNamesNoClass() {
        assertThat(logged("list", "samplers").err().lines())
                .containsExactly("sweetspot: no room", "sweetspot: no answer");
    }

    @Test
    void whoWantsItQuietReadsOnlyWhatWentWrong() {
        assertThat(logged("list", "samplers", "--quiet").err().lines()).containsExactly("sweetspot: no answer");
    }

    @Test
    void whereAViewDrawsItShowsThem() {
        var seen = new ArrayList<String>();
        var ran = Ran.captured(() -> {
            int code = Main.run("list", "samplers");
            try (var shown = Notices.in(seen::add)) {
                assertThat(shown).isNotNull();
                LOG.log(Level.INFO, "seen");
            }
            LOG.log(Level.INFO, "printed");
            return code;
        });

        assertThat(seen).isEqualTo(List.of("seen"));
        assertThat(ran.err().lines()).containsExactly("sweetspot: printed");
    }
}
