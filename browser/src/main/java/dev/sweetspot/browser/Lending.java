package dev.sweetspot.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens the browser when a first test class asks for it, and closes it when all tests of this JVM are through. */
final class Lending implements ExecutionCondition, ParameterResolver {
    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private static Optional<Path> program() {
        var named = Optional.ofNullable(System.getenv("SWEETSPOT_BROWSER"));
        return named.isPresent()
                ? named.map(Path::of)
                : USUAL.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var program = program();
        if (program.isPresent()) {
            return ConditionEvaluationResult.enabled("there is " + program.get());
        }
        var reason =
                context.getDisplayName() + " is left out: there is no Chromium here. Maybe apt-get install chromium,"
                        + " or SWEETSPOT_BROWSER=/path/to/it?";
        if (context.getTestMethod().isEmpty()) {
            System.out.println(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Lending.class))
                .computeIfAbsent(Browser.class, type -> new Browser(program().orElseThrow()), Browser.class);
    }
}
