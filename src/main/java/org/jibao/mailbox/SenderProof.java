package org.jibao.mailbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.mailbook.MailRecord.Proof;

/**
 * What the receiving server found out about the address in {@code From}, by its {@code Authentication-Results} (RFC
 * 8601). Only the first such header under a name of that server counts: a server puts its own on top, and what stands
 * below came with the mail. DMARC (RFC 7489) decides where the server says it; else a DKIM signature (RFC 6376) or an
 * SPF pass (RFC 7208) of a domain that is the address's own, or above or below it.
 *
 * @param words such as {@code dmarc=pass (mx.example.cn)}; empty where nothing counts
 */
record SenderProof(Proof proof, String words) {

    private static final SenderProof NOTHING = new SenderProof(Proof.CLAIMED, "");

    private static final Pattern METHOD =
            Pattern.compile("\\A([A-Za-z0-9-]++)\\s*+(?:/\\s*+\\d++\\s*+)?=\\s*+([A-Za-z]++)");
    private static final Pattern PROPERTY = Pattern.compile(
            "(?<![A-Za-z0-9-])([A-Za-z0-9-]++\\s*+\\.\\s*+[A-Za-z0-9-]++)\\s*+=\\s*+(\"[^\"]*+\"|[^\\s;]++)");

    /** One finding of the server: a method, its result, and what it is about. */
    private record Result(String method, String result, Map<String, String> properties) {

        String domain(String... names) {
            for (String name : names) {
                String value = properties.get(name);
                if (value != null) {
                    return value.substring(value.lastIndexOf('@') + 1);
                }
            }
            return "";
        }
    }

    /**
     * Judges an address.
     *
     * @param from the one address of {@code From}; empty where there is none
     * @param headers {@code Authentication-Results}, the topmost first
     * @param servers names of the receiving server
     */
    static SenderProof of(String from, List<String> headers, List<String> servers) {
        int at = from.lastIndexOf('@');
        if (at < 0) {
            return NOTHING;
        }
        String domain = from.substring(at + 1).toLowerCase(Locale.ROOT);
        for (String header : headers) {
            String plain = withoutComments(header);
            String server = server(plain);
            if (servers.stream().anyMatch(server::equalsIgnoreCase)) {
                return judged(results(plain), domain, server);
            }
        }
        return NOTHING;
    }

    private static SenderProof judged(List<Result> results, String domain, String server) {
        for (Result result : results) {
            String about = result.domain("header.from");
            if (result.method().equals("dmarc") && (about.isEmpty() || about.equals(domain))) {
                Proof proof =
                        switch (result.result()) {
                            case "pass" -> Proof.PROVEN;
                            case "fail" -> Proof.REFUTED;
                            default -> Proof.CLAIMED;
                        };
                if (proof != Proof.CLAIMED) {
                    return new SenderProof(proof, "dmarc=" + result.result() + " (" + server + ")");
                }
            }
        }
        return aligned(results, domain, server);
    }

    private static SenderProof aligned(List<Result> results, String domain, String server) {
        SenderProof found = NOTHING;
        for (Result result : results) {
            boolean signed = result.method().equals("dkim") && isOf(domain, result.domain("header.d", "header.i"));
            boolean sent = result.method().equals("spf") && isOf(domain, result.domain("smtp.mailfrom", "smtp.from"));
            if ((signed || sent) && result.result().equals("pass")) {
                return new SenderProof(Proof.PROVEN, result.method() + "=pass (" + server + ")");
            }
            if (sent && result.result().equals("fail")) {
                found = new SenderProof(Proof.REFUTED, "spf=fail (" + server + ")");
            }
        }
        return found;
    }

    /**
     * Whether one of two domains is the other, or lies in it. One of a single label, such as {@code cn}, proves
     * nothing.
     */
    private static boolean isOf(String domain, String other) {
        return other.indexOf('.') > 0
                && (domain.equals(other) || domain.endsWith("." + other) || other.endsWith("." + domain));
    }

    private static String server(String header) {
        int end = header.indexOf(';');
        String first = (end < 0 ? header : header.substring(0, end)).strip();
        int space = first.indexOf(' ');
        return (space < 0 ? first : first.substring(0, space)).toLowerCase(Locale.ROOT);
    }

    private static List<Result> results(String header) {
        List<Result> results = new ArrayList<>();
        String[] parts = header.split(";");
        for (int i = 1; i < parts.length; i++) {
            Matcher method = METHOD.matcher(parts[i].strip());
            if (method.lookingAt()) {
                Map<String, String> properties = new HashMap<>();
                Matcher property = PROPERTY.matcher(parts[i]);
                while (property.find()) {
                    String value = property.group(2).replace("\"", "").toLowerCase(Locale.ROOT);
                    properties.putIfAbsent(
                            property.group(1).replaceAll("\\s", "").toLowerCase(Locale.ROOT), value);
                }
                results.add(new Result(
                        method.group(1).toLowerCase(Locale.ROOT),
                        method.group(2).toLowerCase(Locale.ROOT),
                        properties));
            }
        }
        return results;
    }

    /** Comments may hold anything, such as other results; they may lie in each other. */
    private static String withoutComments(String header) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char sign = header.charAt(i);
            if (sign == '\\' && (quoted || depth > 0)) {
                i++;
            } else if (sign == '"' && depth == 0) {
                quoted = !quoted;
                plain.append(sign);
            } else if (sign == '(' && !quoted) {
                depth++;
            } else if (sign == ')' && !quoted && depth > 0) {
                depth--;
            } else if (depth == 0) {
                plain.append(quoted && sign == ';' ? ' ' : sign);
            }
        }
        return plain.toString();
    }
}
