package dev.sweetspot.server;

import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;

/** Looks at a key store before it is served with: what is wrong with it is said in words. */
final class KeyStores {
    /** One with a key and its certificates has some kilobytes. */
    private static final long LARGEST = 16 << 20;

    private static final String OPTION = "--tls-key-store";

    private KeyStores() {}

    /**
     * Whether one can be served with.
     *
     * @throws InvalidInputException when it is not there, is none, is opened by another password, or has no key
     */
    static void check(ServerSettings.KeyStore key) {
        var file = key.file();
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(OPTION, file, "is a folder", "a .p12 file in it?");
        }
        if (!Files.exists(file)) {
            throw new InvalidInputException(OPTION, file, "is not there", "a misspelt path?");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new InvalidInputException(OPTION, file, "is too large for a key store", "another file?");
            }
            var store = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(file)) {
                store.load(in, key.password().toCharArray());
            }
            requireKey(key, store);
        } catch (IOException e) {
            throw unreadable(key, e);
        } catch (GeneralSecurityException e) {
            throw unreadable(key, e);
        }
    }

    private static void requireKey(ServerSettings.KeyStore key, KeyStore store) throws GeneralSecurityException {
        for (var alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                // One that another password guards fails here, and not when the first browser comes.
                store.getKey(alias, key.password().toCharArray());
                return;
            }
        }
        throw new InvalidInputException(
                OPTION, key.file(), "holds no key, only certificates", "openssl pkcs12 -export -inkey KEY -in CERT?");
    }

    private static InvalidInputException unreadable(ServerSettings.KeyStore key, Exception e) {
        if (e instanceof UnrecoverableKeyException || e.getCause() instanceof UnrecoverableKeyException) {
            return new InvalidInputException(
                    "--tls-password = ...: does not open " + key.file()
                            + ". Maybe SWEETSPOT_TLS_PASSWORD is misspelt, or not set?",
                    e);
        }
        var rule = Files.isReadable(key.file())
                ? "is no PKCS12 file that can be read. Maybe keytool -importkeystore -deststoretype PKCS12?"
                : "cannot be read. Maybe its rights?";
        return new InvalidInputException(OPTION + " = " + key.file() + ": " + rule, e);
    }
}
