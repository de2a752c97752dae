package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How many threads an engine gets. */
final class StoreSettingsTest {

    private static final long MEBIBYTE = 1L << 20;

    private final StoreSettings settings = new StoreSettings("256MB", 2);

    @Test
    void givesSmallStoresOneThread() {
        assertEquals(1, settings.threadsFor(0));
        assertEquals(1, settings.threadsFor(128 * MEBIBYTE - 1));
    }

    @Test
    void givesLargeStoresAsManyAsAreAllowed() {
        assertEquals(2, settings.threadsFor(128 * MEBIBYTE));
        assertEquals(2, settings.threadsFor(1024 * MEBIBYTE));
    }
}
