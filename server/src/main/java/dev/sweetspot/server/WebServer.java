package dev.sweetspot.server;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server: listens, lets in who may ask, and hands requests to the resources. */
public final class WebServer implements AutoCloseable {
    private static final int MOST_THREADS = 40;
    private static final int MOST_CONNECTIONS = 256;
    private static final int HEADER_BYTES = 16 * 1024;
    private static final long IDLE_MILLIS = 30_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Server server;
    private final LiveHub hub;
    private final List<Resource> resources;
    private final ServerSettings settings;
    private final int port;

    private WebServer(Server server, LiveHub hub, List<Resource> resources, ServerSettings settings, int port) {
        this.server = server;
        this.hub = hub;
        this.resources = resources;
        this.settings = settings;
        this.port = port;
    }

    /**
     * Listens from now on, until it is closed.
     *
     * @param resources what it answers about; closed with it
     * @param assets the files of its page
     * @throws InvalidInputException when it cannot listen there
     */
    public static WebServer start(ServerSettings settings, List<Resource> resources, Assets assets) {
        return start(settings, resources, assets, PATIENCE);
    }

    /** @param patience how long a page that follows events may read nothing of them */
    static WebServer start(ServerSettings settings, List<Resource> resources, Assets assets, Duration patience) {
        var own = new OwnRoutes(resources);
        var router = new Router(own.all());
        var threads = new QueuedThreadPool(MOST_THREADS, 4);
        threads.setName("sweetspot-http");
        threads.setDaemon(true);
        var server = new Server(threads);
        server.setStopTimeout(0);
        server.setErrorHandler(WebServer::complain);
        var connector = connector(server, settings);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        var hub = new LiveHub(resources, patience);
        try {
            connector.open();
            var gate = new Gate(settings, connector.getLocalPort());
            server.setHandler(new Exchange(gate, router, assets, hub));
            server.start();
            return new WebServer(server, hub, List.copyOf(resources), settings, connector.getLocalPort());
        } catch (Exception e) {
            hub.close();
            stop(server);
            throw new InvalidInputException(
                    (settings.port() == 0 ? "--host = " + settings.host() : "--port = " + settings.port())
                            + ": cannot be listened on (" + innermost(e)
                            + "). Maybe another one is running there, or --port 0?",
                    e);
        }
    }

    private static ServerConnector connector(Server server, ServerSettings settings) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        // Segments are told apart before they are decoded, so that nothing in a name can be taken for another path.
        http.setUriCompliance(UriCompliance.UNSAFE);
        var plain = new HttpConnectionFactory(http);
        var factories = settings.tls().map(key -> secure(key, http, plain)).orElse(new ConnectionFactory[] {plain});
        var connector = new ServerConnector(server, 1, 2, factories);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        return connector;
    }

    private static ConnectionFactory[] secure(
            ServerSettings.KeyStore key, HttpConfiguration http, HttpConnectionFactory plain) {
        KeyStores.check(key);
        // Who asks by an address and not by a name gets the same certificate; the Host is looked at by the gate.
        http.addCustomizer(new SecureRequestCustomizer(false));
        var context = new SslContextFactory.Server();
        context.setKeyStoreType("PKCS12");
        context.setKeyStorePath(key.file().toAbsolutePath().toString());
        context.setKeyStorePassword(key.password());
        return new ConnectionFactory[] {new SslConnectionFactory(context, plain.getProtocol()), plain};
    }

    /** What is so wrong that no request was made of it. */
    private static boolean complain(Request request, Response response, Callback callback) {
        Responses.guard(response, false);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Route.JSON);
        var answer = Failures.answer(response.getStatus(), "request: is no HTTP request that is understood here.");
        var text = Json.write(answer.form());
        Content.Sink.write(response, true, text, callback);
        return true;
    }

    /** Where people find it: "http://127.0.0.1:8080/"; with the token, where one is asked for. */
    public URI address() {
        var host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        var scheme = settings.tls().isPresent() ? "https" : "http";
        var query = settings.token().map(token -> "?token=" + token).orElse("");
        return URI.create(scheme + "://" + host + ":" + port + "/" + query);
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** Waits until it is closed. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        hub.close();
        stop(server);
        resources.forEach(Resource::close);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            System.getLogger(WebServer.class.getName()).log(System.Logger.Level.DEBUG, "not stopped in order", e);
        }
    }

    private static String innermost(Throwable e) {
        var first = e;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first.getMessage() == null ? first.toString() : first.getMessage();
    }
}
