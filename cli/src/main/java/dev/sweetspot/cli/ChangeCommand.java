package dev.sweetspot.cli;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.ChangeForms;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.Study;
import dev.sweetspot.yaml.Yaml;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweetspot change STUDY}: another space from now on, while the study runs or rests. */
@Command(
        name = "change",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Changes what a study searches, while it runs or before it is resumed: wider or narrower ranges, choices added "
                    + "or retired, parameters added. No trial is lost: all count in what is proposed next, and what runs "
                    + "goes on.",
            "Each range is the one from now on; a choice that is left out is proposed no more."
        },
        footer = {
            "",
            "Examples:",
            "  sweetspot change blood-cells --search learning_rate=1e-4..0.1",
            "  sweetspot change blood-cells --search optimizer=adam,sgd --search momentum=0.5..0.95"
        })
final class ChangeCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "STUDY", description = "Its name; see: sweetspot studies.")
    private String name = "";

    @Option(
            names = "--search",
            split = "\n",
            paramLabel = "n=range",
            description =
                    "The range from now on: 'learning_rate=1e-5..1', 'batch_size=32,64', 'dropout=0.1' (repeatable).")
    private List<String> searched = new ArrayList<>();

    @Option(
            names = "--space",
            paramLabel = "FILE",
            description =
                    "A YAML or JSON file with the parameters that change, as under 'space:' of a study file: of one "
                            + "that is there, only what changes; a new one whole, with the default that counts for the trials "
                            + "until now.")
    private Optional<Path> space = Optional.empty();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public void run() {
        if (searched.isEmpty() && space.isEmpty()) {
            throw new InvalidInputException(
                    "change", name, "must say what is to change", "--search 'learning_rate=1e-5..1'?");
        }
        try (var store = stores.existing()) {
            var study = Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE);
            var now = study.space();
            var settable = Settable.of(study.spec().errand(), now);
            var wanted = new ArrayList<SearchSpace.Dimension>();
            space.ifPresent(file -> {
                var form = Yaml.read(file);
                var fields = Fields.of(form);
                fields.find("relations").ifPresent(relations -> {
                    throw Fields.wrong(relations, "relations", file, "stay as they are", "leave them out?");
                });
                wanted.addAll(ChangeForms.fromForm(now, fields.find("space").orElse(form)));
            });
            for (var range : searched) {
                var setting = Setting.parseRange(range);
                wanted.add(settable.fromText(setting.name(), setting.value()));
            }
            say(study.change(settable.whole(wanted)));
        }
    }

    private void say(List<String> changes) {
        if (changes.isEmpty()) {
            output.say("Study " + name + " is so already; nothing changes.");
        }
        changes.forEach(output::say);
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(name));
        entries.put("changes", Form.of(changes.stream().map(Form::of).toList()));
        output.result(Form.of(entries));
    }
}
