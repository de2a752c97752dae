package org.jibao.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;
import org.jibao.run.OperationalFailure;
import org.jibao.run.UnusableArgument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of a cluster. Its password stands in the environment or in a file, never in the address. The connection
 * is encrypted and the server's certificate checked unless the server is this machine or the address says otherwise.
 *
 * @param properties of the connection, the password among them
 */
record ClusterAddress(String host, int port, String database, Properties properties) {

    static final String PASSWORD = "JIBAO_CLUSTER_PASSWORD";
    static final String PASSWORD_FILE = "JIBAO_CLUSTER_PASSWORD_FILE";

    private static final Wording WORDS = Wording.of(ClusterAddress.class);
    private static final Logger LOG = LoggerFactory.getLogger(ClusterAddress.class);

    /** What an address may say. The driver knows more, some of which makes objects of any class. */
    private static final Set<String> KNOWN = Set.of("sslmode", "sslrootcert", "sslcert", "sslkey");

    private static final Set<String> MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private static final int USUAL_PORT = 5432;

    /** @throws UnusableArgument where the address is none, holds a password, or says what is not known */
    static ClusterAddress of(String text, Map<String, String> environment) {
        URI uri = uri(text);
        Properties properties = new Properties();
        if (uri.getUserInfo() != null) {
            properties.setProperty("user", uri.getUserInfo());
        }
        options(uri.getRawQuery(), properties);
        properties.putIfAbsent("sslmode", isThisMachine(uri.getHost()) ? "prefer" : "verify-full");
        password(environment, properties);
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return new ClusterAddress(uri.getHost(), port, uri.getPath().substring(1), properties);
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            boolean whole = ("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getPath() != null
                    && uri.getPath().matches("/[A-Za-z0-9_.-]+")
                    && uri.getFragment() == null;
            if (!whole) {
                throw new UnusableArgument(WORDS.text("address.none", masked(text)));
            }
            if (uri.getUserInfo() != null && uri.getUserInfo().contains(":")) {
                throw new UnusableArgument(WORDS.text("address.password", masked(text), PASSWORD, PASSWORD_FILE));
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new UnusableArgument(WORDS.text("address.none", masked(text)));
        }
    }

    private static void options(@Nullable String query, Properties properties) {
        if (query == null) {
            return;
        }
        for (String option : query.split("&", -1)) {
            int sign = option.indexOf('=');
            String name = sign < 0 ? option : option.substring(0, sign);
            String value = sign < 0 ? "" : URLDecoder.decode(option.substring(sign + 1), StandardCharsets.UTF_8);
            if (!KNOWN.contains(name) || name.equals("sslmode") && !MODES.contains(value)) {
                throw new UnusableArgument(WORDS.text("address.option", name, String.join(", ", KNOWN)));
            }
            properties.setProperty(name, value);
        }
    }

    private static void password(Map<String, String> environment, Properties properties) {
        String given = environment.get(PASSWORD);
        String file = environment.get(PASSWORD_FILE);
        if (given != null) {
            properties.setProperty("password", given);
        } else if (file != null) {
            try {
                Path path = Path.of(file);
                if (OwnFiles.isOpenToOthers(path)) {
                    LOG.warn("others can read the password file {}: run chmod 600 {}", path, path);
                }
                properties.setProperty("password", Files.readString(path).strip());
            } catch (IOException | IllegalArgumentException e) {
                throw new OperationalFailure(WORDS.text("address.password-file", PASSWORD_FILE, file, e), e);
            }
        }
    }

    /** By its name alone: looking a name up would ask the network. */
    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** Without what may be a password. */
    private static String masked(String text) {
        return text.replaceAll("//[^/@]*@", "//***@").replaceAll("\\?.*", "?…");
    }

    String url() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** For people: without user and password. */
    @Override
    public String toString() {
        return "postgresql://" + host + ":" + port + "/" + database;
    }
}
