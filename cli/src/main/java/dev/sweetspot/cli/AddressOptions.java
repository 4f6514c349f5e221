package dev.sweetspot.cli;

import dev.sweetspot.server.ServerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a server of ours is reached, and what who asks has to know, for every command that serves. */
final class AddressOptions {
    @Option(
            names = "--host",
            paramLabel = "HOST",
            description =
                    "The name or address of this machine that it listens on (default: ${DEFAULT-VALUE}, which only this "
                            + "machine reaches). Another one needs --token and --tls-key-store.",
            defaultValue = "127.0.0.1")
    private String host = "127.0.0.1";

    @Option(
            names = "--token",
            paramLabel = "TEXT",
            description = "What who asks has to know; it is part of the address that is printed. Better given as "
                    + "SWEETSPOT_TOKEN, which other users of the machine do not see.")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--tls-key-store",
            paramLabel = "FILE",
            description = "A PKCS12 file with a key and its certificate: serves HTTPS.")
    private Optional<Path> keyStore = Optional.empty();

    @Option(
            names = "--tls-password",
            paramLabel = "TEXT",
            description = "Opens it. Better given as SWEETSPOT_TLS_PASSWORD.",
            defaultValue = "")
    private String password = "";

    /** The server at a port; 0 for any that is free. */
    ServerSettings at(int port) {
        return new ServerSettings(
                host, port, token, keyStore.map(file -> new ServerSettings.KeyStore(file, password)), List.of());
    }
}
