package dev.sweetspot.insight.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScriptsTest {
    private static final String PAINTER = Scripts.joined("/dev/sweetspot/insight/paint/painter.js");

    @Test
    void joinedScriptsImportNothingAndExportNothing() {
        assertThat(PAINTER.lines()).noneMatch(line -> line.startsWith("import ") || line.startsWith("export "));
        assertThat(PAINTER).contains("function paint(").contains("function planeOption(");
    }

    @Test
    void noNameIsTakenTwiceWhereScriptsAreJoined() {
        var names = Pattern.compile("^(?:async )?(?:function|const|let|class) (\\w+)", Pattern.MULTILINE)
                .matcher(PAINTER)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(names).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    }

    @Test
    void noScriptEndsTheElementThatItStandsIn() {
        assertThat(PAINTER).doesNotContainIgnoringCase("</script").doesNotContain("<!--");
        assertThat(Scripts.library()).doesNotContainIgnoringCase("</script").doesNotContain("<!--");
    }
}
