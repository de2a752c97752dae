/**
 * The gate for SQL that others wrote: takes a statement's tree as the engine's parser sees it, gives what is not allowed in it.
 * It runs nothing.
 */
@NullMarked
package org.jibao.store.gate;

import org.jspecify.annotations.NullMarked;
