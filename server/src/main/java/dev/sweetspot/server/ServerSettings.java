package dev.sweetspot.server;

import dev.sweetspot.form.InvalidInputException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the server listens, and who may ask it.
 *
 * @param host a name or an address of this machine: "127.0.0.1" is reached from this machine only
 * @param port from 0 to 65535; 0 for any that is free
 * @param token what who asks has to know; empty where everybody of this machine may
 * @param tls what it proves its name with; empty for plain HTTP
 * @param names other names by which it is reached: that of a proxy, say
 */
public record ServerSettings(
        String host, int port, Optional<String> token, Optional<KeyStore> tls, List<String> names) {
    private static final int SHORTEST_TOKEN = 16;

    /** A PKCS12 file with the key and the certificate. */
    public record KeyStore(Path file, String password) {
        @Override
        public String toString() {
            return file.toString();
        }
    }

    /**
     * Keeps a copy.
     *
     * @throws InvalidInputException when other machines could reach it without a token and TLS, or the token can be guessed
     */
    public ServerSettings {
        names = List.copyOf(names);
        if (port < 0 || port > 65535) {
            throw new InvalidInputException("--port", port, "must be from 0 to 65535", "0 for any that is free?");
        }
        if (token.filter(text -> text.length() < SHORTEST_TOKEN).isPresent()) {
            throw new InvalidInputException(
                    "--token", "...", "must have at least " + SHORTEST_TOKEN + " characters", "openssl rand -hex 16?");
        }
        if (token.filter(text -> !text.matches("[A-Za-z0-9._~-]+")).isPresent()) {
            throw new InvalidInputException(
                    "--token", "...", "must be of letters, digits and . _ ~ - only", "openssl rand -hex 16?");
        }
        if (!isLoopback(host) && (token.isEmpty() || tls.isEmpty())) {
            throw new InvalidInputException(
                    "--host",
                    host,
                    "is reached from other machines, and then needs " + missing(token.isEmpty(), tls.isEmpty()),
                    "127.0.0.1, and ssh -L from elsewhere?");
        }
    }

    /** On this machine, for this machine only. */
    public static ServerSettings local(int port) {
        return new ServerSettings("127.0.0.1", port, Optional.empty(), Optional.empty(), List.of());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return host + ":" + port;
    }

    private static String missing(boolean token, boolean tls) {
        return token && tls ? "--token and --tls-key-store" : token ? "--token" : "--tls-key-store";
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new InvalidInputException("--host", host, "is no name or address of this machine", "127.0.0.1?");
        }
    }
}
