package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Stores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where the value of an option comes from when no flag gives it: the environment, then {@code sweetspot.yaml} in the
 * working folder, then the profile. One mechanism for every option of every command, but for what one call alone says.
 */
final class Layers implements IDefaultValueProvider {
    static final String FILE = ProjectFile.NAME;
    private static final String PREFIX = "SWEETSPOT_";

    /**
     * What one call alone says, by command: the project file and the profile are about searches and trainings that begin, and
     * a study that is there keeps what it began with.
     */
    private static final Map<String, Set<String>> OF_ONE_CALL = Map.of(
            "resume",
                    Set.of("minutes", "out", "data", "workers", "threads", "isolate", "trial-seconds", "trial-memory"),
            "worker", Set.of("minutes", "data", "isolate", "trial-seconds", "trial-memory"),
            "change", Set.of("search", "space"),
            "enqueue", Set.of("set"),
            "copy", Set.of("to", "name"),
            "retrain", Set.of("data", "test", "threads", "out"),
            "generate", Set.of("out", "seed", "count"),
            "export", Set.of("to", "out"));

    /** What nobody should read over a person's shoulder. */
    private static final Set<String> SECRETS = Set.of("token", "tls-password");

    /** A value and the place that a person has to look at to change it. */
    record Given(String value, String source) {}

    private final Map<String, String> environment;
    private final Map<String, Given> written;
    private final Optional<Profile> profile;
    private final Optional<InvalidInputException> wrong;

    private Layers(
            Map<String, String> environment,
            Map<String, Given> written,
            Optional<Profile> profile,
            Optional<InvalidInputException> wrong) {
        this.environment = environment;
        this.written = written;
        this.profile = profile;
        this.wrong = wrong;
    }

    /**
     * Reads the project file, if there is one. What is wrong with it is kept for whoever needs it: help does not.
     *
     * @param root whose commands' options may be named in it
     */
    static Layers of(CommandLine root, Map<String, String> environment, Path folder, String... arguments) {
        try {
            return read(root, environment, folder, arguments);
        } catch (InvalidInputException e) {
            return new Layers(environment, Map.of(), Optional.empty(), Optional.of(e));
        }
    }

    /** What is wrong with the project file, with line and column, or with the name of the profile. */
    Optional<InvalidInputException> wrong() {
        return wrong;
    }

    private static Layers read(CommandLine root, Map<String, String> environment, Path folder, String... arguments) {
        var known = new TreeSet<String>();
        root.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().options().forEach(option -> known.add(key(option))));
        var file = ProjectFile.in(folder, known);
        var named = profileFlag(arguments)
                .or(() -> Optional.ofNullable(environment.get(PREFIX + "PROFILE")))
                .or(() -> Optional.ofNullable(file.settings().get("profile")).map(Given::value));
        var profile = named.map(name -> Profile.named(name, file.profiles()));
        return new Layers(environment, file.settings(), profile, Optional.empty());
    }

    private static Optional<String> profileFlag(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--profile=")) {
                return Optional.of(arguments[i].substring("--profile=".length()));
            }
            if (arguments[i].equals("--profile") && i + 1 < arguments.length) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        // The parser takes null for "there is none".
        return given(argument).map(Given::value).orElse(argument.defaultValue());
    }

    /** The value of an option that no flag gave; empty when it is left at its default. */
    Optional<Given> given(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return Optional.empty();
        }
        var key = key(option);
        var variable = PREFIX + key.replace('-', '_').toUpperCase(Locale.ROOT);
        var here = Optional.ofNullable(environment.get(variable)).map(value -> new Given(value, variable));
        return isOfOneCall(option, key)
                ? here
                : here.or(() -> Optional.ofNullable(written.get(key)))
                        .or(() -> profile.flatMap(chosen -> chosen.given(key)));
    }

    private static boolean isOfOneCall(OptionSpec option, String key) {
        return OF_ONE_CALL.getOrDefault(option.command().name(), Set.of()).contains(key);
    }

    private static String key(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    /** The values of a command with where each came from. */
    List<String> table(CommandLine.ParseResult parsed) {
        var lines = new ArrayList<String>();
        for (var option : parsed.commandSpec().options()) {
            if (!option.usageHelp() && !option.versionHelp() && !key(option).equals("show-settings")) {
                var source = parsed.hasMatchedOption(option)
                        ? "flag"
                        : given(option).map(Given::source).orElse("default");
                var value = SECRETS.contains(key(option)) && !source.equals("default")
                        ? "(not shown)"
                        : shown(option.getValue());
                lines.add(String.format(Locale.ROOT, "%-16s %-28s %s", key(option), value, source));
            }
        }
        return lines;
    }

    private static String shown(Object value) {
        var plain = value instanceof Optional<?> optional
                ? optional.<Object>map(each -> each).orElse("-")
                : value;
        return plain == null || (plain instanceof List<?> list && list.isEmpty())
                ? "-"
                : Stores.withoutPasswords(String.valueOf(plain));
    }
}
