/**
 * The ledger of runs: when which command ran, from what, to what end. A file beside the store, not a table in it, so that a
 * run that could not open the store is in it too, and so that it can be read while a run is going on.
 */
@NullMarked
package org.jibao.batch.ledger;

import org.jspecify.annotations.NullMarked;
