package org.jibao.reading.apart;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.SynchronousQueue;

/**
 * The process apart from within: takes one question after another from standard input and answers on standard output. Ends at
 * once when the other side is gone, in the middle of a work too, and at anything that a work throws.
 */
public final class ChildLoop {

    static final long HELLO = 0x4A69_6261_6F31L;

    private static final int BUFFER = 1 << 16;
    private static final int FAULT = 4;

    /** Deep nesting is most often what a library recurses over. Taken from the machine only as far as it is used. */
    private static final long STACK = 32L << 20;

    private final Service service;
    private final WireOutput answers;
    private final SynchronousQueue<Question> questions = new SynchronousQueue<>();

    private record Question(byte[] head, byte[] body) {}

    /** What the process does. */
    @FunctionalInterface
    public interface Service {

        /**
         * Whatever is thrown ends the process.
         *
         * @param body what follows the head of the question
         */
        void answer(WireInput head, byte[] body, WireOutput answer) throws Exception;
    }

    private ChildLoop(Service service, WireOutput answers) {
        this.service = service;
        this.answers = answers;
    }

    /** To be called first: from then on nothing that is printed reaches the pipe. Does not return. */
    public static void serve(Service service) {
        WireOutput answers = new WireOutput(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER));
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        ChildLoop loop = new ChildLoop(service, answers);
        Thread worker = new Thread(null, loop::work, "work", STACK);
        worker.setDaemon(true);
        worker.start();
        loop.take();
    }

    private void take() {
        try (DataInputStream input = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            answers.longNumber(HELLO);
            answers.flush();
            while (true) {
                questions.put(new Question(part(input), part(input)));
            }
        } catch (IOException | InterruptedException | RuntimeException otherSideIsGone) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static byte[] part(DataInputStream input) throws IOException {
        int length = input.readInt();
        byte[] part = input.readNBytes(length);
        if (part.length < length) {
            throw new EOFException("the pipe ended");
        }
        return part;
    }

    private void work() {
        try {
            while (true) {
                Question question = questions.take();
                WireInput head = new WireInput(new ByteArrayInputStream(question.head()));
                service.answer(head, question.body(), answers);
                answers.flush();
            }
        } catch (Throwable thrown) {
            report(thrown);
            Runtime.getRuntime().halt(FAULT);
        }
    }

    /** Kinds and places; never words, which may quote a cell. */
    private static void report(Throwable thrown) {
        StringBuilder kinds = new StringBuilder("ended by ");
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 4; depth++) {
            StackTraceElement[] trace = cause.getStackTrace();
            kinds.append(depth == 0 ? "" : " < ").append(cause.getClass().getName());
            kinds.append(trace.length == 0 ? "" : " at " + trace[0]);
            cause = cause.getCause();
        }
        System.err.println(kinds);
    }
}
