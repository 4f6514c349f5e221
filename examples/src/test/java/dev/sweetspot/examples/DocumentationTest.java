package dev.sweetspot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation shows is what compiles and runs here. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");

    static List<Path> pages() throws IOException {
        var pages = new ArrayList<Path>();
        pages.add(ROOT.resolve("README.md"));
        try (var found = Files.walk(ROOT.resolve("docs"))) {
            found.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockOfJavaIsAPartOfAnExample(Path page) throws IOException {
        var examples = examples();
        for (var block : JAVA_BLOCK.matcher(Files.readString(page)).results().toList()) {
            assertThat(examples)
                    .as("an example in which this block of %s stands:%n%s", page, block.group(1))
                    .anyMatch(example -> example.contains(withoutIndent(block.group(1))));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        for (var link : LINK.matcher(Files.readString(page)).results().toList()) {
            var target = link.group(1);
            if (!target.startsWith("http")) {
                assertThat(page.resolveSibling(target)).as("a link of %s", page).exists();
            }
        }
    }

    /** Examples, and tests that a guide shows: all that the build compiles and runs. */
    private static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 12)) {
            var found = new ArrayList<String>();
            var sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.startsWith(ROOT.resolve("examples"))
                            || file.toString().contains("src/test/java"))
                    .collect(Collectors.toList());
            for (var source : sources) {
                found.add(withoutIndent(Files.readString(source)));
            }
            return found;
        }
    }

    private static String withoutIndent(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
