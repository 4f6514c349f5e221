package dev.sweetspot.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseTest {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    /** Modules that stand beside the house: nothing in it is made of them. */
    private static final Set<String> OUTBUILDINGS =
            Set.of("house", "benchmarks", "examples", "examples/libraries", "web", "browser", "bom");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.sweetspot");

    static List<Never> nevers() {
        return Nevers.all();
    }

    @ParameterizedTest
    @MethodSource("nevers")
    void theHouseKeepsTheNever(Never never) {
        never.rule().check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("nevers")
    void plantedViolationsBreakTheNever(Never never) {
        assertThat(never.planted()).isNotEmpty().allSatisfy(group -> assertThat(
                        never.rule().evaluate(new ClassFileImporter().importClasses(group)))
                .as("%s", group)
                .satisfies(result -> assertThat(result.hasViolation()).isTrue()));
    }

    @Test
    void everyModuleOfTheBuildIsLookedAt() throws IOException {
        String build = Files.readString(Path.of("..", "pom.xml"));
        Set<String> modules = MODULE.matcher(build)
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(module -> !OUTBUILDINGS.contains(module))
                .collect(Collectors.toSet());
        Set<String> rooms =
                HOUSE.stream().map(Rooms::roomOf).flatMap(Optional::stream).collect(Collectors.toSet());

        assertThat(rooms)
                .as("rooms whose classes were found; a new module goes into house/pom.xml as well")
                .containsAll(modules);
    }
}
