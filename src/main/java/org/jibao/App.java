package org.jibao;

/** Arguments in, exit code out. */
public final class App {
    private App() {}

    public static void main(String[] arguments) {
        System.out.println(String.join(" ", arguments));
    }
}
