package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Completion;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.Study;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweetspot enqueue STUDY --set n=v}: a configuration to be tried next. */
@Command(
        name = "enqueue",
        mixinStandardHelpOptions = true,
        description = {
            "Lets a study try a configuration before any that its sampler proposes, while it runs or when it is resumed. "
                    + "What is not set has its default."
        },
        footer = {"", "Example: sweetspot enqueue blood-cells --set learning_rate=0.003 --set blocks=2"})
final class EnqueueCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "STUDY", description = "Its name; see: sweetspot studies.")
    private String name = "";

    @Option(
            names = "--set",
            split = "\n",
            required = true,
            paramLabel = "n=v",
            description = "The value of a parameter (repeatable).")
    private List<String> set = new ArrayList<>();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public void run() {
        try (var store = stores.existing()) {
            var study = Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE);
            var configuration = configuration(study.space());
            int waiting = study.enqueue(configuration);
            output.say("Enqueued as number " + waiting + " of those that wait: " + configuration);
            var entries = new LinkedHashMap<String, Form>();
            entries.put("study", Form.of(name));
            entries.put("enqueued", Form.of(waiting));
            entries.put("configuration", SpaceForms.toForm(configuration));
            output.result(Form.of(entries));
        }
    }

    private Configuration configuration(SearchSpace space) {
        var values = new LinkedHashMap<String, Object>();
        for (var text : set) {
            var setting = Setting.parse(text);
            if (values.put(setting.name(), setting.value()) != null) {
                throw new InvalidInputException("--set", setting.name(), "is there twice", "remove one?");
            }
        }
        return Completion.complete(space, values);
    }
}
