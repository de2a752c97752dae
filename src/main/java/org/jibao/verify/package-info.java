/** Task: tries a job folder out on a store of its own: its SQL, its rules and every example. */
@NullMarked
package org.jibao.verify;

import org.jspecify.annotations.NullMarked;
