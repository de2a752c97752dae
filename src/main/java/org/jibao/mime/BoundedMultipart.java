package org.jibao.mime;

import jakarta.activation.DataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jibao.mime.LeftPart.Why;
import org.jspecify.annotations.Nullable;

/** The parts of a message as far as they are whole and within the bounds. */
final class BoundedMultipart extends MimeMultipart {

    private final Gathering found;
    private @Nullable Why failure;

    /** @param body that shares its bytes */
    BoundedMultipart(String contentType, InputStream body, Gathering found) throws MessagingException {
        super(new Body(contentType, body));
        this.found = found;
    }

    @Override
    protected void initializeProperties() {
        ignoreMissingEndBoundary = true;
        ignoreMissingBoundaryParameter = true;
        ignoreExistingBoundaryParameter = false;
        allowEmpty = true;
    }

    @Override
    protected synchronized void parse() throws MessagingException {
        if (parsed) {
            return;
        }
        try {
            super.parse();
        } catch (MessagingException | RuntimeException e) {
            parsed = true;
            complete = false;
            failure = e instanceof BoundException bound ? bound.why : Why.DAMAGED;
        }
    }

    @Override
    protected MimeBodyPart createMimeBodyPart(InputStream stream) throws MessagingException {
        if (!found.visit()) {
            throw new BoundException(Why.TOO_MANY);
        }
        try {
            MessageBytes.measure(((SharedByteArrayInputStream) stream).newStream(0, -1), found);
        } catch (PartDamage e) {
            throw new BoundException(e.why());
        } catch (IOException e) {
            throw new MessagingException("header", e);
        }
        return super.createMimeBodyPart(stream);
    }

    /** Those that were read. */
    List<BodyPart> whole() throws MessagingException {
        List<BodyPart> whole = new ArrayList<>();
        for (int i = 0; i < getCount(); i++) {
            whole.add(getBodyPart(i));
        }
        return whole;
    }

    /** Why others were not, or null. */
    @Nullable
    Why failure() throws MessagingException {
        return getCount() == 0 && failure == null ? Why.DAMAGED : failure;
    }

    /** A bound that is passed ends the reading of these parts. */
    private static final class BoundException extends MessagingException {
        private static final long serialVersionUID = 1L;
        private final Why why;

        BoundException(Why why) {
            super(why.name());
            this.why = why;
        }
    }

    /** Bytes with the header that says how they are divided. */
    private record Body(String contentType, InputStream stream) implements DataSource {

        @Override
        public InputStream getInputStream() {
            return stream;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("only read");
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public String getName() {
            return "";
        }
    }
}
