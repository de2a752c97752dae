package org.jibao.desk.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before a page sees it. The desk listens on this machine alone; but any page in the
 * officer's browser can send it requests, and a name that its owner points here can make the browser take the desk for
 * a part of that page.
 */
final class RequestGuard {

    /** Browsers say where a request comes from: from the desk itself, or from the address bar. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final Set<String> hosts;
    private final String cookie;
    private final Sessions sessions;

    /**
     * @param port at which the desk listens; cookies of one machine are shared by all ports, so that its name has it
     */
    RequestGuard(int port, Sessions sessions) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.cookie = "jibao-desk-" + port;
        this.sessions = sessions;
    }

    String cookie() {
        return cookie;
    }

    /** Of requests for anything, the style sheet included. */
    void host(Request request) {
        List<String> given = request.getHeaders().getValuesList(HttpHeader.HOST);
        if (given.size() != 1 || !hosts.contains(given.get(0))) {
            throw new RefusedCall(Refusal.WRONG_HOST);
        }
    }

    /** What changes something is asked for by a page of the desk; what is read, by such a page or by the officer. */
    void origin(Request request, boolean changes) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (changes && (origin == null || !isOwn(origin)) || origin != null && !isOwn(origin)) {
            throw new RefusedCall(Refusal.WRONG_ORIGIN);
        }
        String site = request.getHeaders().get("Sec-Fetch-Site");
        boolean address = !changes && "navigate".equals(request.getHeaders().get("Sec-Fetch-Mode"));
        if (site != null && !OWN_SITES.contains(site) && !address) {
            throw new RefusedCall(Refusal.WRONG_ORIGIN);
        }
    }

    private boolean isOwn(String origin) {
        return hosts.stream().anyMatch(host -> origin.equals("http://" + host));
    }

    /** The browser's session, by its cookie. */
    Session session(Request request) {
        return Request.getCookies(request).stream()
                .filter(one -> one.getName().equals(cookie))
                .map(HttpCookie::getValue)
                .flatMap(key -> sessions.of(key).stream())
                .findFirst()
                .orElseThrow(() -> new RefusedCall(Refusal.NO_SESSION));
    }

    Optional<Session> sessionIfAny(Request request) {
        try {
            return Optional.of(session(request));
        } catch (RefusedCall none) {
            return Optional.empty();
        }
    }

    /** What a form sent as its token. */
    void csrf(Session session, @Nullable String given) {
        if (given == null || !Sessions.same(session.csrf(), given)) {
            throw new RefusedCall(Refusal.WRONG_TOKEN);
        }
    }
}
