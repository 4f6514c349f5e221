package dev.sweetspot.cli;

import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.util.LinkedHashMap;

/** Versions and machine, as far as the last bits of a training may depend on them. */
final class Environment {
    private Environment() {}

    static MapForm now() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("version of sweetspot", Form.of(Version.OF_SWEETSPOT));
        entries.put("engine", Form.of(Native.version()));
        entries.put("system", Form.of(System.getProperty("os.name") + " " + System.getProperty("os.arch")));
        entries.put("instruction set", Form.of(Native.processor()));
        return Form.of(entries);
    }
}
