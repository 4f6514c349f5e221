package dev.sweetspot.trackers.mlflow;

import dev.sweetspot.form.InvalidInputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a server of MLflow is, and what it is told of who asks.
 *
 * @param base "http://host:5000", without a slash at its end
 * @param authorization the header of that name; empty where nobody has to say who he is
 * @param experiment the name of the experiment; empty for the study's
 */
record Address(String base, Optional<String> authorization, Optional<String> experiment) {
    private static final String EXAMPLE = "mlflow:http://localhost:5000?";

    /**
     * As people write it: {@code http://HOST:PORT}, with {@code USER:PASSWORD@} or {@code token:TOKEN@} before the host where
     * the server asks for it, and {@code #EXPERIMENT} behind.
     */
    static Address parse(String text) {
        try {
            var uri = new URI(text);
            if (uri.getHost() == null
                    || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    || uri.getRawQuery() != null) {
                throw wrong(text);
            }
            var path = Optional.ofNullable(uri.getRawPath()).orElse("").replaceAll("/+$", "");
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return new Address(
                    uri.getScheme() + "://" + uri.getHost() + port + path,
                    Optional.ofNullable(uri.getUserInfo()).map(Address::header),
                    Optional.ofNullable(uri.getFragment()).filter(name -> !name.isBlank()));
        } catch (URISyntaxException e) {
            throw wrong(text);
        }
    }

    private static String header(String user) {
        return user.startsWith("token:")
                ? "Bearer " + user.substring("token:".length())
                : "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    private static InvalidInputException wrong(String text) {
        return new InvalidInputException(
                "mlflow", text.replaceAll("//[^/@]*@", "//...@"), "is no address of a server", EXAMPLE);
    }
}
