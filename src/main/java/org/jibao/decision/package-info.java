/**
 * Task: what officers decide: accept, withdraw, reopen, approve. Each decision is appended with its reason and by whom,
 * never changed.
 */
@NullMarked
package org.jibao.decision;

import org.jspecify.annotations.NullMarked;
