package org.jibao.reading.apart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jibao.reading.apart.Child.ProcessSettings;

/** A process apart that does to itself what it is asked to. */
public final class UnrulyChild {

    private UnrulyChild() {}

    public static void main(String[] none) {
        ChildLoop.serve(UnrulyChild::answer);
    }

    private static void answer(WireInput question, byte[] none, WireOutput answer) throws IOException {
        String what = question.text(1 << 10);
        answer.tag(1);
        misbehave(what);
        answer.text(what + " " + ProcessHandle.current().pid());
    }

    /** Does what a file's name says; nothing for any other. */
    public static void misbehave(String what) throws IOException {
        switch (what.replaceAll("[^a-z]", "")) {
            case "hang" -> hang();
            case "memory" -> eat();
            case "overflow" -> recurse(0);
            case "exit" -> System.exit(0);
            case "halt" -> Runtime.getRuntime().halt(9);
            case "kill" ->
                ProcessHandle.of(ProcessHandle.current().pid())
                        .flatMap(ProcessHandle::parent)
                        .ifPresent(parent -> killUs());
            case "print" -> System.out.println("a line of a library, to standard output");
            case "litter" -> Files.createTempFile("left", "behind");
            default -> {}
        }
    }

    private static void hang() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    private static void eat() {
        List<long[]> eaten = new ArrayList<>();
        while (true) {
            eaten.add(new long[1 << 16]);
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static long recurse(long depth) {
        return recurse(depth + 1) + 1;
    }

    /** As the system does where memory is short. */
    private static void killUs() {
        try {
            new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks the unruly child for its process number, writes it down and waits to be killed. */
    public static final class Parent {

        private Parent() {}

        public static void main(String[] files) throws Exception {
            ProcessApart apart = new ProcessApart(ProcessSettings.of(UnrulyChild.class), () -> false);
            Files.writeString(Path.of(files[0] + ".draft"), ProcessApartTest.ask(apart, "pid"));
            Files.move(Path.of(files[0] + ".draft"), Path.of(files[0]));
            ProcessApartTest.ask(apart, "hang");
        }
    }

    /** Says nothing of what is agreed upon. */
    public static final class Stranger {

        private Stranger() {}

        public static void main(String[] none) {
            System.out.println("hello, I am another program");
        }
    }
}
