package org.jibao.desk.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jibao.finding.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A web server on the loopback address of this machine, at a free port, for the pages it is given. */
public final class DeskServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeskServer.class);

    /** Enough for a browser's six connections twice over, of which some wait for events. */
    private static final int THREADS = 24;

    private static final int HEADER_BYTES = 16 * 1024;
    private static final Duration QUIET_CONNECTION = Duration.ofMinutes(2);

    private final Server server;
    private final ServerConnector connector;
    private final Sessions sessions;
    private final AtomicLong lastCall = new AtomicLong(System.nanoTime());

    private DeskServer(Server server, ServerConnector connector, Sessions sessions) {
        this.server = server;
        this.connector = connector;
        this.sessions = sessions;
    }

    /**
     * Starts it.
     *
     * @param port 0 for any that is free
     * @param language in which a new browser is spoken to
     * @param folder in which files of forms wait
     * @throws IOException where the port is taken, or the machine allows none
     */
    public static DeskServer start(int port, Pages pages, Language language, Path folder, UploadLimits limits)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 3);
        threads.setName("desk");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(QUIET_CONNECTION.toMillis());
        server.addConnector(connector);
        server.setErrorHandler((request, response, callback) -> {
            // What the server itself refuses, such as a broken request line, is answered with its status alone.
            callback.succeeded();
            return true;
        });
        Sessions sessions = new Sessions(language);
        DeskServer desk = new DeskServer(server, connector, sessions);
        try {
            connector.open();
            RequestGuard guard = new RequestGuard(connector.getLocalPort(), sessions);
            server.setHandler(desk.new Answering(pages, guard, new CallReader(guard, folder, limits), language));
            server.start();
        } catch (Exception e) {
            desk.close();
            throw e instanceof IOException known ? known : new IOException(e);
        }
        return desk;
    }

    /** Where a browser begins; with the token until that was used. */
    public String address() {
        String address = "http://127.0.0.1:" + connector.getLocalPort() + "/";
        return sessions.token().map(token -> address + "?token=" + token).orElse(address);
    }

    /** How long no request has come. */
    public Duration quiet() {
        return Duration.ofNanos(System.nanoTime() - lastCall.get());
    }

    /** Ends connections and listens no more. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception atTheEnd) {
            LOG.warn("the desk's server did not end cleanly", atTheEnd);
        }
    }

    /** Passes requests through the guard, and writes what the pages answer. */
    private final class Answering extends Handler.Abstract {

        private final Pages pages;
        private final RequestGuard guard;
        private final CallReader reader;
        private final Language language;

        Answering(Pages pages, RequestGuard guard, CallReader reader, Language language) {
            this.pages = pages;
            this.guard = guard;
            this.reader = reader;
            this.language = language;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            lastCall.set(System.nanoTime());
            try {
                write(answer(request, response), request, response);
                callback.succeeded();
            } catch (EofException gone) {
                callback.failed(gone);
            } catch (IOException e) {
                LOG.debug("an answer was not taken", e);
                callback.failed(e);
            } finally {
                lastCall.set(System.nanoTime());
            }
            return true;
        }

        private Answer answer(Request request, Response response) {
            try {
                guard.host(request);
                return guarded(request, response);
            } catch (RefusedCall refused) {
                return refused(refused.refusal(), request);
            } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError fault) {
                LOG.error("the desk could not answer {}", request.getHttpURI().getPath(), fault);
                return refused(Refusal.OWN_FAULT, request);
            }
        }

        private Answer guarded(Request request, Response response) {
            String method = request.getMethod();
            boolean changes = method.equals("POST");
            if (!changes && !method.equals("GET") && !method.equals("HEAD")) {
                throw new RefusedCall(Refusal.WRONG_METHOD);
            }
            Answer asset = asset(request);
            if (asset != null) {
                return asset;
            }
            guard.origin(request, changes);
            Fields query = Request.extractQueryParameters(request);
            String token = query.getValue("token");
            if (token != null && !changes && CallReader.path(request).isEmpty()) {
                return begun(request, response, token);
            }
            Session session = guard.session(request);
            return pages.answer(changes ? reader.posted(request, session) : reader.read(request, session));
        }

        private @Nullable Answer asset(Request request) {
            java.util.List<String> path = CallReader.path(request);
            return path.size() == 2 && path.get(0).equals("asset") ? pages.asset(path.get(1)) : null;
        }

        /** The first address: its token becomes a cookie, which pages elsewhere neither see nor send. */
        private Answer begun(Request request, Response response, String token) {
            String key = sessions.redeem(token).orElse(null);
            if (key == null) {
                // The officer may have loaded the first address again.
                if (guard.sessionIfAny(request).isPresent()) {
                    return Answer.to("/");
                }
                throw new RefusedCall(Refusal.USED_ADDRESS);
            }
            Response.addCookie(
                    response,
                    HttpCookie.build(guard.cookie(), key)
                            .path("/")
                            .httpOnly(true)
                            .sameSite(HttpCookie.SameSite.STRICT)
                            .build());
            return Answer.to("/");
        }

        private Answer refused(Refusal why, Request request) {
            Language spoken = guard.sessionIfAny(request).map(Session::language).orElse(language);
            return pages.refused(why, spoken);
        }

        private void write(Answer answer, Request request, Response response) throws IOException {
            response.setStatus(answer.status());
            Headers.all(response);
            answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            if (answer.status() == Refusal.TOO_LARGE.status() || answer.status() == Refusal.BROKEN_OFF.status()) {
                // What is still being sent is not read.
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
            }
            if (request.getMethod().equals("HEAD")) {
                return;
            }
            try (OutputStream stream = Content.Sink.asOutputStream(response)) {
                answer.body().to(stream);
            }
        }
    }

    /** What every answer says to a browser. */
    private static final class Headers {

        static void all(Response response) {
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            response.getHeaders().put("X-Frame-Options", "DENY");
            response.getHeaders().put("Referrer-Policy", "same-origin");
            response.getHeaders().put("Cross-Origin-Opener-Policy", "same-origin");
            response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
            response.getHeaders().put("Cache-Control", "no-store");
            response.getHeaders().put("Content-Security-Policy", Answer.OWN_PAGE);
        }
    }
}
