package dev.sweetspot.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, from its jar. */
final class Version implements IVersionProvider {
    static final String OF_SWEETSPOT = Optional.ofNullable(
                    Version.class.getPackage().getImplementationVersion())
            .orElse("from its classes");

    @Override
    public String[] getVersion() {
        return new String[] {"sweetspot " + OF_SWEETSPOT};
    }
}
