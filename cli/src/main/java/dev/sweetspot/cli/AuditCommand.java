package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.study.Audit;
import dev.sweetspot.study.Journal;
import dev.sweetspot.trial.Event;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweetspot audit STUDY}: whether a store has kept a study as it was told. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a study in its store and changes nothing: trials numbered without gaps, none told twice, every event "
                    + "legal under the state before it, every running trial with a worker, every checkpoint whole, and more.",
            "Exit code 0 when nothing is wrong, 1 when something is."
        },
        footer = {"", "Example: sweetspot audit blood-cells"})
final class AuditCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "STUDY", description = "Its name; see: sweetspot studies.")
    private String name = "";

    @Option(
            names = "--acknowledged",
            split = "\n",
            paramLabel = "FILE",
            description = "Events that the store is known to have acknowledged, one a line as JSON: each must be there "
                    + "(repeatable).")
    private List<Path> acknowledged = new ArrayList<>();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var known = new ArrayList<Event>();
        acknowledged.forEach(file -> known.addAll(Journal.read(file)));
        try (var store = stores.existing()) {
            var audit = Audit.of(store, stores.artifacts(), name, known);
            say(audit);
            output.result(toForm(audit));
            return audit.sound() ? 0 : 1;
        }
    }

    private void say(Audit audit) {
        output.say("Study " + audit.study() + ": " + audit.events() + " events of " + audit.trials() + " trials"
                + (audit.acknowledged() > 0 ? ", " + audit.acknowledged() + " events known to be acknowledged" : ""));
        for (var check : Audit.Check.values()) {
            if (check == Audit.Check.ACKNOWLEDGED && audit.acknowledged() == 0) {
                continue;
            }
            var wrong = audit.findings().stream()
                    .filter(finding -> finding.check() == check)
                    .toList();
            output.say((wrong.isEmpty() ? "  right  " : "  WRONG  ") + check.inWords());
            wrong.forEach(finding -> output.say("         " + finding.sentence()));
        }
    }

    private static Form toForm(Audit audit) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(audit.study()));
        entries.put("sound", Form.of(audit.sound()));
        entries.put("events", Form.of(audit.events()));
        entries.put("trials", Form.of(audit.trials()));
        entries.put("acknowledged", Form.of(audit.acknowledged()));
        entries.put(
                "checks",
                Form.of(Arrays.stream(Audit.Check.values())
                        .map(check -> Form.of(check.word()))
                        .toList()));
        entries.put(
                "wrong",
                Form.of(audit.findings().stream()
                        .map(finding -> {
                            var wrong = new LinkedHashMap<String, Form>();
                            wrong.put("check", Form.of(finding.check().word()));
                            wrong.put("what", Form.of(finding.sentence()));
                            return Form.of(wrong);
                        })
                        .toList()));
        return Form.of(entries);
    }
}
