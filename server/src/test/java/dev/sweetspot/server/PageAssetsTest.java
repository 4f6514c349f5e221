package dev.sweetspot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page as it was built. */
class PageAssetsTest {
    private final PageAssets assets = PageAssets.of("/dev/sweetspot/web/");

    private String text(String path) {
        return StandardCharsets.UTF_8
                .decode(assets.find(path).orElseThrow().bytes().buffer())
                .toString();
    }

    @Test
    void thePageNamesFilesThatAreThereAndNeverChange() {
        var named = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"").matcher(text("/"));
        int files = 0;
        while (named.find()) {
            assertThat(assets.find(named.group(1)).orElseThrow().forever()).isTrue();
            files++;
        }
        assertThat(files).isGreaterThanOrEqualTo(3);
        assertThat(assets.find("/").orElseThrow().forever()).isFalse();
    }

    @Test
    void thePainterIsThatOfReports() {
        var painter = Pattern.compile("content=\"(/paint/[0-9a-f]+/)\"").matcher(text("/"));
        assertThat(painter.find()).isTrue();
        assertThat(text(painter.group(1) + "painter.js")).contains("export function paint");
        assertThat(text(painter.group(1) + "look.js")).isNotEmpty();
        var library = assets.find(painter.group(1) + "echarts/echarts.min.js").orElseThrow();
        assertThat(library.media()).startsWith("text/javascript");
        assertThat(library.zipped().orElseThrow().size())
                .isLessThan(library.bytes().size() / 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../index.html",
                "/assets/..",
                "/assets/",
                "/assets/%2e%2e/index.html",
                "/paint/0000000000000000/painter.js",
                "/paint/../report/page.js",
                "/index.html/../../../Main.class",
                "//etc/passwd",
                "/dev/sweetspot/web/index.html"
            })
    void nothingElseOfTheClassPathIsServed(String path) {
        assertThat(assets.find(path)).isEmpty();
    }
}
