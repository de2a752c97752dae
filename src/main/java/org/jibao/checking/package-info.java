/**
 * Stage 3 of 7: takes a {@link org.jibao.reading.Reading}, gives a {@link org.jibao.checking.CheckedReturn}; and, over
 * what the store then holds, turns the job folder's rules into SQL and their outcomes into findings. Runs no SQL
 * itself, but for what {@link org.jibao.checking.ProbableCells} asks by the store that it is given.
 */
@NullMarked
package org.jibao.checking;

import org.jspecify.annotations.NullMarked;
