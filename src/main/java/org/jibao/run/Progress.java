package org.jibao.run;

/** Is told how far a run has come, and knows whether it is to stop there. Called from several threads. */
public interface Progress {

    Progress NONE = (stage, done, total) -> {};

    /**
     * @param done 0 to {@code total}
     * @param total 0 where there is nothing to do
     */
    void at(Stage stage, long done, long total);

    /** Whether the run is to end at the next place where it can be gone on with. */
    default boolean stopAsked() {
        return false;
    }
}
