package org.jibao.schedule;

import java.time.Duration;

/** Lets time pass. */
public interface Sleeper {

    void sleep(Duration time) throws InterruptedException;
}
