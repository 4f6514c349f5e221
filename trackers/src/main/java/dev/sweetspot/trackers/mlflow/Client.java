package dev.sweetspot.trackers.mlflow;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Calls a server of MLflow. */
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String API = "/api/2.0/mlflow/";
    private static final int FIRST_ERROR = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int FIRST_OF_THE_SERVER = 500;
    private static final int LONGEST_ANSWER = 300;

    private final Address address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Client(Address address) {
        this.address = address;
    }

    /**
     * Asks for an experiment by its name.
     *
     * @return empty when there is none
     */
    Optional<Fields> experiment(String name) throws IOException {
        var query = "experiments/get-by-name?experiment_name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        var response = send(request(query).GET().build());
        if (response.statusCode() >= FIRST_ERROR && response.body().contains("RESOURCE_DOES_NOT_EXIST")) {
            return Optional.empty();
        }
        return Optional.of(answer(query, response).map("experiment"));
    }

    /** Does something; the answer is a map, which may be empty. */
    Fields call(String name, Form.MapForm body) throws IOException {
        var request = request(name)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
        return answer(name, send(request.build()));
    }

    private HttpRequest.Builder request(String call) {
        var builder =
                HttpRequest.newBuilder(URI.create(address.base() + API + call)).timeout(PATIENCE);
        address.authorization().ifPresent(value -> builder.header("Authorization", value));
        return builder;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (ConnectException e) {
            throw new IOException("nothing answers at " + address.base(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var ended = new InterruptedIOException("interrupted");
            ended.initCause(e);
            throw ended;
        }
    }

    /** What a server can do nothing about now may go well later; what it refuses, it will refuse again. */
    private Fields answer(String call, HttpResponse<String> response) throws IOException {
        int status = response.statusCode();
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw new InvalidInputException(
                    "mlflow",
                    address.base(),
                    "lets nobody in without a name and a password, or with these (" + status + ")",
                    "mlflow:http://USER:PASSWORD@HOST:PORT, or token:TOKEN in the place of both?");
        }
        if (status == TOO_MANY || status >= FIRST_OF_THE_SERVER) {
            throw new IOException(address.base() + " answers " + status + " to " + call + shortened(response.body()));
        }
        if (status >= FIRST_ERROR) {
            throw new InvalidInputException(
                    "mlflow",
                    address.base(),
                    "refuses " + call + " with " + status + shortened(response.body()),
                    "the address of another server?");
        }
        try {
            return Fields.of(Json.parseMap(response.body(), "answer"));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    "mlflow", address.base(), "does not answer as MLflow does", "the address of another server?");
        }
    }

    private static String shortened(String body) {
        var line = body.replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? "" : ": " + line.substring(0, Math.min(line.length(), LONGEST_ANSWER));
    }
}
