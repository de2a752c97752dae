package org.jibao.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimePart;
import java.util.Objects;
import org.eclipse.angus.mail.imap.IMAPBodyPart;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a part says. For a part on a server, only the description that the server has of it is fetched.
 *
 * @param type in lower case
 * @param contentType the whole header
 */
record PartHead(
        String type,
        String contentType,
        String given,
        String charset,
        @Nullable String encoding,
        boolean attached,
        boolean inline,
        boolean embedded,
        boolean onServer) {

    static PartHead of(MimePart part, Place place) throws MessagingException {
        boolean onServer = part instanceof IMAPBodyPart || part instanceof IMAPMessage;
        String type = onServer ? part.getContentType() : part.getHeader("Content-Type", null);
        String disposition = onServer ? part.getDisposition() : part.getHeader("Content-Disposition", null);
        HeaderParameters kind = HeaderParameters.of(type);
        HeaderParameters use = HeaderParameters.of(disposition);
        String given = onServer
                ? HeaderParameters.words(Objects.requireNonNullElse(part.getFileName(), ""))
                : use.get("filename");
        return new PartHead(
                kind.value().isEmpty() ? withoutType(place) : kind.value().contains("/") ? kind.value() : "",
                Objects.requireNonNullElse(type, ""),
                given.isBlank() ? kind.get("name") : given,
                kind.get("charset"),
                onServer ? part.getEncoding() : part.getHeader("Content-Transfer-Encoding", null),
                use.value().equals("attachment"),
                use.value().equals("inline"),
                part.getContentID() != null,
                onServer);
    }

    private static String withoutType(Place place) {
        return place.within().equals("multipart/digest") ? "message/rfc822" : "text/plain";
    }

    Leaf leaf(MimePart part, Place place) throws MessagingException {
        boolean shown = inline || embedded || place.within().equals("multipart/related");
        long encoded = onServer ? Math.max(0, part.getSize()) : -1;
        long size = onServer && TransferDecoding.isBase64(encoding) ? encoded * 57 / 78 : encoded;
        return new Leaf(
                type,
                given,
                charset,
                attached,
                shown && !attached,
                size,
                () -> TransferDecoding.decode(RawBytes.opened(part, onServer), encoding));
    }
}
