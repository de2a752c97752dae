/**
 * The ledger of runs: when which command ran, from what, to what end. A file beside the store, one JSON object a
 * line, each with its hash.
 */
@NullMarked
package org.jibao.run.ledger;

import org.jspecify.annotations.NullMarked;
