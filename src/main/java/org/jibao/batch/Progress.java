package org.jibao.batch;

/** Is told how far a run has come. Called from several threads. */
public interface Progress {

    Progress NONE = (stage, done, total) -> {};

    /**
     * @param done 0 to {@code total}
     * @param total 0 where there is nothing to do
     */
    void at(Stage stage, long done, long total);
}
