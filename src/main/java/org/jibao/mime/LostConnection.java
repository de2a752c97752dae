package org.jibao.mime;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells faults of the way to a server from those of a mail: the mail may be read again another time. */
public final class LostConnection {

    private static final int DEEPEST = 20;

    private LostConnection() {}

    /** Whether a fault, or what lies behind it, is one of the way to the server. */
    public static boolean caused(Throwable fault) {
        @Nullable Throwable cause = fault;
        for (int i = 0; cause != null && i < DEEPEST; i++) {
            if (isOne(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    static MessagingException of(Exception fault) {
        return fault instanceof MessagingException lost ? lost : new MessagingException("connection lost", fault);
    }

    private static boolean isOne(Throwable fault) {
        return fault instanceof FolderClosedException
                || fault instanceof StoreClosedException
                || fault instanceof MessageRemovedException
                || fault instanceof ConnectionException
                || fault instanceof SocketException
                || fault instanceof InterruptedIOException;
    }
}
