package dev.sweetspot.cli;

import dev.sweetspot.deep.tensor.Device;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where networks are computed. */
final class DeviceOptions {
    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "Where networks are computed: cpu, cuda (a GPU of NVIDIA's, which needs a build of its own: "
                    + "docs/guide/gpu.md) or auto: cuda where there is one, else cpu (default: auto, and where something "
                    + "is gone on with, what was asked for when it began; retrain takes the device that was used).")
    private Optional<String> device = Optional.empty();

    /** Refuses a name that means none, before anything is read. */
    void check() {
        device.ifPresent(Device::check);
    }

    /** The name that was given; empty when that was left to the machine. */
    Optional<String> given() {
        return device;
    }

    /** As another command takes it. */
    List<String> asArguments() {
        return device.map(name -> List.of("--device", name)).orElse(List.of());
    }

    /** The device to use. Loads the engine. */
    Device device() {
        return Device.named(device.orElse(Device.AUTO));
    }

    /**
     * The device to go on with.
     *
     * @param before what was asked for then; it counts where nothing else is said now
     */
    Device device(Optional<String> before) {
        return Device.named(device.or(() -> before).orElse(Device.AUTO));
    }
}
