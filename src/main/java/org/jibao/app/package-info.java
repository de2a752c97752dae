/**
 * The facade: everything that Jibao does, one method a command. Joins the tasks, notes each run in the ledger and
 * tells monitors how it went.
 */
@NullMarked
package org.jibao.app;

import org.jspecify.annotations.NullMarked;
