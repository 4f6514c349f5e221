package dev.sweetspot.cli;

import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.util.LinkedHashMap;

/** Versions and machine, as far as the last bits of a training may depend on them. */
final class Environment {
    private static final String DEVICE = "device";

    private Environment() {}

    /** @param device where networks are computed */
    static MapForm now(Device device) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("version of sweetspot", Form.of(Version.OF_SWEETSPOT));
        entries.put("engine", Form.of(Native.version()));
        entries.put("system", Form.of(System.getProperty("os.name") + " " + System.getProperty("os.arch")));
        entries.put("instruction set", Form.of(Native.processor()));
        if (device != Device.CPU) {
            entries.put(DEVICE, Form.of(device.word()));
        }
        return Form.of(entries);
    }

    /** Where networks were computed: what is not written down was the processor. */
    static String device(MapForm environment) {
        return Fields.of(environment).findText(DEVICE).orElse(Device.CPU.word());
    }
}
