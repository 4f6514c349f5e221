package dev.sweetspot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that other machines reach. */
class TlsTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final String PASSWORD = "secret";

    @TempDir
    private static Path made;

    private static Path key;

    @TempDir
    private Path folder;

    @Test
    void itIsReachedByHttpsAndItsCookieIsForHttpsOnly() throws Exception {
        var settings = new ServerSettings(
                "0.0.0.0", 0, Optional.of(TOKEN), Optional.of(new ServerSettings.KeyStore(key, PASSWORD)), List.of());
        try (var server = WebServer.start(settings, List.of(), Assets.NONE)) {
            assertThat(server.address().getScheme()).isEqualTo("https");
            var client = HttpClient.newBuilder().sslContext(trusting(key)).build();
            var first = send(client, "https://localhost:" + server.port() + "/?token=" + TOKEN);
            assertThat(first.statusCode()).isEqualTo(303);
            assertThat(first.headers().firstValue("Set-Cookie").orElse("")).contains("; Secure");
            assertThat(send(client, "https://localhost:" + server.port() + "/api/openapi.json")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @BeforeAll
    static void makeAKeyStore() throws Exception {
        key = made.resolve("key.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "studio",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        key.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    private static void refused(Path key, String password, String words) {
        var settings = new ServerSettings(
                "127.0.0.1", 0, Optional.empty(), Optional.of(new ServerSettings.KeyStore(key, password)), List.of());
        assertThatThrownBy(
                        () -> WebServer.start(settings, List.of(), Assets.NONE).close())
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(words);
    }

    @Test
    void aKeyStoreThatDoesNotOpenIsRefusedInWords() throws Exception {
        var wrong = "--tls-password = ...: does not open " + key
                + ". Maybe SWEETSPOT_TLS_PASSWORD is misspelt, or not set?";
        refused(key, "wrong", wrong);
        refused(key, "", wrong);
        var bytes = Files.readAllBytes(key);
        var half = Files.write(folder.resolve("half.p12"), Arrays.copyOf(bytes, bytes.length / 2));
        var none = " is no PKCS12 file that can be read. Maybe keytool -importkeystore -deststoretype PKCS12?";
        refused(half, PASSWORD, "--tls-key-store = " + half + ":" + none);
        var text = Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----");
        refused(text, PASSWORD, "--tls-key-store = " + text + ":" + none);
        var empty = Files.createFile(folder.resolve("empty.p12"));
        refused(empty, PASSWORD, "--tls-key-store = " + empty + ":" + none);
        var gone = folder.resolve("gone.p12");
        refused(gone, PASSWORD, "--tls-key-store = " + gone + ": is not there. Maybe a misspelt path?");
        refused(folder, PASSWORD, "--tls-key-store = " + folder + ": is a folder. Maybe a .p12 file in it?");
    }

    @Test
    void aKeyStoreWithoutAKeyIsRefusedInWords() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var file = folder.resolve("certificates.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        refused(
                file,
                PASSWORD,
                "--tls-key-store = " + file + ": holds no key, only certificates. Maybe openssl pkcs12 -export -inkey"
                        + " KEY -in CERT?");
    }

    private static HttpResponse<String> send(HttpClient client, String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static SSLContext trusting(Path key) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(key)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("studio", store.getCertificate("studio"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
