package org.jibao.reading.workbook;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Files that turn out to need much memory are read one at a time, whatever their size on disk: a megabyte may unpack to
 * hundreds. A thread waits here with what it holds already, which is little.
 */
public final class OneLargeFile {

    private static final ReentrantLock READING = new ReentrantLock();

    private OneLargeFile() {}

    /** Waits until no other file is in the way; gives the nanoseconds that it took. */
    static long enter() {
        if (READING.isHeldByCurrentThread()) {
            return 0;
        }
        long begun = System.nanoTime();
        READING.lock();
        return System.nanoTime() - begun;
    }

    /** To be called when nothing of the file is held any more, whether it was large or not. */
    public static void leave() {
        while (READING.isHeldByCurrentThread()) {
            READING.unlock();
        }
    }
}
