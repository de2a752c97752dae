package org.jibao.reading.apart;

import java.io.IOException;

/**
 * One question and what comes back.
 *
 * @param <T> what is made of it
 */
@FunctionalInterface
public interface Exchange<T> {

    /**
     * Reads the answer from its first byte to its last. May be called twice: for a second process where the first one ended.
     *
     * @throws IOException where the answer breaks off or is not what is agreed upon: the process is ended then
     */
    T read(WireInput answer) throws IOException;
}
