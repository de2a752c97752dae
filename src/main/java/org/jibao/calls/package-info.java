/**
 * Calls to units about returns that they owe. Input: what an officer notes after a call. Output: the notes of a job
 * and period. They are kept in a file beside the store, so that a note needs no store and waits for no run.
 */
@NullMarked
package org.jibao.calls;

import org.jspecify.annotations.NullMarked;
