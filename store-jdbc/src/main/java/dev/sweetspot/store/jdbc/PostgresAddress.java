package dev.sweetspot.store.jdbc;

import dev.sweetspot.form.InvalidInputException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL store is: {@code postgresql://USER:PASSWORD@HOST:PORT/DATABASE?NAME=VALUE&...}, also {@code postgres:}
 * and {@code jdbc:postgresql:}. Three parameters are ours; the driver takes all others ({@code sslmode}, {@code
 * socketTimeout}, ...). Without a password it looks in {@code ~/.pgpass}.
 *
 * @param hosts one or more of {@code HOST:PORT}, with commas
 * @param schema the namespace of the tables ({@code currentSchema}), so that several stores fit into one database
 * @param patience for how long a call waits for a database that does not answer ({@code patience}, in seconds)
 * @param artifacts a folder that all workers see ({@code artifacts}); empty to keep artifacts in the database
 * @param parameters for the driver, the user and the password among them
 */
record PostgresAddress(
        String hosts,
        String database,
        String schema,
        Duration patience,
        Optional<Path> artifacts,
        Map<String, String> parameters) {
    static final String FORM = "postgresql://USER:PASSWORD@HOST:PORT/DATABASE";

    /** A restart, a crash recovery or a switch to another server is through by then, in the usual case. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Pattern SCHEME = Pattern.compile("(jdbc:)?postgres(ql)?:.*", Pattern.DOTALL);
    private static final Pattern WHOLE = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://(?:(?<who>[^/?]*)@)?(?<hosts>[^/?@]*)(?:/(?<database>[^?]*))?(?:\\?(?<rest>.*))?",
            Pattern.DOTALL);

    /** What other programs call it, and what the driver does. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "target_session_attrs", "targetServerType");

    /** Values of {@code target_session_attrs}, as the driver calls them. */
    private static final Map<String, String> OTHER_SERVERS = Map.of(
            "read-write", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    /** A line that is silent for so long is cut: 30 s for an answer, 10 s for a connection. */
    private static final Map<String, String> USUAL = Map.of(
            "ApplicationName", "sweetspot",
            "connectTimeout", "10",
            "socketTimeout", "30",
            "tcpKeepAlive", "true",
            "reWriteBatchedInserts", "true");

    /** Keeps a copy. */
    PostgresAddress {
        parameters = Map.copyOf(parameters);
    }

    static boolean isOne(String address) {
        return SCHEME.matcher(address).matches();
    }

    /** @throws InvalidInputException when it is not of the form */
    static PostgresAddress of(String address) {
        var parts = WHOLE.matcher(address);
        if (!parts.matches()) {
            throw new InvalidInputException("--store", "postgresql:...", "must be " + FORM, "a slash is missing?");
        }
        var given = new LinkedHashMap<String, String>(USUAL);
        var ours = new LinkedHashMap<String, String>();
        for (var pair : Optional.ofNullable(parts.group("rest")).orElse("").split("&", -1)) {
            var name = decoded(pair.replaceFirst("=.*", ""));
            var value = decoded(pair.contains("=") ? pair.substring(pair.indexOf('=') + 1) : "");
            if (name.equals("patience") || name.equals("artifacts") || name.equals("currentSchema")) {
                ours.put(name, value);
            } else if (!name.isEmpty()) {
                var known = name.equals("target_session_attrs") ? OTHER_SERVERS.getOrDefault(value, value) : value;
                given.put(OTHER_NAMES.getOrDefault(name, name), known);
            }
        }
        Optional.ofNullable(parts.group("who")).ifPresent(who -> {
            given.put("user", decoded(who.replaceFirst(":.*", "")));
            if (who.contains(":")) {
                given.put("password", decoded(who.substring(who.indexOf(':') + 1)));
            }
        });
        var hosts = parts.group("hosts");
        var database = decoded(Optional.ofNullable(parts.group("database")).orElse(""));
        return new PostgresAddress(
                hosts.isEmpty() ? "localhost" : hosts,
                database.isEmpty() ? given.getOrDefault("user", "postgres") : database,
                ours.getOrDefault("currentSchema", "sweetspot"),
                patience(ours.get("patience")),
                Optional.ofNullable(ours.get("artifacts")).map(Path::of),
                given);
    }

    private static Duration patience(@Nullable String seconds) {
        if (seconds == null) {
            return PATIENCE;
        }
        if (!seconds.matches("[0-9]{1,6}")) {
            throw new InvalidInputException(
                    "patience", seconds, "must be a whole number of seconds", "patience=300 for five minutes?");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "--store = postgresql:...: a % must be followed by two digits. Maybe %25, for the sign itself?", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    String url() {
        return "jdbc:postgresql://" + hosts + "/" + encoded(database);
    }

    Properties properties() {
        var properties = new Properties();
        properties.putAll(parameters);
        properties.setProperty("currentSchema", quotedSchema());
        return properties;
    }

    /** The schema as a name in a statement. */
    String quotedSchema() {
        return "\"" + schema.replace("\"", "\"\"") + "\"";
    }

    /** As it can be given again, without the password. */
    String shown() {
        var rest = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (!name.equals("user")
                    && !name.toLowerCase(Locale.ROOT).contains("password")
                    && !value.equals(USUAL.get(name))) {
                rest.put(name, value);
            }
        });
        if (!schema.equals("sweetspot")) {
            rest.put("currentSchema", schema);
        }
        if (!patience.equals(PATIENCE)) {
            rest.put("patience", Long.toString(patience.toSeconds()));
        }
        artifacts.ifPresent(folder -> rest.put("artifacts", folder.toString()));
        var user = Optional.ofNullable(parameters.get("user"))
                .map(name -> encoded(name) + "@")
                .orElse("");
        var query = rest.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return "postgresql://" + user + hosts + "/" + encoded(database) + (query.isEmpty() ? "" : "?" + query);
    }
}
