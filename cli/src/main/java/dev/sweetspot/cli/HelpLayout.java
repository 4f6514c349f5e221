package dev.sweetspot.cli;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How help is laid out: commands by what they are about, options by what they belong to, all in the same manner. */
final class HelpLayout {
    /** Commands in the order in which people meet them. */
    private static final Map<String, List<String>> COMMANDS = commands();

    /** The options of a command alone come first; those that several commands have follow under what they are about. */
    private static final String OWN = "Options";

    private static final Map<Class<?>, String> SHARED = Map.of(
            DataOptions.class, "Data",
            MovedData.class, "Data",
            SearchOptions.class, "Search",
            PriorOptions.class, "Search",
            LearningOptions.class, "Search",
            TrialOptions.class, "Trials",
            ClusterOptions.class, "Machine",
            DeviceOptions.class, "Machine",
            StoreOptions.class, "Store");
    private static final List<String> ORDER = List.of(OWN, "Data", "Search", "Trials", "Machine", "Store", "Output");

    private HelpLayout() {}

    private static Map<String, List<String>> commands() {
        var groups = new LinkedHashMap<String, List<String>>();
        groups.put(
                "Search and train",
                List.of(
                        "tune",
                        "run",
                        "train",
                        "resume",
                        "worker",
                        "pause",
                        "stop",
                        "change",
                        "enqueue",
                        "ask-tell",
                        "serve"));
        groups.put("Models", List.of("predict", "generate", "export", "retrain"));
        groups.put(
                "Studies",
                List.of(
                        "studio", "studies", "show", "trials", "report", "compare", "audit", "replay", "copy",
                        "clean"));
        groups.put("About", List.of("explain", "list", "doctor", "help"));
        return groups;
    }

    /** For a command line and all its commands. */
    static CommandLine in(CommandLine line) {
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpLayout::commandList);
        Stream.concat(Stream.of(line), line.getSubcommands().values().stream()).forEach(command -> {
            command.getCommandSpec().usageMessage().sortOptions(false).abbreviateSynopsis(true);
            command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::optionList);
        });
        return line;
    }

    private static String commandList(Help help) {
        var left = new LinkedHashMap<>(help.subcommands());
        var text = new StringBuilder();
        COMMANDS.forEach((group, names) -> {
            var members = new LinkedHashMap<String, Help>();
            names.stream().filter(left::containsKey).forEach(name -> members.put(name, left.remove(name)));
            append(text, group, help.commandList(members));
        });
        if (!left.isEmpty()) {
            append(text, "More", help.commandList(left));
        }
        return text.toString();
    }

    private static String optionList(Help help) {
        var groups = new LinkedHashMap<String, List<OptionSpec>>();
        for (var option : help.commandSpec().options()) {
            if (!option.hidden()) {
                groups.computeIfAbsent(group(option), group -> new ArrayList<>())
                        .add(option);
            }
        }
        var text = new StringBuilder();
        for (var group : ORDER) {
            if (groups.containsKey(group)) {
                append(text, group, help.optionListExcludingGroups(groups.get(group)));
            }
        }
        return text.toString();
    }

    private static String group(OptionSpec option) {
        if (!(option.userObject() instanceof Field field)) {
            return OWN;
        }
        var declaring = field.getDeclaringClass();
        if (SHARED.containsKey(declaring)) {
            return SHARED.get(declaring);
        }
        // Help and version are declared by the parser.
        return declaring == OutputOptions.class
                        || declaring == ExportOptions.class
                        || declaring == TrackOptions.class
                        || declaring.getEnclosingClass() == CommandLine.class
                ? "Output"
                : OWN;
    }

    private static void append(StringBuilder text, String heading, String list) {
        text.append(System.lineSeparator())
                .append(heading)
                .append(':')
                .append(System.lineSeparator())
                .append(list);
    }
}
