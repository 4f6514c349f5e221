package dev.sweetspot.command;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.study.StudyFile;
import dev.sweetspot.workload.Workload;
import dev.sweetspot.workload.WorkloadProvider;
import java.nio.file.Path;

/** Makes {@link CommandWorkload}s from what a study keeps of them. */
public final class CommandProvider implements WorkloadProvider {
    /** The name of the workload. */
    static final String NAME = "command";

    static final String FILE = "file";
    static final String FOLDER = "folder";
    static final String TRIALS = "trials";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Workload make(Form.MapForm settings) {
        var fields = Fields.of(settings);
        return new CommandWorkload(
                StudyFile.fromForm(fields.require(FILE), NAME),
                Path.of(fields.text(FOLDER)),
                Path.of(fields.text(TRIALS)));
    }
}
